import type { Change } from '../small-table';
import { summary } from './fault-files';
import { fault, loads, waits, type Fault } from './fault';
import type { FindingCode } from '$lib/library/check/finding-codes';

/** One line of annex 2-3 with some cells changed; it stands in row 6. */
const line = (
  kind: string,
  change: Change,
  finding: readonly [FindingCode, string, string | null],
  row: 'waits' | 'loads',
): Fault => fault(kind, summary([change]), finding, row);

/** Faults of a single line of a summary table. */
export const summaryRowFaults: readonly Fault[] = [
  line('no project name', { name: '' }, ['name_missing', 'I6', null], waits),
  line('no recipient', { recipient: '/' }, ['recipient_missing', 'B6', null], waits),
  line('no category', { category: '' }, ['category_missing', 'H6', null], waits),
  line('a category that is none', { category: '月球基地' }, ['category_unknown', 'H6', '月球基地'], waits),
  line(
    'a category of another table',
    { category: '绿色化改造升级项目' },
    ['category_other_area', 'H6', '绿色化改造升级项目'],
    waits,
  ),
  line('a formula that failed', { total: '#DIV/0!' }, ['error_cell', 'J6', '#DIV/0!'], waits),
  line('a name that a formula lost', { name: '#N/A' }, ['error_cell', 'I6', '#N/A'], waits),
  line('nothing requested', { requested: '' }, ['amount_missing', 'N6', null], waits),
  line('no total investment', { total: '' }, ['investment_missing', 'J6', null], loads),
  line('words for an amount', { total: '约三千' }, ['amount_not_number', 'J6', '约三千'], waits),
  line('two amounts in one cell', { total: '3000/2000' }, ['amount_not_number', 'J6', '3000/2000'], waits),
  line('an investment below zero', { total: '-1' }, ['amount_negative', 'J6', '-1'], waits),
  line('元 typed where 万元 belong', { requested: '5000000' }, ['amount_absurd', 'N6', '5000000'], waits),
  line(
    'an amount finer than a 分',
    { revenue: '50000.0000004' },
    ['amount_rounded', 'E6', '50000.0000004'],
    loads,
  ),
  line('a unit in the cell', { total: '0.3亿元' }, ['amount_with_unit', 'J6', '0.3亿元'], loads),
  line('full-width digits', { total: '３０００' }, ['full_width_digits', 'J6', '３０００'], loads),
  line('a day that is none', { end: '2022-06-31' }, ['date_impossible', 'M6', '2022-06-31'], waits),
  line('words for a date', { end: '年底' }, ['date_not_read', 'M6', '年底'], waits),
  fault(
    'a month that was typed as a number',
    summary().map((cells, row) => cells.map((text, column) => (row === 5 && column === 11 ? 2021.1 : text))),
    ['date_ambiguous', 'L6', '2021.1'],
    waits,
    { formats: ['xlsx'] },
  ),
  line('a date in six digits', { start: '202101' }, ['date_converted', 'L6', '202101'], loads),
  line(
    'an end before the start',
    { start: '2022-05-01', end: '2022-04-30' },
    ['end_before_start', 'M6', '2022-04-30'],
    waits,
  ),
  line(
    'more requested than invested',
    { total: '400', fixedAssets: '1', requested: '401' },
    ['requested_over_total', 'N6', '401'],
    waits,
  ),
  line(
    'more fixed assets than investment',
    { fixedAssets: '3001' },
    ['fixed_assets_over_total', 'K6', '3001'],
    waits,
  ),
  line(
    'more requested than the guide grants',
    { requested: '501' },
    ['requested_over_cap', 'N6', '501'],
    loads,
  ),
  line('more profit than revenue', { profit: '50001' }, ['profit_over_revenue', 'G6', '50001'], loads),
  line('a cluster that is none', { cluster: '航天' }, ['cluster_unknown', 'O6', '航天'], loads),
  line(
    'an address in another city',
    { address: '苏州市姑苏区演示路1号' },
    ['address_elsewhere', 'C6', '苏州市姑苏区演示路1号'],
    loads,
  ),
  line('spaces around a word', { industry: ' 纺织业' }, ['text_trimmed', 'D6', ' 纺织业'], loads),
];
