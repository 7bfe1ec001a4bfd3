import { isIsoDate } from '$lib/domain/calendar';
import type { Column, ColumnType, TableName } from '$lib/domain/tables';
import { columnsOf } from './tables-sql';

/** A row holds a value that its table's definition does not allow. */
export class CellError extends Error {
  constructor(
    readonly table: TableName,
    readonly column: string,
    /** Position in the rows given, from 0. */
    readonly index: number,
    readonly expected: string,
    found: unknown,
  ) {
    super(`${table}.${column}, row ${index + 1}: expected ${expected}, found ${shown(found)}`);
    this.name = 'CellError';
  }
}

export type CellValue = string | number | boolean | null;

const shown = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : String(value);

const rules: Record<ColumnType, { expected: string; holds: (value: unknown) => boolean }> = {
  text: { expected: 'text', holds: (value) => typeof value === 'string' },
  integer: { expected: 'a safe integer', holds: Number.isSafeInteger },
  fen: { expected: 'a safe integer of 分', holds: Number.isSafeInteger },
  decimal: { expected: 'a finite number', holds: Number.isFinite },
  date: {
    expected: 'a date that exists, as YYYY-MM-DD',
    holds: (value) => typeof value === 'string' && isIsoDate(value),
  },
  boolean: { expected: 'true or false', holds: (value) => typeof value === 'boolean' },
};

const isCell = (type: ColumnType, value: unknown): value is CellValue => rules[type].holds(value);

/**
 * The values of one column, checked: both engines take the same rows and refuse the same rows. A value that is
 * missing (null or not there) comes out as null and is refused where the column is required.
 */
export function cellsOf(
  table: TableName,
  name: string,
  column: Column,
  rows: readonly Readonly<Record<string, unknown>>[],
): CellValue[] {
  return rows.map((row, index) => {
    const value = row[name] ?? null;
    if (value === null && !column.required) return null;
    if (value !== null && isCell(column.type, value)) return value;
    throw new CellError(table, name, index, rules[column.type].expected, value);
  });
}

/** Checks rows of unknown origin against a table's definition; throws the first CellError. */
export function checkRows(table: TableName, rows: readonly Readonly<Record<string, unknown>>[]): void {
  for (const [name, column] of columnsOf(table)) cellsOf(table, name, column, rows);
}
