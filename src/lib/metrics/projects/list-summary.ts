import type { Fen } from '$lib/domain/money';
import type { LibraryMeta } from '$lib/domain/library';
import type { MissingReason } from '../missing';
import type { ListedProject } from './list-sql';
import type { ProjectColumns } from './project-columns';

export const summedColumns = [
  'investment_fen',
  'requested_fen',
  'ceiling_fen',
  'award_fen',
  'paid_fen',
  'unpaid_fen',
  'recovered_fen',
] as const satisfies readonly (keyof ListedProject)[];
export type SummedColumn = (typeof summedColumns)[number];

/** A sum over the rows that state the amount. */
export interface ColumnSum {
  /** Null where no row states it; 分. */
  fen: Fen | null;
  reason: MissingReason | null;
  /** Rows that do not state it. */
  unstated: number;
}

/** What a list counts and adds up to. */
export interface ListSummary {
  count: number;
  /** Awarded by the as-of day; null while no award list is loaded. */
  awards: number | null;
  sums: Record<SummedColumn, ColumnSum>;
}

const reasonOf = (column: SummedColumn, { datasets }: LibraryMeta): MissingReason => {
  if ((column === 'award_fen' || column === 'unpaid_fen') && !datasets.includes('awards')) return 'no_awards';
  if (column === 'paid_fen' && !datasets.includes('disbursements')) return 'no_disbursements';
  return 'no_values';
};

function sumOf(values: readonly (Fen | null)[], rows: readonly number[], reason: MissingReason): ColumnSum {
  let sum = 0;
  let stated = 0;
  for (const row of rows) {
    const value = values[row] ?? null;
    if (value === null) continue;
    sum += value;
    stated += 1;
  }
  const unstated = rows.length - stated;
  // A sum over no rows is a real 0; over rows that all lack the amount it is not known.
  return stated === 0 && rows.length > 0
    ? { fen: null, reason, unstated }
    : { fen: sum, reason: null, unstated };
}

/** Counts and sums of these rows of the list. */
export function summarise(columns: ProjectColumns, rows: readonly number[], meta: LibraryMeta): ListSummary {
  const awardedOn = columns.column('awarded_on');
  const sums = Object.fromEntries(
    summedColumns.map((name) => [name, sumOf(columns.column(name), rows, reasonOf(name, meta))]),
  ) as Record<SummedColumn, ColumnSum>;
  const awards = meta.datasets.includes('awards')
    ? rows.filter((row) => (awardedOn[row] ?? null) !== null).length
    : null;
  return { count: rows.length, awards, sums };
}
