import { addMonths, type IsoDate } from '../../domain/calendar.ts';
import { acceptanceDeadlines } from './acceptance-deadlines.ts';
import type { DeadlineBooks } from './deadline-rules.ts';
import type { Deadline } from './deadline.ts';
import type { ProjectFacts } from './project-facts.ts';
import { reportDeadlines } from './report-deadlines.ts';

/** Last day that the calendar lists. */
export const lastListedDay = (asOf: IsoDate, { rules }: Pick<DeadlineBooks, 'rules'>): IsoDate =>
  addMonths(asOf, rules.aheadMonths);

/**
 * Every date of an awarded project that was not terminated: reports, acceptance, file and final payment. Dates beyond
 * the calendar's last day are left out. Source: rules/annexes/2023/award-agreement.yaml, rules/scoring/deadlines.yaml.
 */
export function projectDeadlines(project: ProjectFacts, asOf: IsoDate, books: DeadlineBooks): Deadline[] {
  const until = lastListedDay(asOf, books);
  return [
    ...reportDeadlines(project, asOf, until, books),
    ...acceptanceDeadlines(project, asOf, books),
  ].filter(({ dueOn }) => dueOn === null || dueOn <= until);
}
