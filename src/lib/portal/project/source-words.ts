import { m } from '$lib/i18n/paraglide/messages';
import type { Row } from '$lib/domain/tables';
import type { ProjectView } from '$lib/metrics/projects/load-project';
import type { CellSource } from '../policy/clause/clause-note.svelte';

/** File, sheet and row that the project was read from. */
export const sourceWords = ({ row, file }: ProjectView): string =>
  [
    file?.name ?? row.source_file_id,
    row.source_sheet,
    row.source_row === null ? null : m.word_row({ row: row.source_row }),
  ]
    .filter((part) => part !== null)
    .join(' · ');

const rowWords = (row: number | null): string | null => (row === null ? null : m.word_row({ row }));

/** The place of a value whose row is known. */
export const cellSource = (value: {
  file: string;
  sheet: string | null;
  row: number | null;
}): CellSource => ({
  file: value.file,
  sheet: value.sheet,
  cell: rowWords(value.row),
});

/** The cell that a value of the project's own row was read from; its row where the column is not known. */
export function fieldSource({ row, file, record }: ProjectView, field: keyof Row<'project'>): CellSource {
  const column = record.columns.find((one) => one.field === field && one.sheet === row.source_sheet);
  const cell =
    column && row.source_row !== null ? `${column.letter}${row.source_row}` : rowWords(row.source_row);
  return { file: file?.name ?? row.source_file_id, sheet: row.source_sheet, cell };
}
