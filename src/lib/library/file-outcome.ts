import type { IsoDate } from '$lib/domain/calendar';
import type { Finding } from '$lib/domain/finding';
import { emptyLibrary, type LibraryRows, type Row } from '$lib/domain/tables';
import type { ImportResult, QuarantinedRow } from './import-result';
import { kindOfTables } from './library-meta';
import type { OpenedSheet } from './open-sheet';
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

const joinTable = <T>(into: T[], rows: readonly T[]): T[] => (rows.length === 0 ? into : into.concat(rows));

/** Adds the rows of one library to another; by concat, because a sheet may hold more rows than a call arguments. */
export function addRows(into: LibraryRows, rows: LibraryRows): void {
  into.project = joinTable(into.project, rows.project);
  into.appropriation = joinTable(into.appropriation, rows.appropriation);
  into.tranche = joinTable(into.tranche, rows.tranche);
  into.disbursement = joinTable(into.disbursement, rows.disbursement);
  into.recovery = joinTable(into.recovery, rows.recovery);
  into.target_form = joinTable(into.target_form, rows.target_form);
  into.target = joinTable(into.target, rows.target);
  into.progress = joinTable(into.progress, rows.progress);
  into.acceptance = joinTable(into.acceptance, rows.acceptance);
  into.sub_quota_member = joinTable(into.sub_quota_member, rows.sub_quota_member);
  into.source_file = joinTable(into.source_file, rows.source_file);
}

/** Joins what a file gave to the result of the import. */
export function joinOutcome(result: ImportResult, outcome: FileOutcome): void {
  addRows(result.rows, outcome.rows);
  result.rows.source_file.push(outcome.file);
  result.quarantine = result.quarantine.concat(outcome.quarantine);
  result.findings = result.findings.concat(outcome.findings, outcome.skipped);
  result.compiledOn = latest([result.compiledOn, outcome.file.compiled_on]);
}
