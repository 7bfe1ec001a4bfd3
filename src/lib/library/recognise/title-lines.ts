import type { MoneyUnit } from '$lib/domain/money';
import { cellText, isBlank, type CellValue } from '../read/cells';
import { unitOf } from '../values/amount';
import { halfWidth } from '../values/text';

/** A value of a title line with the cell that holds it. */
export interface TitleValue {
  value: CellValue;
  row: number;
  index: number;
}

/** What stands above the header. */
export interface TitleLines {
  /** All words of the title, in half-width. */
  title: string;
  /** 地区; null without such a line, a blank value where the line is left empty. */
  region: TitleValue | null;
  /** 汇总时间 */
  compiledOn: TitleValue | null;
  /** 单位：万元 for the whole table. */
  unit: MoneyUnit | null;
}

type Rows = readonly (readonly CellValue[])[];

const labels = { region: /地区:?/, compiledOn: /汇总时间:?/ } as const;
const anyLabel = /(?:地区|汇总时间|单位|填报单位|制表):?/;
const tableUnit = /单位:(?:人民币)?(亿元|万元|元)/;

const wordsOf = (cell: CellValue): string => halfWidth(cellText(cell)).replace(/\s+/g, '');

/** The value that follows a label: in the same cell, else in the next filled cell of the row. */
function labelled(rows: Rows, label: RegExp): TitleValue | null {
  for (const [row, cells] of rows.entries()) {
    for (const [index, cell] of cells.entries()) {
      const match = typeof cell === 'string' ? label.exec(wordsOf(cell)) : null;
      if (!match || (match.index > 0 && !anyLabel.test(wordsOf(cell).slice(0, match.index)))) continue;
      const rest =
        wordsOf(cell)
          .slice(match.index + match[0].length)
          .split(/(?=地区:|汇总时间)/)[0] ?? '';
      if (rest !== '') return { value: rest, row, index };
      const next = cells.findIndex((other, at) => at > index && !isBlank(other));
      const value = cells[next];
      if (value !== undefined && !(typeof value === 'string' && anyLabel.test(wordsOf(value)))) {
        return { value, row, index: next };
      }
      return { value: null, row, index };
    }
  }
  return null;
}

/** Reads the lines above the header: title, 地区, 汇总时间, unit of the table. */
export function readTitleLines(above: Rows): TitleLines {
  const words = above.flatMap((cells) => cells.filter((cell) => typeof cell === 'string').map(wordsOf));
  const unit = words.map((text) => tableUnit.exec(text)?.[1]).find((text) => text !== undefined);
  return {
    title: words.filter((text) => !labels.region.test(text) && !labels.compiledOn.test(text)).join(' '),
    region: labelled(above, labels.region),
    compiledOn: labelled(above, labels.compiledOn),
    unit: unit === undefined ? null : unitOf(unit),
  };
}

/** The guide year that a title names (2023年度…), or null. */
export function yearInTitle(title: string): number | null {
  const match = /(20\d{2})年/.exec(title);
  return match ? Number(match[1]) : null;
}

/** The annex number that a title or a sheet's or file's name carries, such as 2-1; or null. */
export function annexIn(text: string): string | null {
  const half = halfWidth(text).replace(/\s*[-\u2010\u2014_]\s*/g, '-');
  const match = /(?<![\d-])2-(\d)(?!-?\d)/.exec(half);
  return match ? `2-${match[1]}` : null;
}
