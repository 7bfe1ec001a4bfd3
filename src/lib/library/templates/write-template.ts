import writeXlsxFile, {
  type Cell,
  type CellObject,
  type Feature,
  type Row,
  type Sheet,
} from 'write-excel-file/universal';
import { rowHeight } from './row-height';
import type { TemplateCell, TemplateSheet } from './template';

/** The only module that writes workbooks: every template, official table and list of findings goes through it. */

const bodyFont = { fontFamily: '宋体', fontSize: 10 } as const;
const titleStyle = { fontFamily: '黑体', fontSize: 16, align: 'center', alignVertical: 'center' } as const;
const headStyle = { fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true } as const;
const valueStyle = { alignVertical: 'center', wrap: true } as const;
const frame = { borderStyle: 'thin' } as const;
const titleHeight = 30;

/** Long tables must not be cut at the right edge of the page: one page wide, as many long as it takes. */
const onePageWide: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content) =>
          content
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

function cellOf(cell: TemplateCell, ruled: boolean): Cell {
  const { value, across = 1, down = 1, label = false } = cell;
  if (cell.covered) return null;
  const span = across > 1 || down > 1 ? { columnSpan: across, rowSpan: down } : {};
  if (label && !ruled) return { value: value ?? '', ...titleStyle, ...span, height: titleHeight };
  if (label) return { value: value ?? '', ...headStyle, ...frame, ...span };
  if (!ruled) return value;
  const filled: CellObject = {
    ...valueStyle,
    ...frame,
    ...span,
    ...(cell.centred ? { align: 'center' } : {}),
  };
  return value === null ? filled : { ...filled, value };
}

/** The cells of a row; the writer wants an empty place for each column that a cell reaches across. */
function rowOf(cells: readonly TemplateCell[], ruled: boolean, widths: readonly number[]): Row {
  const row = cells.flatMap((cell) => [
    cellOf(cell, ruled),
    ...Array<null>((cell.across ?? 1) - 1).fill(null),
  ]);
  if (!ruled) return row;
  const rest = Array.from({ length: Math.max(0, widths.length - row.length) }, (): Cell => ({ ...frame }));
  const height = rowHeight(cells, widths);
  return [...row, ...rest].map((cell) => (isStyled(cell) ? { ...cell, height } : cell));
}

const isStyled = (cell: Cell): cell is CellObject =>
  typeof cell === 'object' && cell !== null && 'borderStyle' in cell;

function sheetOf({ name, widths, rows, ruled }: TemplateSheet): Sheet<Blob> {
  const { from, to } = ruled ?? { from: 1, to: rows.length - 1 };
  return {
    sheet: name,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: rows.map((cells, index) => rowOf(cells, index >= from && index <= to, widths)),
  };
}

export type { CellObject, Sheet } from 'write-excel-file/universal';

/** A workbook (xlsx) of sheets whose cells are styled already, one page wide on paper. */
export async function writeSheets(sheets: readonly Sheet<Blob>[]): Promise<Uint8Array> {
  const options = { ...bodyFont, features: [onePageWide] };
  const blob = await writeXlsxFile([...sheets], options).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** A workbook (xlsx) of these sheets, to be printed on A4 landscape, one page wide. */
export const writeTemplate = (sheets: readonly TemplateSheet[]): Promise<Uint8Array> =>
  writeSheets(sheets.map(sheetOf));
