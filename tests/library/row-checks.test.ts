import { describe, expect, test } from 'vitest';
import {
  file,
  findingsOf,
  findingsOfLine,
  firstRow,
  plainLine,
  run,
  smallTable,
  titleLines,
} from './small-table';

const at = (code: string, column: string, row = firstRow) => [`${code} ${column}${row}`];

test('a line without a fault has no finding and becomes one project', async () => {
  const { result, found } = await findingsOf(smallTable([{}]));
  expect(found).toEqual([]);
  expect(result.rows.project).toMatchObject([
    {
      guide_year: 2023,
      category_id: 'guides/2023/specialised-sme',
      recipient_name: plainLine.recipient,
      city_adcode: '320100',
      county_adcode: '320115',
      reports_directly: false,
      in_cluster: false,
      total_investment_fen: 3_000_000_000,
      requested_fen: 500_000_000,
      start_date: '2021-01-01',
      end_date: '2022-06-30',
      status: 'admitted',
      submitted_on: '2022-11-18',
      award_fen: null,
      awarded_on: null,
      source_row: firstRow,
    },
  ]);
  expect(result.rows.sub_quota_member).toMatchObject([
    { sub_quota_id: 'specialised-sme/biomedicine', state: 'out' },
  ]);
});

describe('edges: exactly on the threshold is fine, one step beyond is named', () => {
  test.each([
    ['requested equals total', { total: '400', fixedAssets: '1', requested: '400' }, []],
    [
      'requested one 分 over total',
      { total: '400', fixedAssets: '1', requested: '400.000001' },
      at('requested_over_total', 'N'),
    ],
    ['requested equals the cap', { requested: '500' }, []],
    ['requested one 分 over the cap', { requested: '500.000001' }, at('requested_over_cap', 'N')],
    ['requested one 分 below the cap', { requested: '499.999999' }, []],
    ['fixed assets equal total', { fixedAssets: '3000' }, []],
    ['fixed assets one 分 over total', { fixedAssets: '3000.000001' }, at('fixed_assets_over_total', 'K')],
    ['profit equals revenue', { profit: '50000' }, []],
    ['profit one 分 over revenue', { profit: '50000.000001' }, at('profit_over_revenue', 'G')],
    ['end on the day of the start', { start: '2022-05-01', end: '2022-05-01' }, []],
    ['end one day before the start', { start: '2022-05-01', end: '2022-04-30' }, at('end_before_start', 'M')],
    ['start and end in one month', { start: '2022-05', end: '2022-05' }, []],
    ['total of exactly 1000 亿元', { total: '10000000' }, []],
    ['total of one 分 more', { total: '10000000.000001' }, at('amount_absurd', 'J')],
    ['a total of 0', { total: '0', fixedAssets: '0', requested: '0' }, []],
    ['a total of minus one 分', { total: '-0.000001' }, at('amount_negative', 'J')],
    ['a loss', { profit: '-300' }, []],
    ['taxes paid back', { tax: '-3' }, []],
  ])('%s', async (_, change, expected) => {
    expect(await findingsOfLine(change)).toEqual(expected);
  });
});

