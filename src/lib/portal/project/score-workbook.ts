import {
  placeCells,
  type GridCell,
  type GridSheet,
  type GridTable,
} from '$lib/briefing/score-sheet/sheet-grid';
import { safeText } from '$lib/library/findings-book/safe-text';
import { rowHeight } from '$lib/library/templates/row-height';
import type { TemplateCell } from '$lib/library/templates/template';
import { writeSheets, type CellObject, type Sheet } from '$lib/library/templates/write-template';

/** Loaded when a workbook is asked for: the writer of workbooks is heavy. */

const frame = { borderStyle: 'thin' } as const;
const middle = { alignVertical: 'center', wrap: true } as const;
const looks = {
  head: { ...frame, ...middle, align: 'center', fontWeight: 'bold' },
  sum: { ...frame, ...middle, align: 'center', fontWeight: 'bold', backgroundColor: '#ebe8e0' },
  plain: { ...frame, ...middle, fontFamily: '仿宋' },
} as const;

type Line = (CellObject | null)[];

function cellOf({ value, across = 1, down = 1, look, align, format }: GridCell): CellObject {
  const span = across > 1 || down > 1 ? { columnSpan: across, rowSpan: down } : {};
  const style = { ...looks[look ?? 'plain'], ...span, ...(align ? { align } : {}) };
  if (typeof value !== 'number') return { ...style, value: safeText(value ?? '—') };
  return { ...style, value, type: Number, ...(format ? { format } : {}) };
}

/** The lines of a table: a place for every column, empty where a cell above or beside reaches over it. */
function linesOf(table: GridTable, widths: readonly number[]): Line[] {
  return placeCells(table, widths.length).map((placed) => {
    const line: Line = widths.map(() => null);
    const words = widths.map((): TemplateCell => ({ value: null }));
    for (const { cell, column } of placed) {
      line[column] = cellOf(cell);
      // Measured by its own column where it stands alone; a cell that reaches across has the room of several.
      words[column] = { value: cell.value, across: 1, down: cell.down ?? 1 };
    }
    const rooms = widths.map((width, column) => {
      const span = placed.find((one) => one.column === column)?.cell.across ?? 1;
      return span === 1 ? width : widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    });
    const height = rowHeight(words, rooms);
    return line.map((cell) => cell && { ...cell, height });
  });
}

const across = (value: string, columns: number, style: CellObject): Line => [
  { ...style, value: safeText(value), columnSpan: columns },
  ...Array<null>(columns - 1).fill(null),
];

function sheetOf({ name, title, subtitle, widths, tables, remarks }: GridSheet): Sheet<Blob> {
  const columns = widths.length;
  const titleStyle = { fontFamily: '黑体', fontSize: 18, align: 'center', height: 32, ...middle } as const;
  const noteStyle = { fontFamily: '仿宋', ...middle } as const;
  const room = widths.reduce((sum, width) => sum + width, 0);
  const note = (text: string): Line =>
    across(text, columns, { ...noteStyle, height: rowHeight([{ value: text }], [room]) });
  return {
    sheet: name,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: [
      across(title, columns, titleStyle),
      across(subtitle, columns, { ...noteStyle, align: 'center', height: 18 }),
      ...tables.flatMap((table) => linesOf(table, widths)),
      ...remarks.map(note),
    ],
  };
}

/** A workbook (xlsx) of these sheets; text that a spreadsheet would run is made text again. */
export const writeWorkbook = (sheets: readonly GridSheet[]): Promise<Uint8Array> =>
  writeSheets(sheets.map(sheetOf));
