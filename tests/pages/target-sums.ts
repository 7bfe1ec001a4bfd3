/**
 * Results of the sample by a few loops of the test's own: which quarter is due, what an indicator earns, and what that
 * is against time. Only the forms (which indicator is a number, which way it goes, in what unit) come from the rules.
 */
import { cellsOf } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { asOf, awarded, type Part } from './sample-answers';
import { sampleTable, type CsvRow } from './sample-rows';

interface Definition {
  kind: string;
  lower: boolean;
  level: boolean;
  options: string[];
}
const definitions = new Map<string, Definition>(
  readForms().flatMap((form) =>
    [...form.indicators, ...form.ownIndicators].flatMap(cellsOf).map((cell): [string, Definition] => {
      const unit = (cell.partId === null ? cell.indicator.readAs : null) ?? cell.measure.unit;
      const lower = cell.measure.direction === 'lower';
      const level = lower || ['percent', 'points', 'ratio'].includes(unit?.kind ?? 'count');
      const options = cell.indicator.options.map(({ id }) => id);
      return [`${form.guideYear} ${form.id} ${cell.key}`, { kind: cell.measure.kind, lower, level, options }];
    }),
  ),
);

const group = (rows: CsvRow[], key: (row: CsvRow) => string): Map<string, CsvRow[]> => {
  const groups = new Map<string, CsvRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};
const cellKey = (row: CsvRow) => `${row['project_id']} ${row['form_id']} ${row['indicator_key']}`;
const targets = group(sampleTable('target'), (row) => row['project_id'] ?? '');
const reports = group(
  sampleTable('progress').filter(
    (row) => (row['period_end'] ?? '') <= asOf && (row['actual_number'] !== '' || row['actual_text'] !== ''),
  ),
  cellKey,
);

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
const gone = (to: string, { start_date: start = '', end_date: end = '' }: CsvRow) =>
  Math.min(1, Math.max(0, days(start, to) / days(start, end)));

const words: Record<string, number> = { 达成: 1, 部分达成: 0.6, 未达成: 0 };

/** What one cell earned and should have earned; null without a report that counts. */
function earned(target: CsvRow, project: CsvRow): { share: number; due: number } | null {
  const report = reports
    .get(cellKey(target))
    ?.sort((a, b) => ((a['period_end'] ?? '') < (b['period_end'] ?? '') ? -1 : 1))
    .at(-1);
  if (!report) return null;
  const key = `${target['guide_year']} ${target['form_id']} ${target['indicator_key']}`;
  const own = { kind: 'quantitative', lower: false, level: false, options: [] };
  const { kind, lower, level, options } = definitions.get(key) ?? own;
  const due = level || kind !== 'quantitative' ? 1 : gone(report['period_end'] ?? '', project);
  if (kind === 'options') {
    const place = options.indexOf(report['actual_text'] ?? '');
    return { share: place === 0 ? 1 : place === options.length - 1 ? 0 : 0.6, due };
  }
  if (kind === 'qualitative') {
    const share = words[report['actual_text'] ?? ''];
    return share === undefined ? null : { share, due };
  }
  const goal = Number(target['target_number']);
  const actual = Math.max(0, Number(report['actual_number']));
  if (goal === 0) return { share: lower && actual > 0 ? 0 : 1, due };
  const ratio = lower ? (actual <= goal ? 1 : 1 - (actual - goal) / goal) : actual / goal;
  return { share: Math.min(1, Math.max(0, ratio)), due };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Results of a part of the sample, weighted by award: progress, and progress ÷ what was due. */
export function resultsOf(part: Part): { progress: number | null; pace: number | null } {
  let weight = 0;
  let progress = 0;
  let due = 0;
  for (const project of awarded(part)) {
    const cells = (targets.get(project['project_id'] ?? '') ?? []).flatMap(
      (row) => earned(row, project) ?? [],
    );
    if (cells.length === 0) continue;
    const award = Number(project['award_fen']);
    weight += award;
    progress += award * mean(cells.map(({ share }) => share));
    due += award * mean(cells.map((cell) => cell.due));
  }
  return weight === 0
    ? { progress: null, pace: null }
    : { progress: progress / weight, pace: progress / due };
}
