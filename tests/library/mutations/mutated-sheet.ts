import type { GoodTable } from '../../fixtures/good-tables';
import {
  lineFields,
  noteLine,
  officialHeads,
  sealLines,
  titleOf,
  type LineField,
} from '../../fixtures/official-layout';
import { dateText, trueRow, type TrueRow } from './known-numbers';

/** A cell of a mutated sheet; formulas carry the value that was saved with them, or none. */
export type MutatedCell =
  string | number | boolean | null | { formula: string; value: number | null } | { error: string };

export interface MutatedColumn {
  /** Null for a column that the annex does not know. */
  field: LineField | null;
  head: string;
  /** Unit in a row of its own below the heads, where there is such a row. */
  unitBelow: string | null;
}

export interface MutatedRow {
  cells: MutatedCell[];
  /** What the row truly says; null for lines that are no project. */
  truth: TrueRow | null;
}

export interface MutatedSheet {
  titles: MutatedCell[][];
  columns: MutatedColumn[];
  /** Rows of the header: the names alone, groups above them, units below them. */
  header: ('groups' | 'names' | 'units')[];
  rows: MutatedRow[];
  tail: MutatedCell[][];
  /** Cells joined down or across, as row and column of the whole grid with height and width. */
  merged: { row: number; column: number; height: number; width: number }[];
  /** An older state of the rows on a sheet that is hidden. */
  hidden: MutatedCell[][] | null;
}

/** The table as it was handed in, before anything is done to it. */
export const untouched = (table: GoodTable): MutatedSheet => ({
  titles: [
    [`附件${table.annex}`],
    [titleOf(table)],
    [`地区：${table.region}`],
    [`汇总时间：${table.compiledOn}`],
  ],
  columns: lineFields.map((field) => ({
    field,
    head: officialHeads[field].replace('\n', ''),
    unitBelow: null,
  })),
  header: ['names'],
  rows: table.lines.map((line) => ({
    truth: trueRow(line),
    cells: lineFields.map((field) => {
      if (field === 'start' || field === 'end') return dateText(line[field]);
      const cell = line[field];
      return typeof cell === 'number' || typeof cell === 'string' ? cell : null;
    }),
  })),
  tail: [[], ...sealLines.map((seal) => [seal]), [noteLine]],
  merged: [],
  hidden: null,
});

const groupOf = (field: LineField | null): string | null => {
  if (field === 'recipient') return '项目申报单位2021年基本情况';
  return field === 'category' ? '项目基本情况' : null;
};

function headerLine(sheet: MutatedSheet, kind: MutatedSheet['header'][number]): MutatedCell[] {
  if (kind === 'names') return sheet.columns.map(({ head }) => head);
  if (kind === 'units') return sheet.columns.map(({ unitBelow }) => unitBelow);
  return sheet.columns.map(({ field }) => groupOf(field));
}

/** All rows of the visible sheet. */
export const gridOf = (sheet: MutatedSheet): MutatedCell[][] => [
  ...sheet.titles,
  ...sheet.header.map((kind) => headerLine(sheet, kind)),
  ...sheet.rows.map(({ cells }) => cells),
  ...sheet.tail,
];
