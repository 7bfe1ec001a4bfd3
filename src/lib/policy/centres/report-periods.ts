import { addDays, lastDayOfMonth, type IsoDate } from '../../domain/calendar.ts';
import type { CentreReport } from './centres.ts';

/** A report that was handed in; the day is null where the table leaves it empty. */
export interface HandedIn {
  reportId: string;
  periodEnd: IsoDate;
  submittedOn: IsoDate | null;
}

/**
 * `in_time` and `late` against the last day; `handed_in` where no last day is known; `due` while it may still come;
 * `missing` after the last day, or where none is known, after the period.
 */
export type ReportState = 'in_time' | 'late' | 'handed_in' | 'due' | 'missing';

/** A report that a centre owes for a period. */
export interface OwedReport {
  reportId: string;
  periodEnd: IsoDate;
  /** The last day on which it is in time; null where it is not known. */
  dueOn: IsoDate | null;
  submittedOn: IsoDate | null;
  state: ReportState;
}

/** The last day for a report of a period; null where the calendar does not reach so far. */
export type DueDay = (report: CentreReport, periodEnd: IsoDate) => IsoDate | null;

/** The end of a month of the year after the period; working days need a calendar and stay open here. */
export function dueWithoutCalendar({ due }: CentreReport, periodEnd: IsoDate): IsoDate | null {
  if (due.kind !== 'end_of_month') return null;
  return lastDayOfMonth(Number(periodEnd.slice(0, 4)) + 1, due.month);
}

const monthsOf: Record<CentreReport['due']['kind'], readonly number[]> = {
  working_days_after_half_year: [6, 12],
  end_of_month: [12],
};

/** Ends of a report's periods that lie after the first day and not after the last. */
function periodEnds({ due }: CentreReport, after: IsoDate, until: IsoDate): IsoDate[] {
  const years = Array.from(
    { length: Math.max(0, Number(until.slice(0, 4)) - Number(after.slice(0, 4)) + 1) },
    (_, index) => Number(after.slice(0, 4)) + index,
  );
  return years
    .flatMap((year) => monthsOf[due.kind].map((month) => lastDayOfMonth(year, month)))
    .filter((end) => end > after && end < until);
}

function stateOf(handed: HandedIn | undefined, dueOn: IsoDate | null, day: IsoDate): ReportState {
  if (handed?.submittedOn) {
    if (dueOn === null) return 'handed_in';
    return handed.submittedOn <= dueOn ? 'in_time' : 'late';
  }
  if (handed) return 'handed_in';
  return dueOn !== null && day <= dueOn ? 'due' : 'missing';
}

/**
 * Reports that a centre owes by `day`: of periods that ended since it was approved and since the library keeps such
 * reports at all (`keptSince`, a period's end; earlier ones are unknown, not missing). Oldest first.
 */
export function owedReports(
  reports: readonly CentreReport[],
  { approvedOn, keptSince }: { approvedOn: IsoDate; keptSince: IsoDate },
  handedIn: readonly HandedIn[],
  day: IsoDate,
  dueDay: DueDay = dueWithoutCalendar,
): OwedReport[] {
  const before = addDays(keptSince, -1);
  const since = approvedOn > before ? approvedOn : before;
  return reports.flatMap((report) =>
    periodEnds(report, since, day).map((periodEnd) => {
      const handed = handedIn.find((one) => one.reportId === report.id && one.periodEnd === periodEnd);
      const dueOn = dueDay(report, periodEnd);
      return {
        reportId: report.id,
        periodEnd,
        dueOn,
        submittedOn: handed?.submittedOn ?? null,
        state: stateOf(handed, dueOn, day),
      };
    }),
  );
}
