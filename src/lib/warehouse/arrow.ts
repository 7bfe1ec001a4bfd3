import { tableFromColumns, tableToIPC, type Column } from '@uwdata/flechette';
import type { Row, TableName } from '$lib/domain/tables';
import { arrowColumn } from './arrow-columns';
import { checkedColumns } from './cell';

// flechette and not apache-arrow: the latter's builders compile code at run time, which the page's CSP forbids.

/**
 * Rows as an Arrow IPC stream, one record batch, columns in the order of the table's definition.
 * Throws CellError for a value the definition does not allow. Rows must not be empty: a stream without a
 * record batch has nothing an engine could insert.
 */
export function arrowStream<T extends TableName>(table: T, rows: readonly Row<T>[]): Uint8Array {
  if (rows.length === 0) throw new RangeError(`no rows of ${table} to encode`);
  const columns = checkedColumns(table, rows).map(({ name, column, cells }): [string, Column<unknown>] => [
    name,
    arrowColumn(column.type, cells),
  ]);
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'stream' });
  if (!bytes) throw new Error(`Arrow gave no bytes for ${table}`);
  return bytes;
}
