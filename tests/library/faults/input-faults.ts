import { awarded, known } from '../input-tables';
import type { FindingCode } from '$lib/library/check/finding-codes';
import { summary, type Lines } from './fault-files';
import { fault, loads, waits, type Fault } from './fault';

type Found = readonly [FindingCode, string | null, string | null];
const library = known();

/** A table beside the summary tables, next to a library that knows the project p-1. */
const input = (
  kind: string,
  lines: Lines,
  found: Found,
  row: Fault['row'],
  more: Partial<Fault> = {},
): Fault => fault(kind, lines, found, row, { known: library, ...more });

const paymentHeads = ['项目编号', '承担单位', '项目名称', '期次', '拨付金额(万元)', '拨付日期'];
const payment = ['p-1', '演示企业甲有限公司', '演示项目甲', '1', '250', '2024-01-10'];
const paid = (at: number, value: string): Lines => [paymentHeads, payment.with(at, value)];
const inTwoYears = known({
  projects: [awarded, { ...awarded, project_id: 'p-2', guide_year: 2020, award_fen: null, awarded_on: null }],
});

const payments: Fault[] = [
  input('a payment without its amount', paid(4, ''), ['cell_missing', 'E2', null], waits),
  input(
    'a payment that names no project',
    [paymentHeads, payment.with(0, '').with(2, '')],
    ['project_reference_missing', 'A2', null],
    waits,
  ),
  input(
    'a payment of a project that nobody knows',
    [paymentHeads, payment.with(0, '').with(2, '演示项目乙')],
    ['project_unknown', 'C2', '演示企业甲有限公司 · 演示项目乙'],
    waits,
  ),
  input(
    'a payment of a name that two years have',
    paid(0, ''),
    ['project_ambiguous', 'C2', '演示企业甲有限公司 · 演示项目甲'],
    waits,
    { known: inTwoYears },
  ),
  input(
    'a payment with another name than its project',
    paid(2, '演示项目乙'),
    ['project_name_differs', 'C2', '演示项目乙'],
    waits,
  ),
  input('a number of the sender’s own', paid(0, 'X-77'), ['project_id_foreign', 'A2', 'X-77'], loads),
  input('a tranche that is no number', paid(3, '若干'), ['number_not_read', 'D2', '若干'], waits),
  input('a payment without its tranche', paid(3, ''), ['sequence_taken', 'D2', null], loads),
  input('a payment beyond the award', paid(4, '500.000001'), ['paid_over_award', 'E2', '500.000001'], waits),
  input(
    'a payment before the award',
    paid(5, '2023-11-19'),
    ['paid_before_award', 'F2', '2023-11-19'],
    waits,
  ),
  input('元 paid where 万元 belong', paid(4, '2500000'), ['amount_absurd', 'E2', '2500000'], waits),
  input(
    'a table of payments without its day',
    [paymentHeads.slice(0, 5), payment.slice(0, 5)],
    ['column_missing', '1:1', null],
    waits,
  ),
  input('one payment twice', [paymentHeads, payment, payment], ['duplicate_row', 'E3', '250'], waits),
];

const acceptanceHeads = ['项目编号', '验收日期', '验收结论'];
const acceptances: Fault[] = [
  input(
    'a result that nobody knows',
    [acceptanceHeads, ['p-1', '2025-03-01', '还行']],
    ['choice_unknown', 'C2', '还行'],
    waits,
  ),
  input(
    'an acceptance before the project began',
    [acceptanceHeads, ['p-1', '2022-12-31', '通过']],
    ['accepted_before_start', 'B2', '2022-12-31'],
    waits,
  ),
];

const budgetHeads = ['指南年度', '支持项目', '下达金额（万元）', '执行期起', '执行期止'];
const budget = ['2023年度', '绿色化改造升级项目', '15000', '2023-10-01', '2027-09-30'];
const budgets: Fault[] = [
  input(
    'a budget of a year without rules',
    [budgetHeads, budget.with(0, '2021')],
    ['guide_year_unknown', 'A2', '2021'],
    waits,
  ),
  input(
    'a budget for a category that is none',
    [budgetHeads, budget.with(1, '月球基地')],
    ['category_unknown', 'B2', '月球基地'],
    waits,
  ),
  input(
    'a period that ends before it starts',
    [budgetHeads, budget.with(4, '2023-09-30')],
    ['end_before_start', 'E2', '2023-09-30'],
    waits,
  ),
];

