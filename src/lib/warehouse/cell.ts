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

/** The rule of one column; a day that was found to exist is not looked up again, as columns repeat few days. */
function columnRule(type: ColumnType): (value: unknown) => value is CellValue {
  const { holds } = rules[type];
  if (type !== 'date') return holds as (value: unknown) => value is CellValue;
  const known = new Set<unknown>();
  return (value): value is CellValue => {
    if (known.has(value)) return true;
    if (!holds(value)) return false;
    known.add(value);
    return true;
  };
}

/** Rows looked at before the next column's turn: few enough to stay in the processor's cache. */
const rowsPerBlock = 512;

/**
 * The values of a table's rows by column, in the order of its definition, checked: both engines take the same rows and
 * refuse the same rows. A value that is missing (null or not there) comes out as null and is refused where the column
 * is required. Throws CellError.
 */
export function checkedColumns(
  table: TableName,
  rows: readonly Readonly<Record<string, unknown>>[],
): { name: string; column: Column; cells: CellValue[] }[] {
  const columns = columnsOf(table).map(([name, column]) => ({
    name,
    column,
    cells: new Array<CellValue>(rows.length),
    holds: columnRule(column.type),
  }));
  for (let from = 0; from < rows.length; from += rowsPerBlock) {
    const to = Math.min(from + rowsPerBlock, rows.length);
    for (const { name, column, cells, holds } of columns) {
      for (let index = from; index < to; index++) {
        const value = rows[index]?.[name] ?? null;
        if (value === null ? column.required : !holds(value))
          throw new CellError(table, name, index, rules[column.type].expected, value);
        cells[index] = value as CellValue;
      }
    }
  }
  return columns;
}

/** Checks rows of unknown origin against a table's definition; throws the first CellError. */
export function checkRows(table: TableName, rows: readonly Readonly<Record<string, unknown>>[]): void {
  checkedColumns(table, rows);
}
