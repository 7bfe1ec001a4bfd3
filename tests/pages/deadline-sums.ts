/** Deadlines of the sample by a few loops of the test's own, with days counted on the fingers of JavaScript's Date. */
import { asOf, awarded, type Part } from './sample-answers';
import { sampleTable, type CsvRow } from './sample-rows';

/** The day so many months later, or the month's last day where there is no such day. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

const plans = new Map<string, CsvRow[]>();
for (const row of sampleTable('tranche')) {
  const id = row['project_id'] ?? '';
  plans.set(id, [...(plans.get(id) ?? []), row]);
}
const paid = new Map<string, bigint>();
for (const row of sampleTable('disbursement')) {
  if ((row['paid_on'] ?? '') > asOf) continue;
  const key = `${row['project_id']} ${row['sequence']}`;
  paid.set(key, (paid.get(key) ?? 0n) + BigInt(row['paid_fen'] ?? '0'));
}

const isEnded = ({ terminated_on: on = '', status = '' }: CsvRow) =>
  on === '' ? ['terminated', 'recovered'].includes(status) : on <= asOf;
const isAccepted = ({ accepted_on: on = '' }: CsvRow) => on !== '' && on <= asOf;
const planOf = (row: CsvRow) => plans.get(row['project_id'] ?? '') ?? [];
const owing = (part: Part) => awarded(part).filter((row) => !isEnded(row) && planOf(row).length > 1);

/** Projects past three months after their end (or their award, if that came later) without an acceptance, by who accepts. */
export function lateAcceptances(part: Part = {}): { province: number; nominator: number; unsaid: number } {
  const counts = { province: 0, nominator: 0, unsaid: 0 };
  for (const row of owing(part)) {
    const { end_date: end = '', awarded_on: award = '' } = row;
    if (isAccepted(row) || end === '') continue;
    if (monthsLater(end > award ? end : award, 3) >= asOf) continue;
    const wan = Number(row['award_fen']) / 1_000_000;
    counts[wan >= 1000 ? 'province' : wan >= 300 ? 'nominator' : 'unsaid'] += 1;
  }
  return counts;
}

/** Accepted projects whose last payment is not made in full: how many, and what is left. */
export function unpaidRest(part: Part = {}): { count: number; fen: bigint } {
  let count = 0;
  let fen = 0n;
  for (const row of owing(part).filter(isAccepted)) {
    const last = planOf(row).reduce((a, b) => (Number(b['sequence']) > Number(a['sequence']) ? b : a));
    const left =
      BigInt(last['planned_fen'] ?? '0') - (paid.get(`${row['project_id']} ${last['sequence']}`) ?? 0n);
    if (left <= 0n) continue;
    count += 1;
    fen += left;
  }
  return { count, fen };
}

const reports = new Map<string, Set<string>>();
for (const row of sampleTable('progress')) {
  if (row['actual_number'] === '' && row['actual_text'] === '') continue;
  const id = row['project_id'] ?? '';
  reports.set(id, (reports.get(id) ?? new Set()).add(row['period_end'] ?? ''));
}

/** Quarterly reports that are missing 30 days after their quarter, with no later one and no acceptance. */
export function lateReports(part: Part = {}): number {
  let count = 0;
  for (const row of awarded(part).filter((one) => !isEnded(one) && !isAccepted(one))) {
    const { start_date: start = '', end_date: end = '', awarded_on: award = '' } = row;
    const from = start > award ? start : award;
    const own = reports.get(row['project_id'] ?? '') ?? new Set();
    for (let year = 2019; year <= 2027; year += 1)
      for (const day of ['03-31', '06-30', '09-30', '12-31']) {
        const quarter = `${year}-${day}`;
        const begins = monthsLater(`${quarter.slice(0, 7)}-01`, -2);
        const isOwed = quarter >= from && (end === '' || begins <= end);
        const due = new Date(Date.parse(quarter) + 30 * 86_400_000).toISOString().slice(0, 10);
        if (isOwed && due < asOf && ![...own].some((other) => other >= quarter)) count += 1;
      }
  }
  return count;
}
