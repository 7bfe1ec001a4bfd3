import type { Snippet } from 'svelte';
import type { FigurePart } from './figure-part';

/** A figure in a cell, as Value sets it. */
export interface CellValue extends FigurePart {
  /** What stands for a missing figure, when it is not “—”. */
  absent?: string;
  label?: string;
  onclick?: () => void;
}

/** What a cell can be sorted by; null sorts last, whichever way. */
export type SortValue = string | number | null;

export interface Column<Row> {
  key: string;
  label: string;
  /** Second line of the head: the unit, when the columns differ. */
  note?: string;
  /** Figures stand at the end (the default), words at the start. */
  align?: 'start' | 'end';
  /** How a cell looks … */
  cell?: Snippet<[Row]>;
  /** … or, for a figure, its text and what it opens; null leaves it empty … */
  value?: (row: Row) => CellValue | null;
  /** … or, for plain words, what it says; null leaves it empty. */
  text?: (row: Row) => string | null;
  /** Nothing to say in this row: a phone's list leaves the cell out. */
  blank?: (row: Row) => boolean;
  /** Makes the column sortable. */
  sortBy?: (row: Row) => SortValue;
  /** Where a phone shows it: 1 in the first line beside the name, 2 below, 3 not at all. */
  rank?: 1 | 2 | 3;
  /** Words may break over lines. */
  wrap?: boolean;
  /** The cell holds a bar. */
  bar?: boolean;
  /** Columns in a row with the same group stand under one head, parted by a line. */
  group?: string;
  /** A line at the left, without a group. */
  ruled?: boolean;
  /** Extra class of a cell, such as `on-3` for a shade. */
  shade?: (row: Row) => string | null;
  /** A least width, such as "9rem"; fixed in lists that draw only the rows in view, where each column but one needs it. */
  width?: string;
  /** Left out on paper or on the wall. */
  hidden?: 'print' | 'screen';
}

export interface SortState {
  key: string;
  direction: 'ascending' | 'descending';
}

export interface HeadGroup {
  name: string;
  span: number;
}

/** Heads over neighbouring columns of one group; empty when no column has a group. */
export function headGroups<Row>(columns: readonly Column<Row>[]): HeadGroup[] {
  if (columns.every((column) => !column.group)) return [];
  const groups: HeadGroup[] = [];
  for (const column of columns) {
    const name = column.group ?? '';
    const last = groups.at(-1);
    if (last && name !== '' && last.name === name) last.span += 1;
    else groups.push({ name, span: 1 });
  }
  return groups;
}

/** Whether a line parts this column from the one before it. */
export function startsGroup<Row>(columns: readonly Column<Row>[], index: number): boolean {
  const column = columns[index];
  const before = columns[index - 1];
  if (!column || !before) return false;
  return column.ruled === true || (column.group ?? '') !== (before.group ?? '');
}

/** Classes of a cell and of its head. */
export function columnClass<Row>(columns: readonly Column<Row>[], index: number): string {
  const column = columns[index];
  if (!column) return '';
  return [
    column.align === 'start' || column.bar ? 'l' : '',
    column.wrap ? 'w' : '',
    column.bar ? 'barcell' : '',
    index > 0 ? `r${column.rank ?? 2}` : '',
    startsGroup(columns, index) ? 'gb' : '',
    column.hidden === 'print' ? 'hide-p' : column.hidden === 'screen' ? 'hide-b' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The state after a press on a head: figures begin with the largest, words with the first; then it turns. */
export function nextSort<Row>(state: SortState | null, column: Column<Row>, rows: readonly Row[]): SortState {
  if (state?.key === column.key) {
    return { key: column.key, direction: state.direction === 'ascending' ? 'descending' : 'ascending' };
  }
  const words = rows.some((row) => typeof column.sortBy?.(row) === 'string');
  return { key: column.key, direction: words ? 'ascending' : 'descending' };
}
