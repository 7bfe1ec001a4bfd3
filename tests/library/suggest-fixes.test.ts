import { describe, expect, test } from 'vitest';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import { file, run, smallTable, titleLines, type Change } from './small-table';
import { closestWords, slips } from '$lib/library/correct/closest-words';
import { addressWithCity } from '$lib/library/correct/fix-place';
import { suggestFixes } from '$lib/library/correct/suggest-fixes';
import { tidyDate } from '$lib/library/correct/tidy-date';
import { tidyNumber } from '$lib/library/correct/tidy-number';

const context = { rulebook, tables };

async function offersFor(change: Change, titles = titleLines, name = '演示.csv'): Promise<string[]> {
  const { quarantine } = await run([file(name, smallTable([change], titles))]);
  return quarantine
    .flatMap((row) => suggestFixes(row, context))
    .map(({ cell, value, reason, safe }) => `${cell} ${value} ${reason}${safe ? '' : '?'}`);
}

describe('a number is tidied', () => {
  test.each([
    ['6 000', '6000'],
    ['6 000.5 万元', '6000.5 万元'],
    ['6000（万元）', '6000万元'],
    ['6000万元。', '6000万元'],
    ['6000万元人民币', '6000万元'],
    ['１２００万元整', '1200万元'],
  ])('%s is %s', (text, tidy) => expect(tidyNumber(text)).toBe(tidy));

  test.each(['约6000', '60 00', '6000-7000', '六千', '6O00', '6000左右'])('%s stays no number', (text) => {
    expect(Number.isNaN(Number(tidyNumber(text)))).toBe(true);
  });
});

describe('a date is tidied', () => {
  test.each([
    ['2021年3月份', '2021-03'],
    ['2021 年 3 月 15 号', '2021-03-15'],
    ['2021—03', '2021-03'],
    ['2021.03.', '2021-03'],
    ['二〇二一年十二月', '2021-12'],
    ['二零二一年三月二十一日', '2021-03-21'],
    ['15/03/2021', '2021-03-15'],
    ['03/15/2021', '2021-03-15'],
    ['Mar. 2021', '2021-03'],
  ])('%s is %s', (text, tidy) => expect(tidyDate(text)).toBe(tidy));

  test.each(['03/04/2021', '21年3月', '2021年', '2021年3月-2022年6月', '2021年初', 'Mar-21'])(
    '%s is not one date in one way only',
    (text) => expect(tidyDate(text)).toBeNull(),
  );
});

describe('the closest words', () => {
  const named = ['智能制造示范工厂', '智能制造示范车间', '绿色化改造升级'].map((name) => ({
    thing: name,
    words: [name],
  }));

  test('count a slip, a missing sign and two signs that changed places once', () => {
    expect([
      slips('示范工厂', '示范工场'),
      slips('示范厂', '示范工厂'),
      slips('示范厂工', '示范工厂'),
    ]).toEqual([1, 1, 1]);
  });

  test('are sure for one slip, and where the text holds one name', () => {
    expect(closestWords('绿色化改造升及', named)).toEqual({ thing: '绿色化改造升级', sure: true });
    expect(closestWords('2023年智能制造示范工厂（续建）', named)).toEqual({
      thing: '智能制造示范工厂',
      sure: true,
    });
  });

  test('are only offered where another name is not clearly further', () => {
    expect(closestWords('智能制造示范工间', named)).toBeNull();
    expect(closestWords('智能制造示范工', named)).toEqual({ thing: '智能制造示范工厂', sure: false });
  });

  test('are none for something else', () => {
    expect(closestWords('月球基地建设', named)).toBeNull();
    expect(closestWords('', named)).toBeNull();
  });
});

describe('an address gets its city', () => {
  test.each([
    ['徐州铜山区演示路1号', '表.xlsx', '徐州市铜山区演示路1号'],
    ['鼓楼区演示路1号', '附件2-1-徐州市.xlsx', '徐州市鼓楼区演示路1号'],
  ])('%s in %s', (address, name, whole) => expect(addressWithCity(rulebook, address, name)).toBe(whole));

  test.each([
    ['鼓楼区演示路1号', '表.xlsx'],
    ['鼓楼区演示路1号', '南京市徐州市.xlsx'],
    ['南京路1号', '附件2-1-徐州市.xlsx'],
  ])('%s in %s does not', (address, name) => expect(addressWithCity(rulebook, address, name)).toBeNull());
});

describe('what is offered for a row', () => {
  test('says the same in the usual way', async () => {
    expect(await offersFor({ total: '6 000（万元）' })).toEqual(['J6 6000万元 amount_tidied']);
    expect(await offersFor({ end: '2022年6月份' })).toEqual(['M6 2022-06 date_tidied']);
    expect(await offersFor({ category: '专精特新中小企业能力提声项目' })).toEqual([
      expect.stringMatching(/^H6 .*category_closest$/),
    ]);
  });

  test('is never taken by itself where it changes the meaning: 元 for 万元, January or October', async () => {
    expect(await offersFor({ total: '60000000' })).toEqual(['J6 60000000元 yuan_meant?']);
  });

  test('recognises the city of an address where the 地区 line is missing', async () => {
    const titles = titleLines.map((line) => (line.startsWith('地区') ? '地区：' : line));
    expect(await offersFor({ address: '徐州铜山区演示路1号' }, titles)).toEqual([
      'C6 徐州市铜山区演示路1号 city_recognised',
    ]);
  });

  test('is nothing where only the sender knows', async () => {
    expect(await offersFor({ total: '约三千' })).toEqual([]);
    expect(await offersFor({ name: '' })).toEqual([]);
    expect(await offersFor({ end: '2022-02-30' })).toEqual([]);
    expect(await offersFor({ category: '月球基地建设项目' })).toEqual([]);
  });
});
