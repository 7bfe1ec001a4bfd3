import type { TemplateCell } from './template';

/** Spreadsheets keep a row as high as the file says, so wrapped text needs its height written. Points. */
const lineHeight = 14;
const padding = 4;
const oneLine = lineHeight + padding;
const mostLines = 12;

const isWide = (sign: string): boolean => sign > '\u2E7F';

/** Width of a text in letters; Chinese signs are two wide. */
function letters(text: string): number {
  let width = 0;
  for (const sign of text) width += isWide(sign) ? 2 : 1;
  return width;
}

function linesIn({ value, across = 1 }: TemplateCell, index: number, widths: readonly number[]): number {
  if (typeof value !== 'string') return 1;
  const room = widths.slice(index, index + across).reduce((sum, width) => sum + width, 0) - 1;
  return value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(letters(line) / Math.max(1, room))), 0);
}

/** The height of a ruled row in points, for its longest cell. */
export function rowHeight(cells: readonly TemplateCell[], widths: readonly number[]): number {
  let lines = 1;
  let index = 0;
  for (const cell of cells) {
    // A head that reaches down has the room of several rows.
    if ((cell.down ?? 1) === 1) lines = Math.max(lines, linesIn(cell, index, widths));
    index += cell.across ?? 1;
  }
  return lines === 1 ? oneLine : Math.min(lines, mostLines) * lineHeight + padding;
}
