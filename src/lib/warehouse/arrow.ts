import {
  bool,
  columnFromArray,
  dateDay,
  float64,
  int64,
  tableFromColumns,
  tableToIPC,
  utf8,
  type DataType,
} from '@uwdata/flechette';
import type { ColumnType, Row, TableName } from '$lib/domain/tables';
import { cellsOf, type CellValue } from './cell';
import { columnsOf } from './tables-sql';

// flechette and not apache-arrow: the latter's builders compile code at run time, which the page's CSP forbids.

const arrowTypes: Record<ColumnType, () => DataType> = {
  text: utf8,
  integer: int64,
  fen: int64,
  decimal: float64,
  date: dateDay,
  boolean: bool,
};

/** Arrow counts dates from a moment in milliseconds; ISO text alone is read as UTC midnight. */
const arrowValue = (type: ColumnType, value: CellValue): CellValue =>
  type === 'date' && typeof value === 'string' ? Date.parse(value) : value;

/**
 * Rows as an Arrow IPC stream, one record batch, columns in the order of the table's definition.
 * Throws CellError for a value the definition does not allow. Rows must not be empty: a stream without a
 * record batch has nothing an engine could insert.
 */
export function arrowStream<T extends TableName>(table: T, rows: readonly Row<T>[]): Uint8Array {
  if (rows.length === 0) throw new RangeError(`no rows of ${table} to encode`);
  const columns = columnsOf(table).map(([name, column]) => {
    const values = cellsOf(table, name, column, rows).map((value) => arrowValue(column.type, value));
    return [name, columnFromArray(values, arrowTypes[column.type]())] as const;
  });
  const bytes = tableToIPC(tableFromColumns(columns.map(([name, values]) => [name, values])), {
    format: 'stream',
  });
  if (!bytes) throw new Error(`Arrow gave no bytes for ${table}`);
  return bytes;
}
