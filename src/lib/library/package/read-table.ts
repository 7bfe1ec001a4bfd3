import Papa from 'papaparse';
import type { Column, LibraryTableName } from '$lib/domain/tables';
import { cellExamples, cellFromText } from './cell-text';
import type { PackageFault } from './package-error';
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

function checkKeys(
  table: LibraryTableName,
  file: string,
  rows: readonly TableRow[],
  faults: PackageFault[],
): void {
  const key = primaryKeys[table];
  if (!key) return;
  const seen = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const text = key.map((name) => String(row[name])).join(' / ');
    const earlier = seen.get(text);
    if (earlier === undefined) {
      seen.set(text, index + 2);
      continue;
    }
    faults.push({
      code: 'package_duplicate_key',
      file,
      row: index + 2,
      column: key.join(' + '),
      found: text,
      expected: `once (first in row ${earlier})`,
    });
    if (faults.length >= mostFaults) return;
  }
}

/**
 * Rows of one CSV file, checked against the table's definition: every column there and no other, every cell
 * of its type, required cells filled, keys unique. Faults are added to `faults`; the rows count only when
 * none was added.
 */
export function readTable(
  table: LibraryTableName,
  file: string,
  text: string,
  faults: PackageFault[],
): TableRow[] {
  const parsed = Papa.parse<string[]>(text, { delimiter: ',' });
  const [header = [], ...records] = parsed.data;
  const before = faults.length;
  const openQuote = parsed.errors.find((error) => error.type === 'Quotes');
  if (openQuote) {
    const row = (openQuote.row ?? 0) + 1;
    faults.push({ code: 'package_uneven_row', file, row, found: openQuote.message, expected: '"…"' });
  }
  const columns = placeColumns(table, file, header, faults);
  if (faults.length > before) return [];
  // The line end after the last row reads as one more record with a single empty cell.
  if (records.at(-1)?.join('') === '' && records.at(-1)?.length === 1) records.pop();
  const rows: TableRow[] = [];
  for (const [index, record] of records.entries()) {
    const row = index + 2;
    if (record.length !== header.length) {
      const expected = `${header.length} cells`;
      faults.push({ code: 'package_uneven_row', file, row, found: `${record.length} cells`, expected });
    } else rows.push(readRow(file, columns, record, row, faults));
    if (faults.length >= mostFaults) return rows;
  }
  checkKeys(table, file, rows, faults);
  return rows;
}
