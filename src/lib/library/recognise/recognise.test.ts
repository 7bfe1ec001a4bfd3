import { describe, expect, test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import type { CellValue } from '../read/cells';
import { findDataRows } from './data-rows';
import { findHeader } from './find-header';
import { headerKey } from './header-key';
import { annexIn, readTitleLines, yearInTitle } from './title-lines';

const columns = rulebook.summaryTables.flatMap((table) => table.columns);
const names = [
  '序号',
  '单位名称',
  '申报项目类别',
  '申报项目名称',
  '申报项目总投资(万元)',
  '项目申请补助资金(万元)',
];
const row = (number: number): CellValue[] => [
  number,
  `演示企业${number}`,
  '数据产品化项目',
  `演示项目${number}`,
  900,
  90,
];

describe('header cells mean the same however they are written', () => {
  test.each([
    ['主营业务收入（万元）', '主营业务收入', 'wanYuan'],
    ['主营业务收入\n(万元)', '主营业务收入', 'wanYuan'],
    ['2021 年主营业务收入【亿元】', '主营业务收入', 'yiYuan'],
    ['其中：固定资产投资（单位：元）', '固定资产投资', 'yuan'],
    ['总投资万元', '总投资', 'wanYuan'],
    ['单 位 名 称', '单位名称', null],
  ])('%s', (header, key, unit) => {
    expect(headerKey(header)).toEqual({ key, unit });
  });
});

describe('the header is found', () => {
  test('in one row, in any order, with unknown columns noted', () => {
    const header = findHeader([['标题'], [...names].reverse(), row(1)], columns);
    expect(header?.columns.map(({ column }) => column.field)).toEqual([
      'requested_fen',
      'total_investment_fen',
      'name',
      'category_id',
      'recipient_name',
      'sequence',
    ]);
    expect(header?.firstDataRow).toBe(2);
    expect(findHeader([[...names, '经办人'], row(1)], columns)?.unknown).toEqual([
      { index: 6, headerRow: 0, header: '经办人', unit: null },
    ]);
  });

  test('in two rows with merged cells, 序号 reaching down', () => {
    const groups = ['序号', '项目申报单位2021年基本情况', null, '项目基本情况', null, null];
    const header = findHeader([['标题'], groups, [null, ...names.slice(1)], row(1)], columns);
    expect(header).toMatchObject({ top: 1, firstDataRow: 3, unknown: [] });
    expect(header?.columns[0]).toMatchObject({ index: 0, headerRow: 1, column: { field: 'sequence' } });
  });

  test('with a row of units below the names', () => {
    const bare = names.map((name) => name.replace('(万元)', ''));
    const header = findHeader([bare, [null, null, null, null, '万元', '（元）'], row(1)], columns);
    expect(header?.columns.map(({ unit }) => unit)).toEqual([null, null, null, null, 'wanYuan', 'yuan']);
    expect(header?.firstDataRow).toBe(2);
  });

  test('five known columns are a header, four are not', () => {
    expect(findHeader([names.slice(0, 5)], columns)).not.toBeNull();
    expect(findHeader([names.slice(0, 4)], columns)).toBeNull();
  });
});

describe('title lines', () => {
  test('地区 and 汇总时间 stand in a cell of their own, in one cell, or beside their label', () => {
    expect(readTitleLines([['地区：苏州市'], ['汇总时间：2022年11月1日']])).toMatchObject({
      region: { value: '苏州市', row: 0, index: 0 },
      compiledOn: { value: '2022年11月1日', row: 1, index: 0 },
    });
    expect(readTitleLines([['地 区: 苏州市   汇总时间: 2022-11-01']])).toMatchObject({
      region: { value: '苏州市' },
      compiledOn: { value: '2022-11-01' },
    });
    expect(readTitleLines([['地区：', null, '苏州市', '汇总时间：', '2022-11-01']])).toMatchObject({
      region: { value: '苏州市', row: 0, index: 2 },
      compiledOn: { value: '2022-11-01', row: 0, index: 4 },
    });
  });

  test('an empty line is told from a missing one', () => {
    expect(readTitleLines([['地区：', '汇总时间：']])).toMatchObject({
      region: { value: null },
      compiledOn: { value: null },
    });
    expect(readTitleLines([['标题']])).toMatchObject({ region: null, compiledOn: null, unit: null });
  });

  test('the unit of the whole table, the year and the annex', () => {
    expect(readTitleLines([['单位：元']]).unit).toBe('yuan');
    expect(readTitleLines([['单位名称：演示企业']]).unit).toBeNull();
    expect(yearInTitle('2023年度江苏省')).toBe(2023);
    expect(yearInTitle('汇总表')).toBeNull();
    expect(annexIn('附件 2－3')).toBe('2-3');
    expect(annexIn('附件2-1-南京市.xlsx')).toBe('2-1');
    expect(annexIn('附件1-26')).toBeNull();
    expect(annexIn('导出2022-1-5')).toBeNull();
  });
});

describe('rows of data end where seals and notes begin', () => {
  const rowsOf = (rows: CellValue[][]) => {
    const all = [names, ...rows];
    const header = findHeader(all, columns);
    if (!header) throw new Error('no header');
    return findDataRows(all, header);
  };

  test('blank lines, numbered empty lines and repeated headers are no data', () => {
    expect(rowsOf([row(1), [], [2, null], names, row(3)]).rows).toEqual([1, 5]);
  });

  test('合计 is a total, 小计 is left out, neither is a project', () => {
    expect(
      rowsOf([row(1), ['小计', null, null, null, 900], row(2), ['合 计', null, null, null, 1800]]),
    ).toEqual({
      rows: [1, 3],
      totals: [4],
      afterEnd: null,
    });
  });

  test('a firm whose name holds 盖章 is data, a seal line ends the data', () => {
    const firm = row(1).with(1, '演示企业盖章机械有限公司');
    expect(rowsOf([firm, ['市财政局（盖章）'], ['注：此表自动生成']])).toEqual({
      rows: [1],
      totals: [],
      afterEnd: null,
    });
  });

  test('data below the seals is named', () => {
    expect(rowsOf([row(1), ['市财政局（盖章）'], row(2)]).afterEnd).toBe(3);
  });
});
