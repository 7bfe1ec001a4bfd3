import type { SchemaElement } from 'hyparquet';
import { importLimits, type ImportLimits } from '../import-limits';
import type { CellValue, SheetCells } from '../read/cells';
import { openParquet } from './parquet-file';

/** A cell as a workbook's would be: dates and moments as Date, whole numbers that a number cannot hold as text. */
function cellOf(value: unknown, element: SchemaElement): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (
    typeof value === 'string' &&
    (element.converted_type === 'DATE' || element.logical_type?.type === 'DATE')
  ) {
    return value === '' ? null : new Date(value);
  }
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  return value instanceof Date ? value : String(value);
}

/**
 * A Parquet table of any flat columns as one sheet, its column names as first row, for the readers that recognise
 * tables by their headers. Read column by column.
 * @throws RefusalError `unreadable` (broken, nested, or packed with anything but Snappy), `too_many_rows`, `zip_bomb`
 */
export async function readParquetSheet(
  bytes: Uint8Array,
  limits: ImportLimits = importLimits,
): Promise<SheetCells> {
  const parquet = openParquet(bytes, limits);
  const rows: CellValue[][] = Array.from({ length: parquet.rows }, () => []);
  for (const element of parquet.columns) {
    const values = parquet.rows > 0 ? await parquet.read(element.name) : [];
    for (const [index, row] of rows.entries()) row.push(cellOf(values[index], element));
  }
  return { name: null, hidden: false, rows: [parquet.columns.map(({ name }) => name), ...rows] };
}
