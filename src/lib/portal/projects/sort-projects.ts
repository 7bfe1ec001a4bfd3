import type { SortState, SortValue } from '$lib/ui/table-columns';
import { compareWords } from '$lib/ui/sort-rows';

/**
 * Rows in the order of their values: numbers by size, words by their sound (pinyin), missing last either way, equal
 * ones as they stood.
 * @param values by row
 */
export function sortRowNumbers(
  rows: readonly number[],
  values: readonly SortValue[],
  direction: SortState['direction'],
): number[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const valueOf = (row: number) => values[row] ?? null;
  const stated = rows.filter((row) => valueOf(row) !== null);
  const missing = rows.filter((row) => valueOf(row) === null);
  stated.sort((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)];
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y) || a - b;
    return sign * compareWords(String(x), String(y)) || a - b;
  });
  return [...stated, ...missing];
}