describe('one fault, one finding, at its cell', () => {
  test.each([
    ['no name', { name: '' }, at('name_missing', 'I')],
    ['no recipient', { recipient: '/' }, at('recipient_missing', 'B')],
    ['no category', { category: '' }, at('category_missing', 'H')],
    ['no such category', { category: '月球基地' }, at('category_unknown', 'H')],
    ['category of another table', { category: '绿色化改造升级项目' }, at('category_other_area', 'H')],
    ['an error instead of an amount', { total: '#DIV/0!' }, at('error_cell', 'J')],
    ['an error instead of a name', { name: '#N/A' }, at('error_cell', 'I')],
    ['nothing requested', { requested: '' }, at('amount_missing', 'N')],
    ['no total', { total: '' }, at('investment_missing', 'J')],
    ['words for an amount', { total: '约三千' }, at('amount_not_number', 'J')],
    ['an own unit', { total: '0.3亿元' }, at('amount_with_unit', 'J')],
    ['full-width digits', { total: '３０００' }, at('full_width_digits', 'J')],
    ['finer than a 分', { total: '3000.0000004' }, at('amount_rounded', 'J')],
    ['a day that is none', { end: '2022-06-31' }, at('date_impossible', 'M')],
    ['words for a date', { end: '年底' }, at('date_not_read', 'M')],
    ['a date in numbers', { start: '202101' }, at('date_converted', 'L')],
    ['no such cluster', { cluster: '航天' }, at('cluster_unknown', 'O')],
    ['an address elsewhere', { address: '苏州市姑苏区演示路1号' }, at('address_elsewhere', 'C')],
    ['spaces', { industry: ' 纺织业' }, at('text_trimmed', 'D')],
  ])('%s', async (_, change, expected) => {
    expect(await findingsOfLine(change)).toEqual(expected);
  });

  test('a row with an error waits with its cells, a row with a warning loads', async () => {
    const { result } = await findingsOf(
      smallTable([{ total: '约三千' }, { sequence: '2', recipient: '演示企业乙', cluster: '航天' }]),
    );
    expect(result.rows.project.map((project) => project.recipient_name)).toEqual(['演示企业乙']);
    expect(result.quarantine).toMatchObject([{ row: firstRow, findings: [{ code: 'amount_not_number' }] }]);
    expect(result.quarantine[0]?.cells).toContainEqual({
      column: 'total_investment_fen',
      header: '申报项目总投资(万元)',
      cell: `J${firstRow}`,
      value: '约三千',
    });
    expect(result.rows.source_file).toMatchObject([
      { rows_read: 2, rows_loaded: 1, kind: 'summary-table-2-3' },
    ]);
  });
});

describe('rows against each other', () => {
  const other = { sequence: '2', name: '演示项目乙' };

  test('the same project twice in one file waits once; width and spaces do not hide it', async () => {
    const { result, found } = await findingsOf(smallTable([{}, { sequence: '2', name: '演示项目（甲）' }]));
    expect(found).toEqual(at('duplicate_row', 'I', firstRow + 1));
    expect(result.rows.project).toHaveLength(1);
  });

  test('the same project in two files waits once and says where the first stands', async () => {
    const result = await run([
      file('一.csv', smallTable([{}])),
      file('二.csv', smallTable([{}, other].map((line) => ({ ...line, tax: '2' })))),
    ]);
    expect(result.findings.map(({ code, file: name, expected }) => [code, name, expected])).toEqual([
      ['duplicate_in_other_file', '二.csv', `一.csv · ${firstRow}`],
      ['recipient_twice', '二.csv', `一.csv · ${firstRow}`],
    ]);
    expect(result.rows.project).toHaveLength(2);
  });

  test('a faulty row holds back no good one that names the same project', async () => {
    const { result } = await findingsOf(smallTable([{ total: '约三千' }, { sequence: '2' }]));
    expect(result.rows.project).toHaveLength(1);
    expect(result.quarantine).toHaveLength(1);
  });

  test('a sum that is right says nothing, one 分 beside is named; a sum over an unread cell is not judged', async () => {
    const lines = [{}, { ...other, recipient: '演示企业乙', requested: '0.000001' }];
    const total = (requested: string) => `${smallTable(lines)}\r\n合计,,,,,,,,,,,,,${requested}`;
    expect((await findingsOf(total('500.000001'))).found).toEqual([]);
    expect((await findingsOf(total('500.000002'))).found).toEqual(at('total_mismatch', 'N', firstRow + 2));
    const unread = `${smallTable([{ requested: '五百' }])}\r\n合计,,,,,,,,,,,,,1`;
    expect((await findingsOf(unread)).found).toEqual(at('amount_not_number', 'N'));
  });

  test('a break in 序号 is named once', async () => {
    const lines = ['1', '2', '4', '5'].map((sequence) => ({ sequence, recipient: `演示企业${sequence}` }));
    expect((await findingsOf(smallTable(lines))).found).toEqual(at('sequence_broken', 'A', firstRow + 2));
  });

  test('a table that numbers its rows in its own way is named once, not at every row', async () => {
    const lines = ['一', '二', '三'].map((sequence) => ({ sequence, recipient: `演示企业${sequence}` }));
    expect((await findingsOf(smallTable(lines))).found).toEqual(at('sequence_broken', 'A'));
  });
});

