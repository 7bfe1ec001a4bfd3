import type { Finding } from '$lib/domain/finding';
import type { IsoDate } from '$lib/domain/calendar';
import type { LibraryRows } from '$lib/domain/tables';
import type { Refusal } from './refusal';

/** A cell of a row that waits, as the file holds it. */
export interface WaitingCell {
  /** Column of `project`, or `sequence`. */
  column: string;
  /** The header as it stands in the file. */
  header: string;
  /** A1-style address. */
  cell: string;
  value: string;
}

/** A row that was not loaded, with everything that was found in it. */
export interface QuarantinedRow {
  /** `source_file.file_id` of its file. */
  fileId: string;
  file: string;
  sheet: string | null;
  /** Row number in the sheet, from 1. */
  row: number;
  cells: WaitingCell[];
  findings: Finding[];
}

/** What an import gave: good rows, what was found, rows that wait, and files that could not be read. */
export interface ImportResult {
  rows: LibraryRows;
  findings: Finding[];
  quarantine: QuarantinedRow[];
  refusals: Refusal[];
  /** Latest 汇总时间 of the files, or null when none has one. */
  compiledOn: IsoDate | null;
}

/** How far an import is: file `file` of `files` (from 1), and rows read so far over all files. */
export interface ImportProgress {
  file: number;
  files: number;
  name: string;
  rowsRead: number;
}
