import type { LibraryRows } from '$lib/domain/tables';

type Parts = Omit<
  LibraryRows,
  'project' | 'appropriation' | 'tranche' | 'disbursement' | 'sub_quota_member' | 'source_file'
>;

const origin = { source_file_id: 'f1', source_sheet: null, source_row: 9 };
const form = { project_id: 'P2', guide_year: 2023, form_id: 'guides/2023/kpi/green-upgrade' };

/** What hangs on the example's second project beside its payments: a row of each table, money and ends first. */
const decisions = (): Pick<Parts, 'award' | 'termination' | 'recovery' | 'acceptance' | 'checklist'> => ({
  award: [{ project_id: 'P2', award_fen: 1_000_000, awarded_on: '2023-11-20', document: null, ...origin }],
  termination: [
    {
      project_id: 'P2',
      terminated_on: '2025-02-28',
      kind: 'terminated',
      reason: '示例原因，含“引号”',
      ...origin,
    },
  ],
  recovery: [{ project_id: 'P2', recovered_fen: 250_001, recovered_on: '2025-04-01', ...origin }],
  acceptance: [
    { project_id: 'P2', accepted_on: '2025-01-31', result: 'failed', authority: null, note: '-', ...origin },
  ],
  checklist: [
    {
      project_id: 'P2',
      item_id: 'item-1',
      answer: 'yes',
      note: '=见附件',
      checked_on: '2023-08-02',
      ...origin,
    },
  ],
});

const goals = (): Pick<Parts, 'target_form' | 'target' | 'progress'> => ({
  target_form: [
    {
      ...form,
      group_ids: 'a b',
      nominator: null,
      start_date: '2022-02-28',
      end_date: '2024-02-29',
      overall_goal: '示例总体目标\r\n第二行',
      annual_goal: null,
      ...origin,
    },
  ],
  target: [
    {
      ...form,
      indicator_key: 'own/1',
      own_name: '示例指标',
      own_unit: '%',
      target_number: 0.1,
      target_text: null,
      annual_number: -12.75,
      annual_text: '不低于',
      ...origin,
    },
  ],
  progress: [
    {
      ...form,
      indicator_key: 'own/1',
      period_end: '2023-09-30',
      actual_number: 1e-7,
      actual_text: null,
      note: null,
      ...origin,
    },
  ],
});

const reporters = (): Pick<
  Parts,
  'centre' | 'centre_fact' | 'centre_assessment' | 'centre_report' | 'platform' | 'platform_metric'
> => ({
  centre: [
    {
      centre_id: 'C1',
      name: '示例中心',
      host: null,
      field_number: 3,
      city_adcode: '320400',
      approved_on: '2021-06-30',
      is_national: false,
      ...origin,
    },
  ],
  centre_fact: [
    {
      centre_id: 'C1',
      fact_id: 'fact-1',
      value_number: 12.5,
      value_text: null,
      reported_on: '2023-12-31',
      ...origin,
    },
  ],
  centre_assessment: [
    {
      centre_id: 'C1',
      year: 2023,
      aspect_id: 'aspect-1',
      points: 88.25,
      grade_id: null,
      note: null,
      ...origin,
    },
  ],
  centre_report: [
    { centre_id: 'C1', report_id: 'annual', period_end: '2023-12-31', submitted_on: null, ...origin },
  ],
  platform: [
    {
      platform_id: 'L1',
      kind: 'platform',
      name: '示例平台',
      operator: '演示企业0003（常州）',
      level_id: null,
      cluster_id: 'high-end-equipment',
      city_adcode: null,
      reported_on: null,
      ...origin,
    },
  ],
  platform_metric: [
    { platform_id: 'L1', fact_id: 'fact-1', value_number: null, value_text: '示例', ...origin },
  ],
});

/** A row of every table that the example does not write itself. */
export const exampleParts = (): Parts => ({
  ...decisions(),
  ...goals(),
  ...reporters(),
  source_column: [{ file_id: 'f1', sheet: '表2-1', field: 'name', letter: 'B' }],
});
