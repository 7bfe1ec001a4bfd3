import { addDays } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import type { CentreReport } from '$lib/policy/centres/centres';
import { owedReports } from '$lib/policy/centres/report-periods';
import { workday } from '../dates';
import type { Random } from '../random';
import { reportsKeptSince, type CentreDemo } from './centre-parameters';

type Report = Omit<Row<'centre_report'>, 'source_file_id' | 'source_sheet' | 'source_row'>;

/** Days after the period by which most reports come: inside ten working days, and before the end of February. */
const daysUntil = { working_days_after_half_year: [3, 11], end_of_month: [20, 50] } as const;

/** The reports of a centre that came in, most of them in time. */
export function centreReports(
  random: Random,
  centreId: string,
  { approvedOn, unreported, late }: CentreDemo,
  reports: readonly CentreReport[],
  asOf: string,
): Report[] {
  const since = { approvedOn: approvedOn ?? reportsKeptSince, keptSince: reportsKeptSince };
  return owedReports(reports, since, [], asOf).flatMap(({ reportId, periodEnd }) => {
    const key = `${reportId}/${periodEnd}`;
    const kind = reports.find(({ id }) => id === reportId)?.due.kind;
    if (unreported?.includes(key) === true || !kind) return [];
    const own = random.fork(key);
    const [least, most] = daysUntil[kind];
    const submitted = late?.[key] ?? workday(addDays(periodEnd, own.whole(least, most)));
    return [{ centre_id: centreId, report_id: reportId, period_end: periodEnd, submitted_on: submitted }];
  });
}
