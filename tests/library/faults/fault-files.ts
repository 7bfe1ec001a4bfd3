import { cellAddress } from '$lib/library/read/cells';
import { csvRow, headLine, titleLines, type Change } from '../small-table';
import { csv } from '../input-tables';
import { textCell, tinyWorkbook, type TinySheet } from '../tiny-workbook';

/** Cells of a sheet, row by row from row 1 and column A; a number is a number cell, which only workbooks have. */
export type Lines = readonly (readonly (string | number)[])[];

export interface FaultySheet {
  name: string;
  lines: Lines;
  hidden?: boolean;
}

/** A file that is written as csv or as workbook; only workbooks have several sheets. */
export interface FaultyFile {
  /** Without the ending. */
  name: string;
  sheets: readonly FaultySheet[];
}

export type Format = 'csv' | 'xlsx';
export const sheetName = '表';

export const fileOf = (lines: Lines, name = '演示'): FaultyFile => ({
  name,
  sheets: [{ name: sheetName, lines }],
});

const cellsOf = (line: string): string[] => line.slice(1, -1).split('","');

/** A sheet of annex 2-3 with one line for each set of changes; the header stands in row 5, the lines from row 6. */
export const summary = (
  changes: readonly Change[] = [{}],
  titles: readonly string[] = titleLines,
): string[][] => [
  ...titles.map((title) => [title]),
  cellsOf(headLine),
  ...changes.map((change) => cellsOf(csvRow(change))),
];

/** The sheet with one cell of its header written anew; null leaves the column out. */
export function headed(column: number, header: string | null, change: Change = {}): string[][] {
  return summary([change]).map((line, row) => {
    if (row < titleLines.length) return line;
    if (header === null) return line.toSpliced(column, 1);
    return row === titleLines.length ? line.with(column, header) : line;
  });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const cellXml = (value: string | number, row: number, column: number): string => {
  const address = cellAddress(row, column);
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
  return value === '' ? '' : textCell(address, escaped(value));
};

const sheetXml = ({ name, lines, hidden = false }: FaultySheet): TinySheet => ({
  name,
  hidden,
  rows: lines
    .map((line, row) => {
      const cells = line.map((value, column) => cellXml(value, row, column));
      return `<row r="${row + 1}">${cells.join('')}</row>`;
    })
    .join(''),
});

/** The file's name and bytes in a format. */
export function written({ name, sheets }: FaultyFile, format: Format): { name: string; bytes: Uint8Array } {
  const [first] = sheets;
  const texts = (first?.lines ?? []).map((line) => line.map(String));
  const bytes = format === 'csv' ? new TextEncoder().encode(csv(texts)) : tinyWorkbook(sheets.map(sheetXml));
  return { name: `${name}.${format}`, bytes };
}
