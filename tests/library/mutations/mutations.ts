import fc from 'fast-check';
import type { LineField } from '../../fixtures/official-layout';
import { isMoney, moneyNames } from './known-numbers';
import {
  columnOf,
  formula,
  hugeNumber,
  mapRows,
  mergedDown,
  otherDigits,
  wrongType,
  type Mutation,
} from './cell-mutations';
import { gridOf, type MutatedCell } from './mutated-sheet';

const shuffled = fc
  .array(fc.nat(1_000_000), { minLength: 15, maxLength: 15 })
  .map((weights): Mutation => (sheet) => {
    const order = sheet.columns
      .map((_, index) => index)
      .sort((one, other) => (weights[one % 15] ?? 0) - (weights[other % 15] ?? 0));
    const inOrder = <T>(list: readonly T[], otherwise: T): T[] =>
      order.map((index) => list[index] ?? otherwise);
    const none = { field: null, head: '', unitBelow: null };
    return {
      ...sheet,
      columns: inOrder(sheet.columns, none),
      rows: sheet.rows.map((row) => ({ ...row, cells: inOrder<MutatedCell>(row.cells, null) })),
    };
  });

const withColumn =
  (at: number, head: string, cell: (index: number) => MutatedCell): Mutation =>
  (sheet) => ({
    ...sheet,
    columns: sheet.columns.toSpliced(at, 0, { field: null, head, unitBelow: null }),
    rows: sheet.rows.map((row, index) => ({ ...row, cells: row.cells.toSpliced(at, 0, cell(index)) })),
  });

const extraColumn = fc
  .record({
    at: fc.nat(15),
    head: fc.constantFrom(
      '经办人',
      '联系电话',
      '备注',
      '',
      '其中：设备投资',
      '2020年主营业务',
      '审核金额(万元)',
      '总投资增幅',
    ),
    value: fc.constantFrom<MutatedCell>('张某某', 99_999, 0.5, null, '是'),
  })
  .map(({ at, head, value }) => withColumn(at, head, () => value));

/** A second column under the head of an official one, with other numbers. */
const duplicateHead = fc
  .record({ at: fc.nat(15), field: fc.constantFrom(...moneyNames) })
  .map(({ at, field }): Mutation => (sheet) => {
    const head = sheet.columns[columnOf(sheet, field)]?.head ?? '';
    return withColumn(at, head, (index) => 77_000 + index)(sheet);
  });

const similarHeads: Partial<Record<LineField, string>> = {
  recipient: '申报单位全称',
  category: '申报的项目类别',
  name: '申报项目的名称',
  total: '申报项目计划总投资额(万元)',
  requested: '项目拟申请的补助资金(万元)',
  profit: '利润总计(万元)',
};

const driftedHead = fc
  .constantFrom(...(Object.keys(similarHeads) as LineField[]))
  .map((field): Mutation => (sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column) =>
      column.field === field ? { ...column, head: similarHeads[field] ?? column.head } : column,
    ),
  }));

const units: Record<string, { factor: number; readable: boolean }> = {
  元: { factor: 10_000, readable: true },
  亿元: { factor: 0.0001, readable: true },
  千元: { factor: 10, readable: false },
};

/** Numbers as they are written in the unit, and nothing else changed. */
const inUnit = (cell: MutatedCell, factor: number): MutatedCell =>
  typeof cell === 'number' ? Number((cell * factor).toFixed(6)) : cell;

