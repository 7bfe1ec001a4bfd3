import { shareOfTimeGone, type IsoDate } from '$lib/domain/calendar';
import type { KpiForm, Unit } from '$lib/policy/forms/form';
import { cellsOf, type ValueCell } from '$lib/policy/forms/look-up';
import { accumulates } from '$lib/policy/scoring/accumulates';
import { ownCell } from '$lib/policy/scoring/own-cell';
import type { IndicatorHistoryRow } from './indicator-history-sql';
import { endOf, quarterOf, type Quarter } from './quarters';

/** A number that was reported, cumulative since the project began. */
export interface Report {
  quarter: Quarter;
  value: number;
}

interface CellOfProject {
  projectId: string;
  categoryId: string;
  formId: string;
  cell: ValueCell;
  target: number;
  start: IsoDate;
  end: IsoDate;
}

/** What one project reported of one indicator that grows towards its target; asked for by quarter, over and over. */
export class CellHistory {
  readonly projectId: string;
  readonly categoryId: string;
  readonly formId: string;
  readonly cell: ValueCell;
  readonly target: number;
  /** The quarters in which the project begins and ends. */
  readonly first: Quarter;
  readonly last: Quarter;
  readonly #latest: (Report | null)[] = [];
  readonly #shares: number[];

  /** @param reports oldest first */
  constructor(
    { projectId, categoryId, formId, cell, target, start, end }: CellOfProject,
    readonly reports: readonly Report[],
  ) {
    this.projectId = projectId;
    this.categoryId = categoryId;
    this.formId = formId;
    this.cell = cell;
    this.target = target;
    this.first = quarterOf(start);
    this.last = quarterOf(end);
    this.#shares = Array.from({ length: this.last - this.first + 1 }, (_, index) =>
      shareOfTimeGone(endOf(this.first + index), start, end),
    );
    const from = reports[0]?.quarter ?? 0;
    for (const report of reports) this.#latest[report.quarter - from] = report;
    for (let index = 1; index < this.#latest.length; index += 1)
      this.#latest[index] ??= this.#latest[index - 1] ?? null;
  }

  /** The latest report by the end of a quarter; null before the first. */
  latestBy(quarter: Quarter): Report | null {
    const from = this.reports[0]?.quarter ?? Infinity;
    if (quarter < from) return null;
    return this.#latest[Math.min(quarter - from, this.#latest.length - 1)] ?? null;
  }

  /** Share of the project's period that has gone at the end of a quarter. */
  timeShareAt(quarter: Quarter): number {
    if (quarter < this.first) return 0;
    return this.#shares[quarter - this.first] ?? 1;
  }
}

/** The unit that a cell's number is read in. */
export const unitOf = ({ indicator, partId, measure }: ValueCell): Unit | null =>
  (partId === null ? indicator.readAs : null) ?? measure.unit;

const summed: ReadonlySet<string> = new Set(['count', 'money']);

/** Whether projects may be added up: one printed indicator, in a unit of things or money that grows. */
export const mayBeSummed = (cell: ValueCell): boolean => {
  const isPrinted = cell.indicator.part !== 'own' || cell.indicator.sequence > 0;
  return isPrinted && accumulates(cell) && summed.has(unitOf(cell)?.kind ?? '');
};

class CellFinder {
  readonly #cells = new Map<string, ValueCell>();

  constructor(forms: readonly KpiForm[]) {
    for (const form of forms)
      for (const cell of [...form.indicators, ...form.ownIndicators].flatMap(cellsOf))
        this.#cells.set(`${form.guideYear} ${form.id} ${cell.key}`, cell);
  }

  of(row: IndicatorHistoryRow): ValueCell {
    const { guide_year: year, form_id: form, indicator_key: key, own_name: name, own_unit: unit } = row;
    return this.#cells.get(`${year} ${form} ${key}`) ?? ownCell({ year, form, key, name: name ?? key, unit });
  }
}

/**
 * Rows as histories of indicators that grow. Levels, reverse indicators, and projects without a period or with a target of
 * nothing are left out: nothing can be carried forward to them.
 */
export function cellHistories(
  rows: readonly IndicatorHistoryRow[],
  forms: readonly KpiForm[],
): CellHistory[] {
  const finder = new CellFinder(forms);
  const found = new Map<string, { of: CellOfProject; reports: Report[] }>();
  for (const row of rows) {
    const { project_id: projectId, form_id: formId, guide_year: year, indicator_key: key } = row;
    const { start_date: start, end_date: end, target_number: target } = row;
    if (start === null || end === null || end < start || target <= 0) continue;
    const cell = finder.of(row);
    if (!accumulates(cell)) continue;
    const place = `${projectId} ${year} ${formId} ${key}`;
    const entry = found.get(place) ?? {
      of: { projectId, categoryId: row.category_id, formId, cell, target, start, end },
      reports: [],
    };
    found.set(place, entry);
    if (row.period_end !== null && row.actual_number !== null)
      entry.reports.push({ quarter: quarterOf(row.period_end), value: row.actual_number });
  }
  return [...found.values()].map(({ of, reports }) => new CellHistory(of, reports));
}
