import type { MoneyUnit } from '$lib/domain/money';
import { isBlank, type CellValue } from '../read/cells';
import type { FoundHeader, HeadedColumn } from './find-header';

/** A header cell of a sheet, whether its meaning is known or not. */
export interface HeaderCell {
  index: number;
  headerRow: number;
  header: string;
  unit: MoneyUnit | null;
}

type Rows = readonly (readonly CellValue[])[];

/** The words of a merged heading over several columns, which name no column. */
export const isGroupHeading = (header: string): boolean => /基本情况$/.test(header.replace(/\s+/g, ''));

/** All header cells from left to right. */
export const headerCells = <C extends HeadedColumn>(header: FoundHeader<C>): HeaderCell[] =>
  [...header.columns, ...header.unknown]
    .map(({ index, headerRow, header: text, unit }) => ({ index, headerRow, header: text, unit }))
    .sort((one, other) => one.index - other.index);

/** What stands first below a header cell: filled cells only, `most` of them. */
export function valuesBelow(rows: Rows, firstRow: number, index: number, most: number): CellValue[] {
  const values: CellValue[] = [];
  for (let row = firstRow; row < rows.length && values.length < most; row++) {
    const cell = rows[row]?.[index] ?? null;
    if (!isBlank(cell)) values.push(cell);
  }
  return values;
}