const otherUnit = fc
  .record({
    field: fc.constantFrom(...moneyNames),
    unit: fc.constantFrom('元', '亿元', '千元'),
    below: fc.boolean(),
  })
  .map(({ field, unit, below }): Mutation => (sheet) => {
    const at = columnOf(sheet, field);
    const { factor, readable } = units[unit] ?? { factor: 1, readable: true };
    const changed = mapRows(sheet, ({ cells, truth }) => ({
      cells: cells.map((cell, index) => (index === at ? inUnit(cell, factor) : cell)),
      truth: truth && { ...truth, fen: { ...truth.fen, ...(readable ? {} : { [field]: null }) } },
    }));
    const bare = (head: string) => head.replace(/\((?:万|亿|千)?元\)/, '');
    const columns = changed.columns.map((column, index) => {
      if (!below) return index === at ? { ...column, head: `${bare(column.head)}(${unit})` } : column;
      if (!isMoney(column.field)) return column;
      return { ...column, head: bare(column.head), unitBelow: index === at ? unit : '万元' };
    });
    return { ...changed, columns, header: below ? [...changed.header, 'units'] : changed.header };
  });

const blankLines = fc.array(fc.nat(9), { maxLength: 3 }).map((places): Mutation => (sheet) => ({
  ...sheet,
  rows: places.reduce((rows, at) => rows.toSpliced(at, 0, { cells: [], truth: null }), sheet.rows),
}));

const shiftedTitles = fc
  .record({ blanks: fc.nat(3), right: fc.nat(4), without: fc.constantFrom(null, 0, 2, 3) })
  .map(({ blanks, right, without }): Mutation => (sheet) => ({
    ...sheet,
    titles: [
      ...Array.from({ length: blanks }, () => []),
      ...sheet.titles
        .filter((_, index) => index !== without)
        .map((cells) => [...Array.from({ length: right }, () => null), ...cells]),
    ],
  }));

const groupsAbove: Mutation = (sheet) => ({ ...sheet, header: ['groups', ...sheet.header] });

const trailingTotals = fc
  .record({ word: fc.constantFrom('合计', '总 计', '小计', '合计：'), at: fc.nat(3), right: fc.boolean() })
  .map(({ word, at, right }): Mutation => (sheet) => {
    const sums = sheet.columns.map(({ field }, index): MutatedCell => {
      if (index === at) return word;
      if (!isMoney(field)) return null;
      const sum = sheet.rows.reduce((total, { cells }) => total + (Number(cells[index]) || 0), 0);
      return right ? Number(sum.toFixed(6)) : 1;
    });
    return { ...sheet, rows: [...sheet.rows, { cells: sums, truth: null }] };
  });

const headAgain = fc.nat(8).map((at): Mutation => (sheet) => {
  const cells = sheet.columns.map(({ head }): MutatedCell => head);
  return { ...sheet, rows: sheet.rows.toSpliced(at, 0, { cells, truth: null }) };
});

const hiddenSheet: Mutation = (sheet) => ({
  ...sheet,
  hidden: gridOf({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (typeof cell === 'number' ? cell + 1 : cell)),
    })),
  }),
});

const any = fc.oneof(
  { weight: 3, arbitrary: extraColumn },
  { weight: 1, arbitrary: duplicateHead },
  { weight: 1, arbitrary: driftedHead },
  { weight: 2, arbitrary: blankLines },
  { weight: 4, arbitrary: wrongType },
  { weight: 2, arbitrary: hugeNumber },
  { weight: 2, arbitrary: formula },
  { weight: 2, arbitrary: otherDigits },
  { weight: 2, arbitrary: shiftedTitles },
  { weight: 2, arbitrary: trailingTotals },
  { weight: 1, arbitrary: headAgain },
  { weight: 2, arbitrary: mergedDown },
  { weight: 2, arbitrary: fc.constant(groupsAbove) },
  { weight: 1, arbitrary: fc.constant(hiddenSheet) },
);

/** Up to five mutations after one another: first another unit, last another order of the columns. */
export const mutations: fc.Arbitrary<Mutation> = fc
  .tuple(
    fc.option(otherUnit),
    fc.array(any, { minLength: 1, maxLength: 4 }),
    fc.option(shuffled, { freq: 1 }),
  )
  .map(
    ([unit, changes, order]): Mutation =>
      (sheet) =>
        [...(unit ? [unit] : []), ...changes, ...(order ? [order] : [])].reduce(
          (changed, change) => change(changed),
          sheet,
        ),
  );
