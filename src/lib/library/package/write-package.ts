import type { Library } from '$lib/domain/library';
import type { Column, LibraryRows, LibraryTableName } from '$lib/domain/tables';
import { cellExamples, cellToText, fitsType } from './cell-text';
import { describePackage, descriptorPath, tablePath, type PackageAbout } from './describe-package';
import { PackageError } from './package-error';
import { columnsOf, rowsOf, sortKeys, writtenTables, type CellValue, type TableRow } from './table-columns';

/** Files of a package by their path inside it. */
export type PackageFiles = Record<string, Uint8Array>;

const rowsPerChunk = 5000;
const lineEnd = '\r\n';

function compareCells(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = String(a);
  const right = String(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rows in the order in which a package holds them: by their keys, then by their whole text. */
export function inOrder<T extends TableRow>(table: LibraryTableName, rows: readonly T[]): T[] {
  const keys = sortKeys[table];
  const names = columnsOf(table).map(([name]) => name);
  const compare = (a: TableRow, b: TableRow): number => {
    for (const name of keys) {
      const order = compareCells(a[name] ?? null, b[name] ?? null);
      if (order !== 0) return order;
    }
    const text = (row: TableRow) => names.map((name) => String(row[name])).join('\u001f');
    return compareCells(text(a), text(b));
  };
  return [...rows].sort(compare);
}

/** A column with its name and its place in the file. */
export interface PlacedColumn {
  name: string;
  column: Column;
  position: number;
}

export const placedColumns = (table: LibraryTableName): PlacedColumn[] =>
  columnsOf(table).map(([name, column], position) => ({ name, column, position }));

/**
 * The value of a row's cell.
 * @param place the file, and the row as a reader of the file counts it
 * @throws PackageError when the column cannot hold it
 */
export function cellOf(
  row: TableRow,
  { name, column, position }: PlacedColumn,
  place: (row: TableRow) => { file: string; row: number },
): CellValue {
  const value = row[name] ?? null;
  if (value === null ? !column.required : fitsType(column.type, value)) return value;
  const code = value === null ? 'package_missing_value' : 'package_wrong_value';
  const found = value === null ? null : JSON.stringify(value);
  const expected = cellExamples[column.type];
  throw new PackageError([{ ...place(row), position, column: name, code, found, expected }]);
}

/**
 * The CSV text of one table in pieces of some thousand rows, for tables that are too long for one string.
 * UTF-8 text by RFC 4180: dates ISO, money in whole 分, missing empty; rows in the order of their keys.
 * @throws PackageError when a row does not fit the table's definition.
 */
export function* csvPieces(table: LibraryTableName, rows: LibraryRows): Generator<string> {
  const sorted = inOrder(table, rowsOf(rows, table));
  const columns = placedColumns(table);
  const place = (row: TableRow) => ({ file: tablePath(table), row: sorted.indexOf(row) + 2 });
  let piece = columns.map(({ name }) => name).join(',') + lineEnd;
  for (const [index, row] of sorted.entries()) {
    piece +=
      columns.map((column) => cellToText(column.column.type, cellOf(row, column, place))).join(',') + lineEnd;
    if ((index + 1) % rowsPerChunk !== 0) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

/** The same pieces, collected in steps of a piece each; each step yields the share of rows written. */
export function* csvSteps(table: LibraryTableName, rows: LibraryRows): Generator<number, string[]> {
  const pieces: string[] = [];
  for (const piece of csvPieces(table, rows)) {
    pieces.push(piece);
    yield Math.min(1, (pieces.length * rowsPerChunk) / Math.max(1, rows[table].length));
  }
  return pieces;
}

/** The pieces of a text as one run of UTF-8 bytes. */
export function bytesOf(pieces: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [...pieces].map((piece) => encoder.encode(piece));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/**
 * A library as a Frictionless Data Package: `datapackage.json` and one CSV file for each table with rows.
 * The same rows give the same bytes, whatever order they came in.
 * @throws PackageError when a row does not fit its table's definition.
 */
export function writePackage(library: Library, about: PackageAbout): PackageFiles {
  const files: PackageFiles = { [descriptorPath]: bytesOf([describePackage(library.meta, about)]) };
  for (const table of writtenTables(library.meta.counts))
    files[tablePath(table)] = bytesOf(csvPieces(table, library.rows));
  return files;
}
