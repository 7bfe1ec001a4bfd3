import type { IsoDate } from '$lib/domain/calendar';
import { libraryTables, type LibraryTableName } from '$lib/domain/tables';
import type { Fragment } from '../sql/fragment';
import { raw, sql } from '../sql/fragment';

/** Tables whose rows hang on a project and say where they were read from. */
export type RecordTable = 'target_form' | 'target' | 'progress' | 'acceptance' | 'checklist';

const columnsOf = (table: LibraryTableName): string =>
  Object.keys(libraryTables[table])
    .map((name) => `t.${name}`)
    .join(', ');

const order: Record<RecordTable, string> = {
  target_form: 't.form_id',
  target: 't.form_id, t.indicator_key',
  progress: 't.form_id, t.indicator_key, t.period_end',
  acceptance: 't.accepted_on',
  checklist: 't.item_id',
};

const dayOf: Partial<Record<RecordTable, string>> = {
  progress: 't.period_end',
  acceptance: 't.accepted_on',
  checklist: 't.checked_on',
};

/** Rows of one table that belong to a project, each with its file's name; later days are not known yet. */
export function recordRows(table: RecordTable, id: string, asOf: IsoDate): Fragment {
  const day = dayOf[table];
  const known =
    day === undefined ? sql`TRUE` : sql`(${raw(day)} IS NULL OR ${raw(day)} <= CAST(${asOf} AS DATE))`;
  return sql`SELECT ${raw(columnsOf(table))}, COALESCE(o.name, t.source_file_id) AS file_name
FROM ${raw(table)} AS t
LEFT JOIN source_file AS o ON o.file_id = t.source_file_id
WHERE t.project_id = ${id} AND ${known}
ORDER BY ${raw(order[table])}`;
}

/** Where the columns of the files stand that a project's own row was read from. */
export const sourceColumns = (id: string): Fragment => sql`
SELECT c.sheet, c.field, c.letter
FROM project AS p
JOIN source_column AS c ON c.file_id = p.source_file_id
WHERE p.project_id = ${id}`;
