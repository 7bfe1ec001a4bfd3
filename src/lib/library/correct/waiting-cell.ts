import type { WaitingCell, WaitingType, WaitingValue } from '../import-result';
import { cellAddress, cellText, type CellValue } from '../read/cells';

function typeOf(value: CellValue): WaitingType | null {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return value instanceof Date ? 'date' : null;
}

/** A cell's value as plain data that a browser can keep, with what kind of cell held it. */
export function waitingValue(value: CellValue): WaitingValue {
  const type = typeOf(value);
  return { value: cellText(value), ...(type === null ? {} : { type }) };
}

/** The value as the reader of the file gave it; what was typed here is text. */
export function cellValueOf({ value, type }: WaitingValue): CellValue {
  if (type === 'number') return Number(value);
  if (type === 'boolean') return value === 'true';
  if (type === 'date') return new Date(value);
  return value === '' ? null : value;
}

interface HeadedPlace {
  index: number;
  header: string;
  column: { field: string };
}

/** The cells of a row that waits; rows are counted from 0. */
export const waitingCells = (
  columns: readonly HeadedPlace[],
  cells: readonly CellValue[],
  row: number,
): WaitingCell[] =>
  columns.map(({ index, header, column }) => ({
    column: column.field,
    header,
    cell: cellAddress(row, index),
    ...waitingValue(cells[index] ?? null),
  }));

/** The cell with a new value; what the file holds stays beside it, and saying the same again takes it back. */
export function correctedCell(cell: WaitingCell, value: string): WaitingCell {
  const { column, header, cell: address } = cell;
  const place = { column, header, cell: address };
  const original: WaitingValue = cell.original ?? {
    value: cell.value,
    ...(cell.type === undefined ? {} : { type: cell.type }),
  };
  if (value === original.value) return { ...place, ...original };
  return { ...place, value, original };
}

/** Index of a cell's column, from 0: "F17" gives 5. */
export const columnIndex = (address: string): number =>
  [...(/^[A-Z]+/.exec(address)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) -
  1;
