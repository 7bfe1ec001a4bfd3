import type { FindingCode } from '$lib/library/check/finding-codes';
import { fileOf, type FaultyFile } from './fault-files';
import {
  accepted,
  award,
  ended,
  firm,
  form,
  listed,
  listed2020,
  paid,
  project,
  projects,
  reported,
  second,
  secondTable,
  table,
} from './library-files';

/** A fault that only several files together show; each step is an import of its own. */
export interface LibraryFault {
  kind: string;
  steps: readonly (readonly FaultyFile[])[];
  /** File without its ending; the cell, or the whole row where its column's place is not kept. */
  finding: { code: FindingCode; file: string; cell: string | null; found: string };
  also?: readonly FindingCode[];
}

const fault = (
  kind: string,
  code: FindingCode,
  [file, cell, found]: readonly [string, string | null, string],
  ...steps: readonly FaultyFile[][]
): LibraryFault => ({ kind, steps, finding: { code, file, cell, found } });

/** Faults between files, imports and rules, each with the last file that shows it. */
export const libraryFaults: readonly LibraryFault[] = [
  fault(
    'a second project of a recipient in a later import',
    'recipient_twice',
    ['另表', 'B6', firm],
    [projects({})],
    [fileOf(listed({ name: '演示车间项目' }), '另表')],
  ),
  fault(
    'one project under two spellings of its name',
    'project_listed_again',
    ['另表', 'I6', '2023年度演示产线改造建设项目'],
    [projects({})],
    [fileOf(listed({ name: '2023年度演示产线改造建设项目' }), '另表')],
  ),
  fault(
    'a row that another file brought before',
    'earlier_row_replaced',
    ['另表', '6:6', project],
    [projects({})],
    [fileOf(listed({ tax: '2' }), '另表')],
  ),
  fault(
    'payments whose project left with its file',
    'part_without_project',
    ['拨付', '2:2', ''],
    [projects({}), paid(['1', '10', '2024-01-10'])],
    [projects({ name: '演示车间项目' })],
  ),
  fault(
    'a completion after the guide’s last day',
    'condition_not_met',
    ['汇总', 'M6', '2024-01-01'],
    [projects({ category: '工业互联网标识解析项目', end: '2024-01-01', requested: '100' })],
  ),
  fault(
    'a request beyond the ceiling that the investment gives',
    'requested_over_ceiling',
    ['汇总', 'N6', '2001'],
    [projects({ requested: '2001' })],
  ),
  fault(
    'an award beyond the request',
    'award_over_requested',
    ['立项', 'C2', '1001'],
    [projects({}), award('1001')],
  ),
  {
    ...fault(
      'an award beyond the ceiling',
      'award_over_ceiling',
      ['立项', 'C2', '2001'],
      [projects({}), award('2001')],
    ),
    also: ['award_over_requested'],
  },
  fault(
    'an award before the application',
    'award_before_application',
    ['立项', 'D2', '2022-11-17'],
    [projects({}), award('1000', '2022-11-17')],
  ),
  fault(
    'payments beyond an award that was cut',
    'payments_over_award',
    ['拨付', 'D3', '1000'],
    [projects({}), award('1000'), paid(['1', '500', '2024-01-10'], ['2', '500', '2024-06-10'])],
    [projects({}), award('900')],
  ),
  fault(
    'a payment before an award whose date was mended',
    'payment_ahead_of_award',
    ['拨付', 'E2', '2023-11-20'],
    [projects({}), award('1000'), paid(['1', '500', '2023-11-20'])],
    [projects({}), award('1000', '2023-11-21')],
  ),
  fault(
    'the final tranche before the acceptance',
    'final_before_acceptance',
    ['拨付', 'E3', '2025-02-28'],
    [
      projects({}),
      award('1000'),
      paid(['1', '500', '2024-01-10'], ['2', '500', '2025-02-28']),
      accepted('2025-03-01'),
    ],
  ),
  fault(
    'the final tranche without an acceptance that was passed',
    'final_without_acceptance',
    ['拨付', 'E3', '2025-02-28'],
    [
      projects({}),
      award('1000'),
      paid(['1', '500', '2024-01-10'], ['2', '500', '2025-02-28']),
      table('验收', ['验收日期', '验收结果'], ['2025-03-01', '暂缓']),
    ],
  ),
  fault(
    'a payment after the project was ended',
    'paid_after_ending',
    ['拨付', 'E2', '2024-06-02'],
    [projects({}), award('1000'), paid(['1', '500', '2024-06-02']), ended('2024-06-01')],
  ),
  fault(
    'an acceptance after the project was ended',
    'accepted_after_ending',
    ['验收', 'C2', '2024-06-02'],
    [projects({}), award('1000'), accepted('2024-06-02'), ended('2024-06-01')],
  ),
  fault(
    'a result that falls back',
    'progress_backwards',
    ['进展', 'E3', '20人'],
    [projects({}), reported(['新增就业人数', '2023Q1', '30'], ['新增就业人数', '2023Q2', '20'])],
  ),
  fault(
    'a report before the project began',
    'progress_before_start',
    ['进展', 'D2', '2021-12-31'],
    [projects({}), reported(['新增就业人数', '2021Q4', '3'])],
  ),
  fault(
    'a report after the project ended',
    'progress_after_end',
    ['进展', 'D2', '2024-09-30'],
    [projects({}), reported(['新增就业人数', '2024Q3', '3'])],
  ),
  fault(
    'an award without a form where others have theirs',
    'targets_missing',
    ['立项', 'B2', '演示乙线改造项目'],
    [
      projects({}, second),
      form(),
      secondTable('立项', ['补助金额(万元)', '立项日期'], ['1000', '2023-11-20']),
    ],
  ),
  fault(
    'an acceptance without a form where others have theirs',
    'accepted_without_targets',
    ['验收', 'B2', '演示乙线改造项目'],
    [projects({}, second), form(), secondTable('验收', ['验收日期', '验收结果'], ['2025-03-01', '通过'])],
  ),
  fault(
    'a form that ends before its project starts',
    'form_dates_reversed',
    ['绩效', '2:2', '2021-12-31'],
    [projects({}), form({ startDate: null, endDate: '2021-12-31' })],
  ),
  fault(
    'a result far beyond its target',
    'progress_over_target',
    ['进展', 'E2', '2人'],
    [projects({}), form(), reported(['新增就业人数', '2023Q1', '2'])],
  ),
  fault(
    'a result short of its target once the project has ended',
    'progress_short_of_target',
    ['进展', 'E2', '0人'],
    [projects({}), form(), reported(['新增就业人数', '2024Q4', '0'])],
  ),
  fault(
    'more money back than is left of the payments',
    'recoveries_over_payments',
    ['追回', 'C2', '500'],
    [
      projects({}),
      award('1000'),
      paid(['1', '500', '2024-01-10']),
      ended('2024-06-01'),
      table('追回', ['追回金额(万元)', '追回日期'], ['500', '2024-08-01']),
    ],
    [paid(['1', '400', '2024-01-10'])],
  ),
  fault(
    'a project of an earlier guide again',
    'project_in_earlier_guide',
    ['汇总', 'I6', project],
    [listed2020({})],
    [projects({})],
  ),
  fault(
    'an applicant whose earlier project is not accepted',
    'earlier_project_open',
    ['汇总', 'B6', firm],
    [
      listed2020({}, second),
      award('500', '2020-10-01'),
      secondTable('验收', ['验收日期', '验收结果'], ['2024-07-01', '通过']),
    ],
    [projects({ name: '演示新线项目' })],
  ),
  fault(
    'more projects than a city may list',
    'city_limit_exceeded',
    ['汇总2020', 'H11', '6'],
    [listed2020(...['甲', '乙', '丙', '丁', '戊', '己'].map((mark) => ({ recipient: `演示企业${mark}` })))],
  ),
];
