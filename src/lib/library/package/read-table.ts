import Papa from 'papaparse';
import type { Column, LibraryTableName } from '$lib/domain/tables';
import { cellExamples, cellFromText } from './cell-text';
import type { PackageFault } from './package-error';
import { drained } from './pace';
import { recordPieces } from './record-pieces';
import { columnsOf, primaryKeys, type CellValue, type TableRow } from './table-columns';

/** Reading stops to list faults here: nobody reads more of them, and memory stays bounded. */
export const mostFaults = 50;

/** A column of the definition and where it stands in the file. */
interface PlacedColumn {
  name: string;
  column: Column;
  position: number;
}

function placeColumns(
  table: LibraryTableName,
  file: string,
  header: readonly string[],
  faults: PackageFault[],
) {
  const placed: PlacedColumn[] = [];
  const known = columnsOf(table);
  for (const [name, column] of known) {
    const position = header.indexOf(name);
    if (position >= 0) placed.push({ name, column, position });
    else {
      faults.push({
        code: 'package_missing_column',
        file,
        row: 1,
        column: name,
        found: header.join(','),
        expected: name,
      });
    }
  }
  for (const [position, name] of header.entries()) {
    // A name that stands twice is an extra column too: nobody could say which of the two holds.
    if (known.some(([expected]) => expected === name) && header.indexOf(name) === position) continue;
    faults.push({
      code: 'package_extra_column',
      file,
      row: 1,
      position,
      column: name,
      found: name,
      expected: null,
    });
  }
  return placed;
}

function readRow(
  file: string,
  columns: readonly PlacedColumn[],
  record: readonly string[],
  row: number,
  faults: PackageFault[],
): TableRow {
  const values: Record<string, CellValue> = {};
  for (const { name, column, position } of columns) {
    const text = record[position] ?? '';
    const value = text === '' ? null : cellFromText(column.type, text);
    values[name] = value ?? null;
    if (value !== undefined && (value !== null || !column.required)) continue;
    const code = value === null ? 'package_missing_value' : 'package_wrong_value';
    const expected = cellExamples[column.type];
    faults.push({ code, file, row, position, column: name, found: value === null ? null : text, expected });
  }
  return values;
}

/** Adds a fault for each row whose key stands in an earlier one. `firstRow`: how the file counts its first row. */
export function checkKeys(
  table: LibraryTableName,
  file: string,
  rows: readonly TableRow[],
  faults: PackageFault[],
  firstRow = 2,
): void {
  const key = primaryKeys[table];
  if (!key) return;
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const text = key.map((name) => String(row[name])).join(' / ');
    const earlier = seen.get(text);
    if (earlier === undefined) {
      seen.set(text, index + firstRow);
      continue;
    }
    faults.push({
      code: 'package_duplicate_key',
      file,
      row: index + firstRow,
      column: key.join(' + '),
      found: text,
      expected: `once (first in row ${earlier})`,
    });
    if (faults.length >= mostFaults) return;
  }
}

type LineEnd = '\r\n' | '\n';

/** A header line of another system may end with a bare line feed; the rest of the file then does so too. */
const lineEndOf = (text: string): LineEnd => (/^[^\n]*\r\n/.test(text) ? '\r\n' : '\n');

/** Records of a piece of whole lines. The line end after the last one reads as one more with a single empty cell. */
function recordsOf(piece: string, newline: LineEnd) {
  const parsed = Papa.parse<string[]>(piece, { delimiter: ',', newline });
  const records = parsed.data;
  if (records.at(-1)?.join('') === '' && records.at(-1)?.length === 1) records.pop();
  return { records, openQuote: parsed.errors.find((error) => error.type === 'Quotes') };
}

interface Reading {
  table: LibraryTableName;
  file: string;
  faults: PackageFault[];
  /** Null until the first piece is read. */
  header: readonly string[] | null;
  columns: readonly PlacedColumn[];
  rows: TableRow[];
  /** Records read so far, those with faults included: they count the file's rows. */
  records: number;
}

/** Adds the rows of a piece. False when reading must stop: the header is wrong, or faults enough are listed. */
function addPiece(reading: Reading, piece: string, newline: LineEnd): boolean {
  const { table, file, faults, rows } = reading;
  const { records, openQuote } = recordsOf(piece, newline);
  const before = faults.length;
  if (openQuote) {
    const row = (reading.header ? reading.records + 1 : 0) + (openQuote.row ?? 0) + 1;
    faults.push({ code: 'package_uneven_row', file, row, found: openQuote.message, expected: '"…"' });
  }
  const header = reading.header ?? records.shift() ?? [];
  if (reading.header === null) reading.columns = placeColumns(table, file, header, faults);
  reading.header = header;
  if (faults.length > before) return false;
  for (const record of records) {
    const row = reading.records + 2;
    reading.records += 1;
    if (record.length !== header.length) {
      const expected = `${header.length} cells`;
      faults.push({ code: 'package_uneven_row', file, row, found: `${record.length} cells`, expected });
    } else rows.push(readRow(file, reading.columns, record, row, faults));
    if (faults.length >= mostFaults) return false;
  }
  return true;
}

/**
 * Rows of one CSV file, checked against the table's definition: every column there and no other, every cell
 * of its type, required cells filled, keys unique. Faults are added to `faults`; the rows count only when
 * none was added. Each step yields the share of the text that was read.
 */
export function* tableSteps(
  table: LibraryTableName,
  file: string,
  text: string,
  faults: PackageFault[],
  mostRows = Infinity,
): Generator<number, TableRow[]> {
  const reading: Reading = { table, file, faults, header: null, columns: [], rows: [], records: 0 };
  const newline = lineEndOf(text);
  let read = 0;
  // An empty file is one piece too: its header is missing.
  for (const piece of text === '' ? [''] : recordPieces(text)) {
    if (!addPiece(reading, piece, newline)) return reading.rows;
    if (reading.records > mostRows) {
      const [found, expected] = [String(reading.records), String(mostRows)];
      faults.push({ code: 'package_too_many_rows', file, found, expected });
      return reading.rows;
    }
    read += piece.length;
    yield read / text.length;
  }
  checkKeys(table, file, reading.rows, faults);
  return reading.rows;
}

/** The same, read at once. */
export const readTable = (
  table: LibraryTableName,
  file: string,
  text: string,
  faults: PackageFault[],
): TableRow[] => drained(tableSteps(table, file, text, faults));