describe('title lines', () => {
  const [annex = '', title = '', region = '', compiled = ''] = titleLines;

  test.each([
    ['no 汇总时间', [annex, title, region], ['compiled_on_missing 4:4']],
    ['汇总时间 that is no date', [annex, title, region, '汇总时间：下周'], ['compiled_on_unreadable A4']],
    ['no 地区', [annex, title, compiled], ['region_missing 4:4']],
    ['地区 of another province', [annex, title, '地区：杭州市', compiled], ['region_unknown A3']],
    [
      'a year without rules',
      [annex, title.replace('2023', '2021'), region, compiled],
      ['guide_year_unknown 1:1'],
    ],
    ['the annex number alone', [annex, '2023年度汇总表', region, compiled], []],
    ['no title at all', [region, compiled], ['guide_year_missing 1:1', 'title_missing 1:1']],
  ])('%s', async (_, titles, expected) => {
    expect((await findingsOf(smallTable([{}], titles))).found).toEqual(expected);
  });

  test('without 地区 the address decides, and an address that names no city keeps the row waiting', async () => {
    const titles = [annex, title, compiled];
    const kunshan = await findingsOf(smallTable([{ address: '昆山市演示路1号' }], titles));
    expect(kunshan.result.rows.project).toMatchObject([
      { city_adcode: '320500', county_adcode: '320583', reports_directly: true },
    ]);
    const nowhere = await findingsOf(smallTable([{ address: '演示路1号' }], titles));
    expect(nowhere.found).toEqual(['region_missing 4:4', `region_undetermined C${firstRow - 1}`]);
  });

  test('a direct county stands under its city and reports by itself', async () => {
    const { result } = await findingsOf(
      smallTable([{ address: '昆山市演示路1号' }], [annex, title, '地区：昆山市', compiled]),
    );
    expect(result.rows.project).toMatchObject([
      { city_adcode: '320500', county_adcode: '320583', reports_directly: true },
    ]);
  });

  test('rows of a year without rules all wait', async () => {
    const { result } = await findingsOf(
      smallTable([{}], [annex, title.replace('2023', '2021'), region, compiled]),
    );
    expect(result.rows.project).toEqual([]);
    expect(result.quarantine).toMatchObject([{ findings: [{ code: 'guide_year_unknown' }] }]);
  });
});

describe('columns', () => {
  const head = (from: string, to: string) => smallTable([{}]).replace(from, to);

  test.each([
    [
      'a unit in the head',
      '利润总额(万元)',
      '利润总额(亿元)',
      ['column_unit_converted G5', 'amount_absurd G6'],
    ],
    ['no unit in the head', '利润总额(万元)', '利润总额', ['column_unit_missing G5']],
    ['a column that is not known', '所属行业', '联系人', ['column_absent 5:5', 'column_unknown D5']],
    ['a column that every row needs', '申报项目类别', '', ['column_missing 5:5']],
  ])('%s', async (_, from, to, expected) => {
    expect((await findingsOf(head(from, to))).found).toEqual(expected);
  });

  test.each([
    ['a column that every row needs may hide under an unknown head', '申报项目类别', '联系人', ['missing']],
    ['two columns with one meaning', '所属行业', '企业名称', ['contested']],
  ])('%s: the columns are asked for', async (_, from, to, reasons) => {
    const result = await run([file('演示.csv', head(from, to))]);
    expect(result.layouts).toMatchObject([{ file: '演示.csv', kind: 'summary', headerRow: 5, reasons }]);
    expect(result.refusals).toMatchObject([{ code: 'needs_mapping', file: '演示.csv' }]);
    expect([result.rows.project, result.quarantine]).toEqual([[], []]);
  });

  test('a column in 元 is converted and loads right', async () => {
    const { result } = await findingsOf(head('项目申请补助资金(万元)', '项目申请补助资金（元）'));
    expect(result.rows.project).toMatchObject([{ requested_fen: 50_000 }]);
  });
});
