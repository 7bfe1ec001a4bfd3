/** A cell as the file holds it; an error cell is its text, such as "#REF!". Empty is null. */
export type CellValue = string | number | boolean | Date | null;

/** A sheet; the first row is row 1 and the first column is A, whether they are filled or not. */
export interface SheetCells {
  /** Null for a text file, which has no sheets. */
  name: string | null;
  hidden: boolean;
  rows: CellValue[][];
}

/** Letters of a column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest;
}

/** "C17" for row index 16 and column index 2. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** "17:17" for row index 16: the whole row. */
export const rowAddress = (row: number): string => `${row + 1}:${row + 1}`;

/** A date cell's day. Workbooks keep dates without zone, which the reader gives as UTC. */
export const dayOf = (date: Date): string =>
  Number.isNaN(date.getTime()) ? String(date) : date.toISOString().slice(0, 10);

/** The cell as text, as close to what the reader of the file sees as the file tells. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  return value instanceof Date ? dayOf(value) : String(value);
}

export const isBlank = (value: CellValue | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

const errorPattern = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;

/** True for a formula that failed, and for its text in a csv. */
export const isErrorCell = (value: CellValue): value is string =>
  typeof value === 'string' && errorPattern.test(value.trim());
