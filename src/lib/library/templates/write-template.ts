import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/universal';
import type { TemplateCell, TemplateSheet } from './template';

const shown = { fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true } as const;

function cellOf({ value, across = 1, down = 1, label = false }: TemplateCell): Cell {
  if (!label) return value;
  return { value: value ?? '', ...shown, columnSpan: across, rowSpan: down };
}

/** The cells of a row; the writer wants an empty place for each column that a cell reaches across. */
const rowOf = (cells: readonly TemplateCell[]): Row =>
  cells.flatMap((cell) => [cellOf(cell), ...Array<null>(cell.label ? (cell.across ?? 1) - 1 : 0).fill(null)]);

/** A workbook (xlsx) of these sheets. */
export async function writeTemplate(sheets: readonly TemplateSheet[]): Promise<Uint8Array> {
  const blob = await writeXlsxFile(
    sheets.map(({ name, widths, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      data: rows.map(rowOf),
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
