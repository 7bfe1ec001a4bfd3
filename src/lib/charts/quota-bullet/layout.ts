import { columnsOf, shownRemarks, type BulletColumns, type BulletForm } from './columns';
import type { BulletInput, BulletRow } from './rows';

export interface PlacedRow {
  row: BulletRow;
  y: number;
  height: number;
  /** Middle of the line of words. */
  wordsY: number;
  /** Middle of the bars. */
  barY: number;
}

export interface BulletLayout extends BulletColumns {
  em: number;
  width: number;
  height: number;
  barHeight: number;
  rows: PlacedRow[];
  rowsTop: number;
  rowsBottom: number;
}

/** Heights in em: of a row, of a row with two lanes for parts, of a heading, of one line of remarks. */
const measures = {
  wide: { row: 1.84, lanes: 2.5, area: 1.84, top: 1.8, bar: 0.8 },
  middle: { row: 1.52, lanes: 2.15, area: 1.6, top: 1.8, bar: 0.7 },
  phone: { row: 3.5, lanes: 4.4, area: 2.6, top: 1.9, bar: 0.8 },
} as const;
const remarkLine = 1.4;

function rowHeight(row: BulletRow, form: BulletForm, em: number, applicationsOnly: boolean): number {
  const { row: plain, lanes, area } = measures[form];
  if (row.kind === 'area') return em * area;
  const remarks = shownRemarks(row, form, applicationsOnly).length;
  const own = row.subs.filter(({ used }) => used !== null).length > 1 ? lanes : plain;
  if (form === 'phone') return em * (own + remarks * remarkLine);
  return em * Math.max(own, remarks * 1.25);
}

function placeRows(input: BulletInput, form: BulletForm, em: number, applicationsOnly: boolean): PlacedRow[] {
  let y = em * measures[form].top;
  return input.rows.map((row) => {
    const height = rowHeight(row, form, em, applicationsOnly);
    const placed = {
      row,
      y,
      height,
      wordsY: form === 'phone' ? y + em * (row.kind === 'area' ? 1.5 : 0.95) : y + height / 2,
      barY: form === 'phone' ? y + em * 2.45 : y + height / 2,
    };
    y += height;
    return placed;
  });
}

/** Places everything of the chart but the marks themselves; pure, in pixels. */
export function layOut(input: BulletInput, width: number, em: number): BulletLayout {
  const columns = columnsOf(input, width, em);
  const { form, applicationsOnly } = columns;
  const rows = placeRows(input, form, em, applicationsOnly);
  const last = rows.at(-1);
  const rowsTop = em * measures[form].top;
  const rowsBottom = last ? last.y + last.height : rowsTop;
  return {
    ...columns,
    em,
    width,
    rows,
    rowsTop,
    rowsBottom,
    barHeight: Math.round(em * measures[form].bar),
    height: Math.ceil(rowsBottom + (applicationsOnly ? em * 2.2 : em * 0.3)),
  };
}
