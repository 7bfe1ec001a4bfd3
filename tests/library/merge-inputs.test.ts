import { expect, test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import { knownOf } from '$lib/library/inputs/known-projects';
import { mergeImport, type OwnLibrary } from '$lib/library/merge-library';
import { csv, importWith } from './input-tables';
import { file, smallTable, type Change } from './small-table';

const dates = { loadedAt: '2026-11-21T08:00:00.000Z', fallbackAsOf: '2026-11-21' };
const first: Change = { recipient: '演示企业一', name: '演示项目一' };
const second: Change = { sequence: '2', recipient: '演示企业二', name: '演示项目二' };

const heads = ['承担单位', '项目名称', '期次', '拨付金额(万元)', '拨付日期'];
const payment = (recipient: string, name: string, amount: string) => [
  recipient,
  name,
  '1',
  amount,
  '2024-01-10',
];

async function load(existing: OwnLibrary | null, name: string, text: string): Promise<OwnLibrary> {
  const library = existing ? knownOf(existing.library.rows) : undefined;
  return mergeImport(existing, await importWith([file(name, text)], library), dates, rulebook);
}

const projects = (lines: Change[]) => smallTable(lines);
const payments = (...lines: string[][]) => csv([heads, ...lines]);
const one = payment('演示企业一', '演示项目一', '100');
const two = payment('演示企业二', '演示项目二', '50');

const loaded = async () =>
  load(await load(null, '汇总.csv', projects([first, second])), '拨付.csv', payments(one, two));

test('payments join projects that were loaded before, and the library knows that it has payments', async () => {
  const own = await loaded();
  expect(own.findings).toEqual([]);
  expect(own.library.meta.datasets).toEqual(['projects', 'disbursements']);
  expect(own.library.meta.counts).toMatchObject({ project: 2, disbursement: 2, source_file: 2 });
});

test('a file of payments that is read again replaces its rows, and the projects stay', async () => {
  const own = await load(await loaded(), '拨付.csv', payments(one.with(3, '80')));
  expect(own.library.rows.disbursement.map((row) => row.paid_fen)).toEqual([80_000_000]);
  expect(own.library.rows.project).toHaveLength(2);
});

test('the same payment in another file stands once', async () => {
  const own = await load(await loaded(), '拨付二.csv', payments(one, two.with(2, '2')));
  expect(own.library.rows.disbursement).toHaveLength(3);
  expect(own.library.rows.source_file.map(({ name, rows_loaded }) => [name, rows_loaded])).toEqual([
    ['汇总.csv', 2],
    ['拨付.csv', 1],
    ['拨付二.csv', 2],
  ]);
});

test('payments of a project that left with its file go too, and each is named', async () => {
  const own = await load(await loaded(), '汇总.csv', projects([first]));
  expect(own.library.rows.disbursement).toHaveLength(1);
  expect(own.findings).toMatchObject([{ code: 'part_without_project', file: '拨付.csv', cell: '3:3' }]);
});

test('a result that is decided anew replaces the earlier one and says so', async () => {
  const result = (text: string) =>
    csv([
      ['承担单位', '项目名称', '验收日期', '验收结果'],
      ['演示企业一', '演示项目一', '2025-03-01', text],
    ]);
  const before = await load(await loaded(), '验收一.csv', result('暂缓'));
  const own = await load(before, '验收二.csv', result('通过'));
  expect(own.library.rows.acceptance.map((row) => row.result)).toEqual(['passed']);
  expect(own.findings).toMatchObject([{ code: 'earlier_row_replaced', file: '验收二.csv' }]);
});

const awards = (...lines: string[][]) =>
  csv([['承担单位', '项目名称', '补助金额(万元)', '立项日期'], ...lines]);
const passed = csv([
  ['承担单位', '项目名称', '验收日期', '验收结果'],
  ['演示企业一', '演示项目一', '2025-03-01', '通过'],
]);
const award = ['演示企业一', '演示项目一', '40', '2023-11-20'];
const firstOf = (own: OwnLibrary) => own.library.rows.project.find(({ name }) => name === '演示项目一');
const withAward = async () =>
  load(await load(null, '汇总.csv', projects([first, second])), '立项.csv', awards(award));

test('an award makes a project of an earlier import an awarded one, and the library knows that it has awards', async () => {
  const own = await withAward();
  expect(own.findings).toEqual([]);
  expect(firstOf(own)).toMatchObject({ status: 'awarded', award_fen: 40_000_000, awarded_on: '2023-11-20' });
  expect(own.library.meta.datasets).toEqual(['projects', 'awards']);
});

test('a summary table that comes again takes nothing back', async () => {
  const own = await load(await withAward(), '汇总.csv', projects([first, second]));
  expect(firstOf(own)).toMatchObject({ status: 'awarded', award_fen: 40_000_000 });
});

test('awards that are read again without a project take its award back', async () => {
  const own = await load(
    await withAward(),
    '立项.csv',
    awards(award.with(0, '演示企业二').with(1, '演示项目二')),
  );
  expect(firstOf(own)).toMatchObject({ status: 'admitted', award_fen: null, awarded_on: null });
});

test('an acceptance sets day and status, and with all money paid the project is settled', async () => {
  const accepted = await load(await withAward(), '验收.csv', passed);
  expect(firstOf(accepted)).toMatchObject({ status: 'accepted', accepted_on: '2025-03-01' });
  const settled = await load(accepted, '拨付.csv', payments(one.with(3, '40')));
  expect(firstOf(settled)?.status).toBe('settled');
});
