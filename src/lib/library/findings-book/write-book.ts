import { writeSheets, type CellObject, type Sheet } from '../templates/write-template';
import { zipPackage } from '../package/zip-package';
import type { BookCell, BookSheet } from './book-sheet';
import type { FindingsBook } from './findings-book';

const frame = { borderStyle: 'thin', borderColor: '#b9b5aa' } as const;
const body = { ...frame, alignVertical: 'top' } as const;

/** Marks are a fill and bold words, so that they also show on a grey printout. */
const styles: Record<NonNullable<BookCell['look']> | 'plain', CellObject> = {
  plain: { ...body, wrap: true },
  words: { ...body, wrap: true },
  title: { fontWeight: 'bold', fontSize: 14, height: 26, alignVertical: 'center' },
  quiet: { textColor: '#54524b' },
  head: {
    ...frame,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    backgroundColor: '#ebe8e0',
  },
  error: { ...body, wrap: true, fontWeight: 'bold', backgroundColor: '#f5c9c2' },
  warning: { ...body, wrap: true, backgroundColor: '#fbe9b0' },
};

function cellOf({ value, look }: BookCell, beforeHead: boolean): CellObject {
  const style = beforeHead && look === undefined ? {} : styles[look ?? 'plain'];
  return value === null ? style : { ...style, value };
}

const lineHeight = 13.5;
/** Chinese characters are two letters wide. */
const lettersIn = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0);

const linesIn = ({ value }: BookCell, width: number): number =>
  String(value ?? '')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((lettersIn(line) * 1.1) / width)), 0);

/** Not every spreadsheet makes a row as high as its wrapped words need. */
function rowOf(cells: readonly BookCell[], widths: readonly number[], beforeHead: boolean): CellObject[] {
  const styled = cells.map((cell) => cellOf(cell, beforeHead));
  const lines = Math.max(1, ...cells.map((cell, index) => linesIn(cell, widths[index] ?? 10)));
  const [first, ...rest] = styled;
  if (beforeHead || lines === 1 || !first) return styled;
  return [{ ...first, height: lines * lineHeight + 2 }, ...rest];
}

const sheetOf = ({ name, widths, rows, frozenRows }: BookSheet): Sheet<Blob> => ({
  sheet: name,
  orientation: 'landscape',
  stickyRowsCount: frozenRows,
  columns: widths.map((width) => ({ width })),
  data: rows.map((cells, index) => rowOf(cells, widths, index < frozenRows - 1)),
});

/** A sender's workbook (xlsx). */
export const writeBook = ({ sheets }: Pick<FindingsBook, 'sheets'>): Promise<Uint8Array> =>
  writeSheets(sheets.map(sheetOf));

/** Workbooks in one archive, under their names. */
export const zipBooks = (books: Readonly<Record<string, Uint8Array>>): Uint8Array => zipPackage(books);
