import type { SortState } from '$lib/ui/table-columns';
import { listColumn, listColumns, type ListColumn } from './list-columns';

/** The columns that an address names, in the list's own order; the usual ones where it names none. */
export function readColumns(text: string | null): ListColumn[] {
  const keys = new Set((text ?? '').split('.').filter((key) => listColumn(key) !== null));
  return listColumns.filter(
    ({ key, shown }, index) => index === 0 || (keys.size === 0 ? shown === true : keys.has(key)),
  );
}

/** What the address keeps of a choice of columns; nothing for the usual ones. */
export function writeColumns(keys: ReadonlySet<string>): string | null {
  const chosen = listColumns.filter(({ key }, index) => index === 0 || keys.has(key));
  const usual = listColumns.filter(({ shown }) => shown === true);
  const isUsual = chosen.length === usual.length && chosen.every((column) => usual.includes(column));
  return isUsual ? null : chosen.map(({ key }) => key).join('.');
}

/** “-award” is the largest award first, “name” the first name first; null for anything else. */
export function readSort(text: string | null): SortState | null {
  const match = /^(-?)([a-z]+)$/.exec(text ?? '');
  const column = match && listColumn(match[2] ?? '');
  return column ? { key: column.key, direction: match[1] ? 'descending' : 'ascending' } : null;
}

export const writeSort = ({ key, direction }: SortState): string =>
  direction === 'descending' ? `-${key}` : key;

/** The order after a press on a head: money begins with the largest, all else with the first; then it turns. */
export function turnedSort(state: SortState | null, { key, kind }: ListColumn): SortState {
  if (state?.key === key)
    return { key, direction: state.direction === 'ascending' ? 'descending' : 'ascending' };
  return { key, direction: kind === 'money' ? 'descending' : 'ascending' };
}
