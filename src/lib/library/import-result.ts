import type { Finding } from '$lib/domain/finding';
import type { IsoDate } from '$lib/domain/calendar';
import type { MoneyUnit } from '$lib/domain/money';
import type { LibraryRows } from '$lib/domain/tables';
import type { InputTableId } from '$lib/policy/inputs/input-table';
import type { Refusal } from './refusal';

/** What kind of cell held a value; text has none. */
export type WaitingType = 'number' | 'boolean' | 'date';

/** What a cell holds, as text and kind: the number 2021.1 means something else than the text. */
export interface WaitingValue {
  value: string;
  type?: WaitingType;
}

/** A cell of a row that waits, as the file holds it, or as it was corrected. */
export interface WaitingCell extends WaitingValue {
  /** Column of `project`, or `sequence`. */
  column: string;
  /** The header as it stands in the file. */
  header: string;
  /** A1-style address. */
  cell: string;
  /** What the file holds, where the value was corrected here. */
  original?: WaitingValue;
}

/** What reading a row of a summary table again needs beside its cells. */
export interface SummaryReading {
  kind: 'summary';
  guideYear: number;
  areaId: string | null;
  tableId: string | null;
  /** From the 地区 line; null when it is missing or not understood. */
  cityAdcode: string | null;
  countyAdcode: string | null;
  compiledOn: IsoDate | null;
  /** Units of money columns, by field. */
  units: Record<string, MoneyUnit>;
}

/** What reading a row of a table beside the summary tables again needs. */
export interface InputReading {
  kind: 'input';
  tableId: InputTableId;
  /** From the title, or null. */
  guideYear: number | null;
  units: Record<string, MoneyUnit>;
  /** What stands once for all rows of a sheet that is one form, by field; absent elsewhere. */
  head?: Record<string, { text: string; row: number; index: number }>;
}

export type RowReading = SummaryReading | InputReading;

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
  /** Absent where the row cannot be corrected alone: the fault lies in the header or in a whole form. */
  reading?: RowReading;
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
