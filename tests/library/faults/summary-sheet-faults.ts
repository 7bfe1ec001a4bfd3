import { titleLines } from '../small-table';
import { fileOf, headed, summary, sheetName } from './fault-files';
import { fault, loads, none, waits, type Fault } from './fault';

const [annex = '', title = '', region = '', compiled = ''] = titleLines;
const titled = (titles: readonly string[]) => summary([{}], titles);
const other = { sequence: '2', recipient: '演示企业乙', name: '演示项目乙' };
const total = (requested: string) => ['合计', ...Array<string>(12).fill(''), requested];
const notes = [['填表单位（盖章）：'], ['注：1.本表由设区市填报']];
const sheets = (...more: { name: string; lines: string[][]; hidden?: boolean }[]) => [
  { name: '演示', sheets: [{ name: sheetName, lines: summary() }, ...more] },
];
const xlsx = { formats: ['xlsx'] as const };

/** Faults of titles, headers and sheets as a whole. */
export const summarySheetFaults: readonly Fault[] = [
  {
    ...fault('a sheet that is no table', [], ['sheet_skipped', 'A1', null], none, xlsx),
    files: sheets({ name: '说明', lines: [['填表须知']] }),
    finding: { code: 'sheet_skipped', cell: 'A1', found: null, sheet: '说明' },
  },
  {
    ...fault('a hidden sheet', [], ['sheet_hidden', 'A1', null], none, xlsx),
    files: sheets({ name: '旧', lines: summary([other]), hidden: true }),
    finding: { code: 'sheet_hidden', cell: 'A1', found: null, sheet: '旧' },
  },
  fault('a header without rows', summary([]), ['sheet_without_rows', '6:6', null], none),
  fault(
    'rows below the notes',
    [...summary(), ...notes, ...summary([other]).slice(5)],
    ['rows_after_end', '9:9', null],
    none,
  ),
  fault(
    'a title that names no table',
    titled(['2023年度汇总表', region, compiled]),
    ['title_missing', '1:1', null],
    loads,
  ),
  fault(
    'a title without its year',
    titled([annex, title.replace('2023年度', ''), region, compiled]),
    ['guide_year_missing', '1:1', null],
    loads,
  ),
  fault(
    'a year without rules',
    titled([annex, title.replace('2023', '2021'), region, compiled]),
    ['guide_year_unknown', '1:1', '2021'],
    waits,
  ),
  fault('no 汇总时间', titled([annex, title, region]), ['compiled_on_missing', '4:4', null], loads),
  fault(
    '汇总时间 that is no date',
    titled([annex, title, region, '汇总时间：下周']),
    ['compiled_on_unreadable', 'A4', '下周'],
    loads,
  ),
  fault('no 地区', titled([annex, title, compiled]), ['region_missing', '4:4', null], loads),
  fault(
    '地区 of another province',
    titled([annex, title, '地区：杭州市', compiled]),
    ['region_unknown', 'A3', '杭州市'],
    loads,
  ),
  fault(
    'neither 地区 nor a city in the address',
    [...titled([annex, title, compiled]).slice(0, -1), ...summary([{ address: '演示路1号' }]).slice(-1)],
    ['region_undetermined', 'C5', '演示路1号'],
    waits,
    { also: ['region_missing'] },
  ),
  fault('a required column left out', headed(13, null), ['column_missing', '5:5', null], waits),
  fault('a column left out that may be', headed(3, null), ['column_absent', '5:5', null], loads),
  fault('a column that nobody knows', headed(3, '法人代表'), ['column_unknown', 'D5', '法人代表'], loads, {
    also: ['column_absent'],
  }),
  fault(
    'amounts in 元',
    headed(13, '项目申请补助资金(元)', { requested: '5000000' }),
    ['column_unit_converted', 'N5', '项目申请补助资金(元)'],
    loads,
  ),
  fault(
    'amounts without a unit',
    headed(13, '项目申请补助资金'),
    ['column_unit_missing', 'N5', '项目申请补助资金'],
    loads,
  ),
  fault(
    'amounts in 千元, by the line above the header',
    summary().map((cells, row) => {
      if (row === 3) return [...cells, '', '单位：千元'];
      return row === 4 ? cells.map((header) => header.replace('(万元)', '')) : cells;
    }),
    ['column_unit_unknown', 'C4', '千元'],
    waits,
    { also: Array<'column_unit_missing'>(6).fill('column_unit_missing') },
  ),
  fault('a break in 序号', summary([{}, { ...other, sequence: '3' }]), ['sequence_broken', 'A7', '3'], loads),
  fault('a sum that is none', [...summary([{}, other]), total('999')], ['total_mismatch', 'N8', '999'], none),
  fault(
    'one project twice in a file',
    summary([{}, { sequence: '2' }]),
    ['duplicate_row', 'I7', '演示项目甲'],
    waits,
  ),
  {
    ...fault('one project in two files', [], ['duplicate_in_other_file', 'I6', '演示项目甲'], waits),
    files: [fileOf(summary(), '一'), fileOf(summary([{ tax: '2' }]), '二')],
    finding: { code: 'duplicate_in_other_file', cell: 'I6', found: '演示项目甲', file: '二' },
  },
  fault(
    'one recipient with two projects',
    summary([{}, { sequence: '2', name: '演示项目乙' }]),
    ['recipient_twice', 'B7', '演示企业甲有限公司'],
    loads,
  ),
];
