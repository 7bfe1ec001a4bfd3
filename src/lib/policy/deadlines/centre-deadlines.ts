import { type IsoDate } from '../../domain/calendar.ts';
import { assessedWindows } from '../centres/assessment-cycle.ts';
import type { CentreReport } from '../centres/centres.ts';
import { rectifications, type YearGrade } from '../centres/rectification.ts';
import {
  dueWithoutCalendar,
  owedReports,
  type HandedIn,
  type OwedReport,
} from '../centres/report-periods.ts';
import type { DeadlineBooks, YearCalendar } from './deadline-rules.ts';
import { done, open, undetermined, type Deadline, type Standing } from './deadline.ts';
import { lastListedDay } from './project-deadlines.ts';
import { workingDayAfter, type CountedDay } from './working-days.ts';

/** What dates of a centre are worked out from, as known on the as-of day. */
export interface CentreFacts {
  centreId: string;
  approvedOn: IsoDate | null;
  /** A national centre is assessed by the national rules, which are not at hand. */
  isNational: boolean | null;
  /** Results as a whole, by year. */
  grades: readonly YearGrade[];
  /** Reports handed in by the as-of day. */
  handedIn: readonly HandedIn[];
  /** End of the earliest period that the library keeps reports of; null where it keeps none. */
  reportsSince: IsoDate | null;
}

const lastOfYear = (year: number): IsoDate => `${year}-12-31`;

/** The last day for a centre's report: working days by the notices, or the end of a month. */
export function reportDueDay(
  calendars: readonly YearCalendar[],
  report: CentreReport,
  periodEnd: IsoDate,
): CountedDay | null {
  if (report.due.kind === 'working_days_after_half_year')
    return workingDayAfter(calendars, periodEnd, report.due.days);
  const on = dueWithoutCalendar(report, periodEnd);
  return on === null ? null : { on, isVerified: true };
}

const one = (
  { centreId }: CentreFacts,
  kind: Deadline['kind'],
  period: IsoDate | null,
  due: CountedDay | null,
  standing: Standing,
): Deadline => ({
  id: `${kind}/${centreId}${period === null ? '' : `/${period}`}`,
  kind,
  subjectId: centreId,
  period,
  dueOn: due?.on ?? null,
  isVerified: due?.isVerified ?? true,
  ...standing,
  responsible: kind === 'centre_assessment' ? 'province' : 'centre',
  moneyFen: null,
});

const isHandedIn = ({ state }: OwedReport): boolean =>
  state === 'in_time' || state === 'late' || state === 'handed_in';

function reports(centre: CentreFacts, approvedOn: IsoDate, asOf: IsoDate, books: DeadlineBooks): Deadline[] {
  const { rules, centres } = books;
  const until = lastListedDay(asOf, books);
  return centres.reports.flatMap((report) => {
    const dueDay = (end: IsoDate) => reportDueDay(rules.calendars, report, end);
    const keptSince = centre.reportsSince ?? asOf;
    return owedReports(
      [report],
      { approvedOn, keptSince },
      centre.handedIn,
      until,
      (_, end) => dueDay(end)?.on ?? null,
    )
      .map((owed) => {
        const due = dueDay(owed.periodEnd);
        const standing = isHandedIn(owed)
          ? done(owed.submittedOn)
          : open(due?.on ?? owed.periodEnd, asOf, rules.dueSoonDays);
        const kind = report.due.kind === 'end_of_month' ? 'centre_report' : 'centre_brief';
        return one(centre, kind, owed.periodEnd, due, standing);
      })
      .filter(({ dueOn }) => dueOn !== null && dueOn <= until);
  });
}

function assessments(
  centre: CentreFacts,
  approvedOn: IsoDate,
  asOf: IsoDate,
  { rules, centres }: DeadlineBooks,
): Deadline[] {
  const years = centre.grades.map(({ year }) => year);
  return assessedWindows(centres.assessment.cycles, approvedOn, years, asOf).map((window) => {
    const on = lastOfYear(window.lastYear);
    const standing = window.state === 'assessed' ? done(null) : open(on, asOf, rules.dueSoonDays);
    return one(centre, 'centre_assessment', on, { on, isVerified: true }, standing);
  });
}

const mending = (centre: CentreFacts, asOf: IsoDate, { rules, centres }: DeadlineBooks): Deadline[] =>
  rectifications(centres.assessment, centre.grades, asOf).map(({ endsOn, state, adjustment }) => {
    const isOpen = state === 'running' || state === 'overdue';
    const standing = isOpen
      ? open(endsOn, asOf, rules.dueSoonDays)
      : done(null, adjustment === null ? null : 'failed_again');
    return one(centre, 'centre_rectification', endsOn, { on: endsOn, isVerified: true }, standing);
  });

/**
 * Every date of a centre: briefs and annual reports, assessments, and the year to mend after a failed one. Without a day
 * of approval none can be told, and one line says so. Source: rules/centres/2023/work.yaml.
 */
export function centreDeadlines(centre: CentreFacts, asOf: IsoDate, books: DeadlineBooks): Deadline[] {
  const { approvedOn } = centre;
  if (approvedOn === null)
    return [one(centre, 'centre_assessment', null, null, undetermined('no_approval_date'))];
  return [
    ...reports(centre, approvedOn, asOf, books),
    ...(centre.isNational === true ? [] : assessments(centre, approvedOn, asOf, books)),
    ...mending(centre, asOf, books),
  ];
}
