import { m } from '$lib/i18n/paraglide/messages';
import type { CellSource } from './clause-note.svelte';

/** A row with the place that it was read from. */
export interface FiledRow {
  file_name: string;
  source_sheet: string | null;
  source_row: number | null;
}

const rowWords = ({ source_row: row }: FiledRow): string | null =>
  row === null ? null : m.word_row({ row });

/** File, sheet and row that a value was read from. */
export const rowSource = (row: FiledRow): CellSource => ({
  file: row.file_name,
  sheet: row.source_sheet,
  cell: rowWords(row),
});

/** What stands for a row's place in a table: its row, or its file where rows are not counted. */
export const placeWords = (row: FiledRow): string => rowWords(row) ?? row.file_name;

/** Each row once, in their order; facts without a row have none. */
export const distinctRows = <T extends FiledRow>(rows: readonly (T | null)[]): T[] =>
  [...new Set(rows)].filter((row) => row !== null);
