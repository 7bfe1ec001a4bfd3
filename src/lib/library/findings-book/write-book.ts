import { writeSheets, type CellObject, type Sheet } from '../templates/write-template';
import { zipPackage } from '../package/zip-package';
import type { BookCell, BookSheet } from './book-sheet';
import type { FindingsBook } from './findings-book';

const frame = { borderStyle: 'thin', borderColor: '#b9b5aa' } as const;
const body = { ...frame, alignVertical: 'top' } as const;

/** Marks are a fill and bold words, so that they also show on a grey printout. */
const styles: Record<NonNullable<BookCell['look']> | 'plain', CellObject> = {
  plain: { ...body },
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
  error: { ...body, fontWeight: 'bold', backgroundColor: '#f5c9c2' },
  warning: { ...body, backgroundColor: '#fbe9b0' },
};

function cellOf({ value, look }: BookCell, beforeHead: boolean): CellObject {
  const style = beforeHead && look === undefined ? {} : styles[look ?? 'plain'];
  return value === null ? style : { ...style, value };
}

const sheetOf = ({ name, widths, rows, frozenRows }: BookSheet): Sheet<Blob> => ({
  sheet: name,
  orientation: 'landscape',
  stickyRowsCount: frozenRows,
  columns: widths.map((width) => ({ width })),
  data: rows.map((cells, index) => cells.map((cell) => cellOf(cell, index < frozenRows - 1))),
});

/** A sender's workbook (xlsx). */
export const writeBook = ({ sheets }: Pick<FindingsBook, 'sheets'>): Promise<Uint8Array> =>
  writeSheets(sheets.map(sheetOf));

/** Workbooks in one archive, under their names. */
export const zipBooks = (books: Readonly<Record<string, Uint8Array>>): Uint8Array => zipPackage(books);
