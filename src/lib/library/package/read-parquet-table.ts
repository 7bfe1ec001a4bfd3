import type { SchemaElement } from 'hyparquet';
import type { Column, LibraryTableName } from '$lib/domain/tables';
import type { ImportLimits } from '../import-limits';
import { cellExamples, fitsType } from './cell-text';
import { breathe, type Pace } from './pace';
import { refusedFile, type PackageFault } from './package-error';
import { openParquet, type ParquetFile } from './parquet-file';
import { expectedTypeName, fromParquet, isOfType, parquetTypeName } from './parquet-types';
import { checkKeys, mostFaults } from './read-table';
import { columnsOf, type CellValue, type TableRow } from './table-columns';

function checkColumns(
  table: LibraryTableName,
  file: string,
  found: readonly SchemaElement[],
  faults: PackageFault[],
) {
  const known = columnsOf(table);
  for (const [name, column] of known) {
    const element = found.find((one) => one.name === name);
    if (!element) {
      faults.push({ code: 'package_missing_column', file, column: name, found: null, expected: name });
    } else if (!isOfType(element, column.type)) {
      const [has, expected] = [parquetTypeName(element), expectedTypeName(column.type)];
      faults.push({ code: 'package_wrong_column_type', file, column: name, found: has, expected });
    }
  }
  for (const [position, { name }] of found.entries()) {
    if (
      known.some(([expected]) => expected === name) &&
      found.findIndex((one) => one.name === name) === position
    )
      continue;
    faults.push({ code: 'package_extra_column', file, column: name, found: name, expected: null });
  }
}

/** Puts a column's values into the rows; what does not fit the definition becomes a fault. */
function fillColumn(
  rows: Record<string, CellValue>[],
  values: ArrayLike<unknown>,
  { name, column, file }: { name: string; column: Column; file: string },
  faults: PackageFault[],
): void {
  for (const [index, row] of rows.entries()) {
    const value = fromParquet(values[index]);
    row[name] = value ?? null;
    const fits = value === null ? !column.required : value !== undefined && fitsType(column.type, value);
    if (fits) continue;
    const code = value === null ? 'package_missing_value' : 'package_wrong_value';
    const found = value === null ? null : String(values[index]);
    faults.push({ code, file, row: index + 1, column: name, found, expected: cellExamples[column.type] });
    if (faults.length >= mostFaults) return;
  }
}

async function readColumns(
  table: LibraryTableName,
  file: string,
  parquet: ParquetFile,
  faults: PackageFault[],
  pace: Pace,
): Promise<TableRow[]> {
  const rows = Array.from({ length: parquet.rows }, (): Record<string, CellValue> => ({}));
  const known = columnsOf(table);
  for (const [index, [name, column]] of known.entries()) {
    const values = parquet.rows > 0 ? await parquet.read(name) : [];
    if (values.length !== parquet.rows) {
      const [found, expected] = [`${values.length} values`, `${parquet.rows} values`];
      faults.push({ code: 'package_unreadable_table', file, column: name, found, expected });
    } else fillColumn(rows, values, { name, column, file }, faults);
    if (faults.length >= mostFaults) break;
    await breathe(pace, { step: 'read', file, share: (index + 1) / known.length });
  }
  return rows;
}

/**
 * Rows of one Parquet file, read column by column and checked against the table's definition as a CSV file's are.
 * Faults are added to `faults`; the rows count only when none was added.
 */
export async function readParquetTable(
  table: LibraryTableName,
  { file, bytes }: { file: string; bytes: Uint8Array },
  faults: PackageFault[],
  { limits, pace }: { limits: ImportLimits; pace: Pace },
): Promise<TableRow[]> {
  try {
    const parquet = openParquet(bytes, limits);
    const before = faults.length;
    checkColumns(table, file, parquet.columns, faults);
    if (faults.length > before) return [];
    const rows = await readColumns(table, file, parquet, faults, pace);
    checkKeys(table, file, rows, faults, 1);
    return rows;
  } catch (cause) {
    // Breaking off is no fault of the file.
    pace.signal?.throwIfAborted();
    throw refusedFile(file, 'package_unreadable_table', cause);
  }
}
