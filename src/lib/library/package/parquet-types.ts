import type { SchemaElement } from 'hyparquet';
import type { Column, ColumnType, LibraryTableName } from '$lib/domain/tables';
import { columnsOf, type CellValue } from './table-columns';

type ParquetType = Pick<SchemaElement, 'type' | 'converted_type' | 'logical_type'>;

// Marked in the older way only: the newer mark, as the writer sets it, is refused by other engines.
const wholeNumber: ParquetType = { type: 'INT64', converted_type: 'INT_64' };

/** How a column's values lie in a Parquet file; text and dates are marked in the older and the newer way. */
const parquetTypes: Record<ColumnType, ParquetType> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: wholeNumber,
  fen: wholeNumber,
  decimal: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  boolean: { type: 'BOOLEAN' },
};

const elementOf = (name: string, column: Column): SchemaElement => ({
  name,
  ...parquetTypes[column.type],
  repetition_type: column.required ? 'REQUIRED' : 'OPTIONAL',
});

/** The Parquet schema of a library table: a flat list of columns below one root. */
export function parquetSchemaOf(table: LibraryTableName): SchemaElement[] {
  const columns = columnsOf(table).map(([name, column]) => elementOf(name, column));
  return [{ name: table, num_children: columns.length }, ...columns];
}

/** A type in words, for messages: `INT64`, `INT32 DATE`, `BYTE_ARRAY UTF8`. */
export const parquetTypeName = (element: Pick<SchemaElement, 'type' | 'converted_type'>): string =>
  [element.type ?? 'group', element.converted_type].filter(Boolean).join(' ');

/** The words for the type that a column must have. */
export const expectedTypeName = (type: ColumnType): string => parquetTypeName(parquetTypes[type]);

/**
 * True when the file's column has the type of the definition. The integer mark of INT64 may be absent and text
 * may be named in the newer way only: other writers leave either away.
 */
export function isOfType(element: SchemaElement, type: ColumnType): boolean {
  const expected = parquetTypes[type];
  if (element.type !== expected.type || element.repetition_type === 'REPEATED') return false;
  if (type === 'text') return element.converted_type === 'UTF8' || element.logical_type?.type === 'STRING';
  if (type === 'date') return element.converted_type === 'DATE' || element.logical_type?.type === 'DATE';
  const unmarked = element.converted_type === undefined && element.logical_type === undefined;
  return unmarked || element.converted_type === expected.converted_type;
}

const dayMs = 86_400_000;

/** The value as the Parquet writer takes it: whole numbers as bigint, dates as days since 1970. */
export function toParquet(type: ColumnType, value: CellValue): CellValue | bigint {
  if (value === null) return null;
  if (type === 'integer' || type === 'fen') return BigInt(Number(value));
  return type === 'date' ? Date.parse(String(value)) / dayMs : value;
}

/** ISO text of a day since 1970, or an empty text where there is no such day in four-digit years. */
export function isoOfDays(days: number): string {
  const date = new Date(days * dayMs);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** The value of a cell, or undefined when what the file holds is none: an integer that a number cannot hold. */
export function fromParquet(value: unknown): CellValue | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : undefined;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return undefined;
}
