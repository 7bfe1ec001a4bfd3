import { addMonths } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import { accumulates } from '$lib/policy/scoring/accumulates';
import { attained } from '$lib/policy/scoring/attainment';
import type { ValueCell } from '$lib/policy/forms/look-up';
import type { CheckScope } from './check-scope';
import type { CrossLog } from './cross-log';
import { termsOf } from './form-dates';
import type { ProjectRecord } from './project-records';
import { shownNumber, ValueCells } from './value-cells';

type Progress = Row<'progress'>;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const inOrder = (a: Progress, b: Progress): number =>
  compare(a.form_id, b.form_id) ||
  compare(a.indicator_key, b.indicator_key) ||
  compare(a.period_end, b.period_end);
const sameSeries = (a: Progress, b: Progress): boolean =>
  a.indicator_key === b.indicator_key && a.form_id === b.form_id && a.guide_year === b.guide_year;

/** First day of the quarter that ends on this day. */
const quarterStart = (end: string): string => addMonths(`${end.slice(0, 7)}-01`, -2);

/** Checks what projects reported, quarter by quarter. */
export class ProgressCheck {
  private readonly cells: ValueCells;
  private readonly starts = new Map<string, string>();

  constructor(private readonly scope: CheckScope) {
    this.cells = new ValueCells(scope.forms ?? []);
  }

  run(record: ProjectRecord, log: CrossLog): void {
    const { progress } = record;
    if (progress.length === 0) return;
    const rows = progress.toSorted(inOrder);
    const { start, end: planned } = termsOf(record);
    const { awarded_on: awarded } = record.project;
    // Some awards reward what is finished: their reports come after the end by design.
    const end = planned !== null && awarded !== null && planned < awarded ? null : planned;
    const named = new Set<string>();
    let earlier: Progress | null = null;
    for (const [index, row] of rows.entries()) {
      if (earlier && !sameSeries(earlier, row)) earlier = null;
      this.nameTime(row, { start, end }, named, log);
      if (earlier) this.nameFall(earlier, row, log);
      if (row.actual_number !== null) earlier = row;
      const next = rows[index + 1];
      if (!next || !sameSeries(row, next)) this.nameDeviation(record, row, planned, log);
    }
  }

  /** Reports outside the project's own time are one fault on each side, however many there are. */
  private nameTime(
    row: Progress,
    { start, end }: { start: string | null; end: string | null },
    named: Set<string>,
    log: CrossLog,
  ): void {
    const { period_end: period } = row;
    const code =
      start !== null && period < start
        ? 'progress_before_start'
        : end !== null && this.startOf(period) > end
          ? 'progress_after_end'
          : null;
    if (code === null || named.has(code)) return;
    named.add(code);
    const expected = (code === 'progress_before_start' ? start : end) ?? '';
    log.add(code, row, 'period_end', { found: period, expected });
  }

  private startOf(period: string): string {
    const known = this.starts.get(period) ?? quarterStart(period);
    this.starts.set(period, known);
    return known;
  }

  private cellOf(row: Progress): ValueCell | null {
    return this.cells.find(row.guide_year, row.form_id, row.indicator_key);
  }

  private nameFall(earlier: Progress, row: Progress, log: CrossLog): void {
    const { actual_number: before } = earlier;
    const { actual_number: now } = row;
    if (before === null || now === null || now >= before) return;
    const cell = this.cellOf(row);
    if (!cell || !accumulates(cell)) return;
    const expected = `${shownNumber(before, cell)}（${earlier.period_end}，${log.words(earlier)}）`;
    log.add('progress_backwards', row, 'actual_number', { found: shownNumber(now, cell), expected });
  }

  /**
   * The latest value without a word why: far beyond the target (rules/scoring: explain_from), or short of it once the
   * project has ended.
   */
  private nameDeviation({ targets }: ProjectRecord, row: Progress, end: string | null, log: CrossLog): void {
    const { scoring } = this.scope;
    const { actual_number: actual } = row;
    if (!scoring || actual === null || (row.note ?? '').trim() !== '') return;
    const target = targets.find(
      ({ indicator_key: key, form_id: form, guide_year: year }) =>
        key === row.indicator_key && form === row.form_id && year === row.guide_year,
    )?.target_number;
    const cell = this.cellOf(row);
    if (target === undefined || target === null || !cell) return;
    const { direction } = cell.measure;
    const reached = attained(target, actual, direction, 'linear');
    if (!reached.known) return;
    const said = { found: shownNumber(actual, cell), expected: shownNumber(target, cell) };
    const isOver = direction !== 'lower' && reached.ratio !== null && reached.ratio >= scoring.explainFrom;
    if (isOver) log.add('progress_over_target', row, 'actual_number', said);
    // While a project is under way a value below its target is no fault.
    const hasEnded = end !== null && row.period_end >= end;
    if (hasEnded && reached.share < 1) log.add('progress_short_of_target', row, 'actual_number', said);
  }
}