const longHeads = ['项目编号', '指标', '计量单位', '报告期', '实际完成值'];
const report = ['p-1', '新增就业人数', '人', '2024年第一季度', '30'];
const wideHeads = ['项目编号', '指标名称', '2024年一季度', '2024Q2'];
const progress: Fault[] = [
  input(
    'a report for an indicator of no form',
    [longHeads, report.with(1, '月球基地数')],
    ['indicator_unknown', 'B2', '月球基地数'],
    waits,
  ),
  input(
    'a report in another unit',
    [longHeads, report.with(2, '万元')],
    ['unit_differs', 'C2', '万元'],
    waits,
  ),
  input(
    'a report for a day that ends no quarter',
    [longHeads, report.with(3, '2024-04-30')],
    ['period_not_quarter', 'D2', '2024-04-30'],
    waits,
  ),
  input(
    'words for a result in numbers',
    [longHeads, report.with(4, '很多')],
    ['number_not_read', 'E2', '很多'],
    waits,
  ),
  input(
    'a percentage as a workbook holds it',
    [longHeads, [...report.with(1, '产品合格率').with(2, '%').slice(0, 4), 0.985]],
    ['percent_small', 'E2', '0.985'],
    loads,
    { formats: ['xlsx'] },
  ),
  input(
    'one quarter in two columns',
    [wideHeads.with(3, '2024年第一季度'), ['p-1', '新增就业人数', '5', '6']],
    ['column_twice', 'D1', '2024年第一季度'],
    waits,
  ),
  input(
    'one report in two files',
    [longHeads, report],
    ['duplicate_in_other_file', 'B2', '新增就业人数'],
    waits,
    {
      files: [
        { name: '一', sheets: [{ name: '表', lines: [longHeads, report] }] },
        { name: '二', sheets: [{ name: '表', lines: [longHeads, report.with(4, '31')] }] },
      ],
      finding: { code: 'duplicate_in_other_file', cell: 'B2', found: '新增就业人数', file: '二' },
    },
  ),
];

const awardHeads = [
  '项目编号',
  '补助金额(万元)',
  '立项日期',
  '首拨计划金额(万元)',
  '首拨计划日期',
  '余款计划金额(万元)',
  '余款计划日期',
];
const award = ['p-1', '500', '2023-11-20', '300', '2023-12-15', '200', '2025-06-30'];
const received = { project_id: 'p-1', sequence: 1, paid_fen: 100_000_000, paid_on: '2024-01-05' };
const awards: Fault[] = [
  input(
    'tranches that do not add up to the award',
    [awardHeads, award.with(5, '201')],
    ['tranches_off_award', 'B2', '501'],
    waits,
  ),
  input(
    'an end before the award',
    [
      ['项目编号', '终止类别', '终止日期'],
      ['p-1', '终止', '2023-11-19'],
    ],
    ['terminated_before_award', 'C2', '2023-11-19'],
    waits,
  ),
  input(
    'more money back than was paid',
    [
      ['项目编号', '追回金额(万元)', '追回日期'],
      ['p-1', '101', '2024-08-01'],
    ],
    ['recovered_over_paid', 'B2', '101'],
    waits,
    { known: known({ payments: [{ ...received, source_file_id: 'f-1', file: '拨付.csv' }] }) },
  ),
];

const checks: Fault[] = [
  input(
    'a check that 附件4 does not have',
    [
      ['项目编号', '核查项', '核查结果'],
      ['p-1', '11', '是'],
    ],
    ['check_unknown', 'B2', '11'],
    waits,
  ),
  input(
    'a check answered in words where yes or no is asked',
    [
      ['项目编号', '核查项', '核查结果'],
      ['p-1', '2', '基本完备'],
    ],
    ['choice_unknown', 'C2', '基本完备'],
    waits,
  ),
];

const afterSummary: Fault = {
  ...fault('a payment of a project whose own row waits', [], ['project_unknown', 'B2', null], waits),
  files: [
    { name: '汇总', sheets: [{ name: '表', lines: summary([{ total: '约三千' }]) }] },
    {
      name: '拨付',
      sheets: [{ name: '表', lines: [paymentHeads.slice(1), payment.slice(1)] }],
    },
  ],
  finding: { code: 'project_unknown', cell: 'B2', found: '演示企业甲有限公司 · 演示项目甲', file: '拨付' },
  also: ['amount_not_number'],
};

/** Faults of payments, acceptances, budgets, progress, awards, endings and checks. */
export const inputFaults: readonly Fault[] = [
  ...payments,
  ...acceptances,
  ...budgets,
  ...progress,
  ...awards,
  ...checks,
  afterSummary,
];
