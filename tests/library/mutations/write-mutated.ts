import { strFromU8, strToU8 } from 'fflate';
import { packed, workbookParts } from '../tiny-workbook';
import { gridOf, type MutatedCell, type MutatedSheet } from './mutated-sheet';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

function cellXml(cell: MutatedCell, address: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if ('error' in cell) return `<c r="${address}" t="e"><v>${cell.error}</v></c>`;
  const value = cell.value === null ? '' : `<v>${cell.value}</v>`;
  return `<c r="${address}"><f>${escaped(cell.formula)}</f>${value}</c>`;
}

const rowsXml = (grid: readonly (readonly MutatedCell[])[]): string =>
  grid
    .map((cells, row) => {
      const written = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join('');
      return written === '' ? '' : `<row r="${row + 1}">${written}</row>`;
    })
    .join('');

export const sheetName = '入库项目汇总表';

/** The sheet as a workbook, with its merged cells and its hidden sheet. */
export function asWorkbook(sheet: MutatedSheet): Uint8Array {
  const hidden = sheet.hidden ? [{ name: '旧表', rows: rowsXml(sheet.hidden), hidden: true }] : [];
  const parts = workbookParts([{ name: sheetName, rows: rowsXml(gridOf(sheet)) }, ...hidden]);
  const path = 'xl/worksheets/sheet1.xml';
  const part = parts[path];
  if (part && sheet.merged.length > 0) {
    const ranges = sheet.merged.map(
      ({ row, column, height, width }) =>
        `<mergeCell ref="${letters(column)}${row + 1}:${letters(column + width - 1)}${row + height}"/>`,
    );
    const merged = `</sheetData><mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>`;
    parts[path] = strToU8(strFromU8(part).replace('</sheetData>', merged));
  }
  return packed(parts);
}

function csvCell(cell: MutatedCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'error' in cell ? cell.error : String(cell.value ?? '#CALC!');
  return `"${String(cell).replaceAll('"', '""')}"`;
}

/** The visible sheet as text; a formula is its value, as programs save it. */
export const asText = (sheet: MutatedSheet, delimiter: ',' | '\t'): Uint8Array =>
  strToU8(
    gridOf(sheet)
      .map((cells) => cells.map(csvCell).join(delimiter))
      .join('\r\n'),
  );
