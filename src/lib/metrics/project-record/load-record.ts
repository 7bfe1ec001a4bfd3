import type { IsoDate } from '$lib/domain/calendar';
import type { Row } from '$lib/domain/tables';
import type { Engine } from '$lib/warehouse/engine';
import { recordRows, sourceColumns, type RecordTable } from './record-sql';

/** A row with the name of the file that it was read from. */
export type Recorded<T extends RecordTable> = Row<T> & { file_name: string };

/** Where a column of a file stands: field of `project`, letter as in a workbook. */
export type SourceColumn = { sheet: string | null; field: string; letter: string };

/** What was signed and reported for a project, and where its own row's values stand, by the as-of day. */
export interface ProjectRecord {
  forms: Recorded<'target_form'>[];
  targets: Recorded<'target'>[];
  progress: Recorded<'progress'>[];
  acceptances: Recorded<'acceptance'>[];
  checklist: Recorded<'checklist'>[];
  columns: SourceColumn[];
}

/** Everything that hangs on a project beside its money. */
export async function loadRecord(engine: Engine, id: string, asOf: IsoDate): Promise<ProjectRecord> {
  const rows = <T extends RecordTable>(table: T) => engine.query<Recorded<T>>(recordRows(table, id, asOf));
  const [forms, targets, progress, acceptances, checklist, columns] = await Promise.all([
    rows('target_form'),
    rows('target'),
    rows('progress'),
    rows('acceptance'),
    rows('checklist'),
    engine.query<SourceColumn>(sourceColumns(id)),
  ]);
  return { forms, targets, progress, acceptances, checklist, columns };
}
