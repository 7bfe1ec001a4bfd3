import type { Column, SortState, SortValue } from './table-columns';

/** Chinese words by their sound, as in an address book; figures inside words by their value. */
const byPinyin = new Intl.Collator('zh-u-co-pinyin', { numeric: true });

/** Compares two words in pinyin order. */
export const compareWords = (a: string, b: string): number => byPinyin.compare(a, b);

function compareValues(a: SortValue, b: SortValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * compareWords(String(a), String(b));
}

/** Rows in the wished order; rows that compare equal keep theirs, missing values come last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  state: SortState | null,
): Row[] {
  const sortBy = columns.find((column) => column.key === state?.key)?.sortBy;
  if (!state || !sortBy) return [...rows];
  const sign = state.direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort((a, b) => compareValues(a.value, b.value, sign))
    .map(({ row }) => row);
}

export type RowKind = 'row' | 'in' | 'area' | 'sum';

/**
 * As `sortRows`, for a table with head rows and sums: rows are sorted below the head row (`area`) they
 * belong to; head rows and sums keep their places.
 */
export function sortWithinAreas<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  state: SortState | null,
  kindOf: (row: Row) => RowKind,
): Row[] {
  const sorted: Row[] = [];
  let open: Row[] = [];
  const close = () => {
    sorted.push(...sortRows(open, columns, state));
    open = [];
  };
  for (const row of rows) {
    const kind = kindOf(row);
    if (kind === 'row' || kind === 'in') {
      open.push(row);
    } else {
      close();
      sorted.push(row);
    }
  }
  close();
  return sorted;
}
