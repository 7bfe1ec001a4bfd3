import type { Library } from '$lib/domain/library';
import type { LibraryRows, LibraryTableName } from '$lib/domain/tables';
import { cellExamples, cellToText, fitsType } from './cell-text';
import { describePackage, descriptorPath, tablePath, type PackageAbout } from './describe-package';
import { PackageError } from './package-error';
import { columnsOf, rowsOf, sortKeys, tableNames, type CellValue, type TableRow } from './table-columns';

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

function lineOf(table: LibraryTableName, row: TableRow, number: number): string {
  const cells = columnsOf(table).map(([name, column], position) => {
    const value = row[name] ?? null;
    const fits = value === null ? !column.required : fitsType(column.type, value);
    if (fits) return cellToText(column.type, value);
    const code = value === null ? 'package_missing_value' : 'package_wrong_value';
    throw new PackageError([
      {
        code,
        file: tablePath(table),
        row: number,
        position,
        column: name,
        found: value === null ? null : JSON.stringify(value),
        expected: cellExamples[column.type],
      },
    ]);
  });
  return cells.join(',');
}

/**
 * The CSV text of one table in pieces of some thousand rows, for tables that are too long for one string.
 * UTF-8 text by RFC 4180: dates ISO, money in whole 分, missing empty; rows in the order of their keys.
 * @throws PackageError when a row does not fit the table's definition.
 */
export function* csvPieces(table: LibraryTableName, rows: LibraryRows): Generator<string> {
  const sorted = inOrder(table, rowsOf(rows, table));
  let piece =
    columnsOf(table)
      .map(([name]) => name)
      .join(',') + lineEnd;
  for (const [index, row] of sorted.entries()) {
    piece += lineOf(table, row, index + 2) + lineEnd;
    if ((index + 1) % rowsPerChunk !== 0) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

function bytesOf(pieces: Iterable<string>): Uint8Array {
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
 * A library as a Frictionless Data Package: `datapackage.json` and one CSV file for each table.
 * The same rows give the same bytes, whatever order they came in.
 * @throws PackageError when a row does not fit its table's definition.
 */
export function writePackage(library: Library, about: PackageAbout): PackageFiles {
  const files: PackageFiles = { [descriptorPath]: bytesOf([describePackage(library.meta, about)]) };
  for (const table of tableNames) files[tablePath(table)] = bytesOf(csvPieces(table, library.rows));
  return files;
}
