import { m } from '$lib/i18n/paraglide/messages';
import type { PlatformCase } from '$lib/metrics/platforms/platform-case';
import type { CellSource } from '../policy/clause/clause-note.svelte';

export interface Filed {
  file_name: string;
  source_sheet: string | null;
  source_row: number | null;
}

/** File, sheet and row that a value was read from. */
export const rowSource = (row: Filed): CellSource => ({
  file: row.file_name,
  sheet: row.source_sheet,
  cell: row.source_row === null ? null : m.word_row({ row: row.source_row }),
});

/** What stands for a row's place in a table: its row, or its file where rows are not counted. */
export const placeWords = (row: Filed): string =>
  row.source_row === null ? row.file_name : m.word_row({ row: row.source_row });

/** The rows that facts were read from, each once; a firm's place stands in the row of the list itself. */
export function factRows({ metrics, body, facts }: PlatformCase, ids: readonly string[]): Filed[] {
  const rows = ids.map((id) => {
    const own = metrics.find((row) => row.fact_id === id);
    if (own) return own;
    return id === 'registered_in_province' && facts[id] !== undefined ? body : null;
  });
  return [...new Set(rows)].filter((row) => row !== null);
}
