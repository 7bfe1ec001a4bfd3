import { addDays, addMonths, quarterEnd, type IsoDate } from '../../domain/calendar.ts';
import type { DeadlineBooks } from './deadline-rules.ts';
import { done, open, undetermined, type Deadline, type Standing } from './deadline.ts';
import type { ProjectFacts } from './project-facts.ts';

const monthOf = (day: IsoDate): string => day.slice(5, 7);
const lastOfHalf = '06';
const lastOfYear = '12';
const monthsOfQuarter = 3;

const later = (one: IsoDate, other: IsoDate | null): IsoDate => (other !== null && other > one ? other : one);

/**
 * Ends of the quarters that a project reports for: from the one that holds its award or, if that is later, its start,
 * to the one that holds its end, its acceptance or the last day of the calendar, whichever comes first.
 */
export function reportedQuarters(project: ProjectFacts, until: IsoDate): IsoDate[] {
  const { awardedOn, startDate, endDate, acceptedOn } = project;
  const last = [endDate, acceptedOn, until].filter((day) => day !== null).sort()[0] ?? until;
  const quarters: IsoDate[] = [];
  let end = quarterEnd(later(awardedOn, startDate));
  while (end <= quarterEnd(last)) {
    // The report of the quarter of acceptance gives way to the acceptance itself.
    if (acceptedOn === null || end <= acceptedOn) quarters.push(end);
    end = quarterEnd(addMonths(`${end.slice(0, 8)}01`, monthsOfQuarter));
  }
  return quarters;
}

function reportStanding(
  project: ProjectFacts,
  quarter: IsoDate,
  dueOn: IsoDate,
  asOf: IsoDate,
  { rules }: DeadlineBooks,
): Standing {
  if (project.reportedQuarters === null) return undetermined('no_progress_data');
  if (project.reportedQuarters.includes(quarter)) return done(null);
  if (project.reportedQuarters.some((other) => other > quarter)) return done(null, 'covered_later');
  if (project.acceptedOn !== null) return done(null, 'closed_by_acceptance');
  return open(dueOn, asOf, rules.dueSoonDays);
}

/** A summary may be joined with the report of its quarter; on its own it is recorded nowhere. */
function summaryStanding(report: Standing): Standing {
  if (report.state === 'done') return report.reason === null ? done(null, 'joined_with_report') : report;
  return report.state === 'overdue' ? undetermined('summary_not_recorded') : report;
}

/** Quarterly reports, half-year summaries (first half) and annual summaries of one project. */
export function reportDeadlines(
  project: ProjectFacts,
  asOf: IsoDate,
  until: IsoDate,
  books: DeadlineBooks,
): Deadline[] {
  return reportedQuarters(project, until).flatMap((period): Deadline[] => {
    const dueOn = addDays(period, books.graceDays);
    const report = reportStanding(project, period, dueOn, asOf, books);
    const one = (kind: Deadline['kind'], standing: Standing): Deadline => ({
      id: `${kind}/${project.projectId}/${period}`,
      kind,
      subjectId: project.projectId,
      period,
      dueOn,
      isVerified: true,
      ...standing,
      responsible: 'undertaker',
      moneyFen: project.awardFen,
    });
    const quarterly = one('quarterly_report', report);
    if (monthOf(period) === lastOfHalf) return [quarterly, one('half_year_summary', summaryStanding(report))];
    if (monthOf(period) === lastOfYear) return [quarterly, one('annual_summary', summaryStanding(report))];
    return [quarterly];
  });
}
