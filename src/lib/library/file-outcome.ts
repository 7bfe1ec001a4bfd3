import type { IsoDate } from '$lib/domain/calendar';
import type { Finding } from '$lib/domain/finding';
import {
  emptyLibrary,
  libraryTableNames,
  type LibraryRows,
  type LibraryTableName,
  type Row,
} from '$lib/domain/tables';
import type { ImportResult, QuarantinedRow } from './import-result';
import { kindOfTables } from './library-meta';
import type { OpenedSheet } from './open-sheet';
import { columnLetters } from './read/cells';
import type { NamedFile } from './read/read-file';

/** What one file gave; joined to the result only when the whole file was read. */
export interface FileOutcome {
  file: Row<'source_file'>;
  rows: LibraryRows;
  quarantine: QuarantinedRow[];
  findings: Finding[];
  /** Findings of sheets that were not read, listed last. */
  skipped: Finding[];
}

export function newOutcome(file: NamedFile, hash: string): FileOutcome {
  const row: Row<'source_file'> = {
    file_id: `f-${hash.slice(0, 16)}`,
    name: file.name,
    sha256: hash,
    size_bytes: file.bytes.length,
    kind: '',
    region_text: null,
    compiled_on: null,
    rows_read: 0,
    rows_loaded: 0,
  };
  return { file: row, rows: emptyLibrary(), quarantine: [], findings: [], skipped: [] };
}

export const latest = (days: readonly (IsoDate | null)[]): IsoDate | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** Fills in what the sheets of a file say about it; several sheets are named together. */
export function describeSheets(
  file: Row<'source_file'>,
  opened: readonly OpenedSheet[],
  otherKinds: readonly string[],
): void {
  const regions = new Set(opened.flatMap(({ regionText }) => regionText ?? []));
  const tables = new Set(opened.flatMap(({ context }) => context.tableId ?? []));
  const summary = tables.size > 0 ? kindOfTables([...tables]) : 'summary-table';
  file.kind = [...(opened.length > 0 ? [summary] : []), ...new Set(otherKinds)].join(' ');
  file.region_text = regions.size > 0 ? [...regions].join('、') : null;
  file.compiled_on = latest(opened.map(({ context }) => context.compiledOn));
}

/** Adds the rows of one library to another; by concat, because a sheet may hold more rows than a call arguments. */
export function addRows(into: LibraryRows, rows: LibraryRows): void {
  const add = <T extends LibraryTableName>(table: T) => {
    if (rows[table].length > 0) into[table] = into[table].concat(rows[table] as never[]) as LibraryRows[T];
  };
  libraryTableNames.forEach(add);
}

/** Where the columns of a sheet stand, so that every value can be traced to its cell. */
export const columnPlaces = (
  { fileId, sheet }: { fileId: string; sheet: string | null },
  columns: readonly { index: number; column: { field: string } }[],
): Row<'source_column'>[] =>
  columns.map(({ index, column: { field } }) => ({
    file_id: fileId,
    sheet,
    field,
    letter: columnLetters(index),
  }));

/** Joins what a file gave to the result of the import. */
export function joinOutcome(result: ImportResult, outcome: FileOutcome): void {
  addRows(result.rows, outcome.rows);
  result.rows.source_file.push(outcome.file);
  result.quarantine = result.quarantine.concat(outcome.quarantine);
  result.findings = result.findings.concat(outcome.findings, outcome.skipped);
  result.compiledOn = latest([result.compiledOn, outcome.file.compiled_on]);
}
