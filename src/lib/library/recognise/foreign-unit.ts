import { cellText, type CellValue } from '../read/cells';
import { halfWidth } from '../values/text';

const otherUnit =
  /[十百千]+万?元|[十百千]+亿元|[千百]万(?!元|\p{L})|(?:万|亿|百万|千)?(?:美元|欧元|港元|港币|日元|韩元|英镑)|\bUSD\b|\bEUR\b/u;

const wordsOf = (text: string): string => halfWidth(text).replace(/\s+/g, '');

/** A unit of money that no table of the fund uses (千元, 百万元, 美元): a number under it must not be read as 万元. */
export const foreignUnitIn = (text: string): string | null => otherUnit.exec(wordsOf(text))?.[0] ?? null;

export interface ForeignUnit {
  unit: string;
  row: number;
  index: number;
}

/** A unit that is not read, in the line above the header that names the unit of the whole table (单位：千元). */
export function foreignTableUnit(above: readonly (readonly CellValue[])[]): ForeignUnit | null {
  for (const [row, cells] of above.entries()) {
    for (const [index, cell] of cells.entries()) {
      const words = typeof cell === 'string' ? wordsOf(cellText(cell)) : '';
      const after = /单位:(.{0,12})/.exec(words)?.[1];
      const unit = after === undefined ? null : foreignUnitIn(after);
      if (unit !== null) return { unit, row, index };
    }
  }
  return null;
}
