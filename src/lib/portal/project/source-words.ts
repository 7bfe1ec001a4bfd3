import { m } from '$lib/i18n/paraglide/messages';
import type { ProjectView } from '$lib/metrics/projects/load-project';

/** File, sheet and row that the project was read from. */
export const sourceWords = ({ row, file }: ProjectView): string =>
  [
    file?.name ?? row.source_file_id,
    row.source_sheet,
    row.source_row === null ? null : m.word_row({ row: row.source_row }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
