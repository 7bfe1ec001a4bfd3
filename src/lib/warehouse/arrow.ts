import { tableFromColumns, tableToIPC, type Column } from '@uwdata/flechette';
import type { Row, TableName } from '$lib/domain/tables';
import { arrowColumn } from './arrow-columns';
import { checkedColumns } from './cell';
import type { TableSet } from './engine';

// flechette and not apache-arrow: the latter's builders compile code at run time, which the page's CSP forbids.

const encodedAhead = new WeakMap<readonly object[], Uint8Array>();

/** Encodes rows before an engine asks for them, while it is still compiling; `arrowStream` then gives what is ready. */
export function encodeAhead(tables: TableSet): void {
  for (const table of Object.keys(tables) as TableName[]) {
    const rows = tables[table] ?? [];
    if (rows.length > 0) encodedAhead.set(rows, encoded(table, rows));
  }
}

/**
 * Rows as an Arrow IPC stream, one record batch, columns in the order of the table's definition.
 * Throws CellError for a value the definition does not allow. Rows must not be empty: a stream without a
 * record batch has nothing an engine could insert.
 */
export function arrowStream<T extends TableName>(table: T, rows: readonly Row<T>[]): Uint8Array {
  if (rows.length === 0) throw new RangeError(`no rows of ${table} to encode`);
  const ready = encodedAhead.get(rows);
  // Given once: the worker takes the bytes away with it.
  encodedAhead.delete(rows);
  return ready ?? encoded(table, rows);
}

function encoded<T extends TableName>(table: T, rows: readonly Row<T>[]): Uint8Array {
  const columns = checkedColumns(table, rows).map(({ name, column, cells }): [string, Column<unknown>] => [
    name,
    arrowColumn(column.type, cells),
  ]);
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'stream' });
  if (!bytes) throw new Error(`Arrow gave no bytes for ${table}`);
  return bytes;
}
