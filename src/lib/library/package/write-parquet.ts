import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { LibraryRows, LibraryTableName } from '$lib/domain/tables';
import { tableFile } from './describe-package';
import { parquetSchemaOf, toParquet } from './parquet-types';
import { rowsOf, type TableRow } from './table-columns';
import { cellOf, inOrder, placedColumns } from './write-package';

/** Rows that are written in one step; each step is a row group of the file. */
const rowsPerGroup = 20_000;

/**
 * One table as a Parquet file, column by column, in steps of a row group; rows in the order of their keys, so that
 * the same rows give the same bytes. Pages are not compressed: the package's archive does that once for all.
 * @returns the file's bytes; each step yields the share of rows written
 * @throws PackageError when a row does not fit the table's definition
 */
export function* parquetSteps(table: LibraryTableName, rows: LibraryRows): Generator<number, Uint8Array> {
  const sorted = inOrder(table, rowsOf(rows, table));
  const output = new ByteWriter();
  const writer = new ParquetWriter({
    writer: output,
    schema: parquetSchemaOf(table),
    codec: 'UNCOMPRESSED',
    createdBy: 'fundlens',
  });
  const columns = placedColumns(table);
  const place = (row: TableRow) => ({ file: tableFile(table, 'parquet'), row: sorted.indexOf(row) + 1 });
  for (let first = 0; first < sorted.length; first += rowsPerGroup) {
    yield first / sorted.length;
    const group = sorted.slice(first, first + rowsPerGroup);
    const columnData = columns.map((column) => ({
      name: column.name,
      data: group.map((row) => toParquet(column.column.type, cellOf(row, column, place))),
    }));
    void writer.write({ columnData, rowGroupSize: rowsPerGroup });
  }
  void writer.finish();
  return output.getBytes();
}
