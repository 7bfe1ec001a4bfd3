import {
  awardDimensions,
  count,
  countOf,
  everyDimension,
  money,
  percent,
  projectDimensions,
  ratioOfSums,
  statedSumOf,
} from './expressions';
import type { Measure } from './measure';

const projectLibrary = { zh: '项目库', en: 'Project library' };
const ofProjects = {
  facts: ['project'],
  groupBy: projectDimensions,
  filterBy: everyDimension,
  source: projectLibrary,
  whenEmpty: 0,
  whenUnstated: 'no_values',
} as const;

/** What was applied for, and how much of it was chosen. */
export const applicationMeasures: readonly Measure[] = [
  {
    ...ofProjects,
    id: 'applications',
    label: { zh: '申报数', en: 'Applications' },
    unit: 'count',
    format: count,
    aggregation: 'count',
    definition: {
      zh: '截至数据截止日申报的项目数，未填申报日期的计入，未通过和撤回的也计入。',
      en: 'Projects applied for by the as-of day; those without a date count, rejected and withdrawn ones too.',
    },
    needs: ['projects'],
    expression: countOf('is_application'),
    rowsBehind: { where: 'is_application', contribution: '1' },
  },
  {
    ...ofProjects,
    id: 'requested',
    label: { zh: '申请补助', en: 'Requested' },
    unit: 'fen',
    format: money,
    aggregation: 'sum',
    definition: {
      zh: '申报项目申请补助资金之和，未填的不计，另列个数。',
      en: 'Sum of the subsidies applied for; projects that state none are left out and counted apart.',
    },
    needs: ['projects'],
    expression: statedSumOf('requested_fen', 'is_application'),
    rowsBehind: { where: 'is_application', contribution: 'requested_fen' },
  },
  {
    ...ofProjects,
    id: 'policy_ceiling',
    label: { zh: '政策上限', en: 'Policy ceiling' },
    unit: 'fen',
    format: money,
    aggregation: 'sum',
    definition: {
      zh: '申报项目按指南最高可补金额之和，算不出的不计，另列个数；是上限，不是应补。',
      en: 'Sum of the most that the guide allows per application; what cannot be computed is counted apart.',
    },
    source: {
      zh: '项目库，按指南补助标准计算',
      en: 'Project library, by the subsidy standards of the guide',
    },
    needs: ['projects'],
    expression: statedSumOf('ceiling_fen', 'is_application'),
    rowsBehind: { where: 'is_application', contribution: 'ceiling_fen' },
  },
  {
    ...ofProjects,
    id: 'ceiling_undetermined',
    label: { zh: '上限待核实', en: 'Ceiling undetermined' },
    unit: 'count',
    format: count,
    aggregation: 'count',
    definition: {
      zh: '缺少基数或标准另行通知、算不出政策上限的申报项目数。',
      en: 'Applications whose policy ceiling cannot be computed: a base is missing or the scheme is left to a notice.',
    },
    needs: ['projects'],
    expression: countOf('is_application AND ceiling_fen IS NULL'),
    rowsBehind: { where: 'is_application AND ceiling_fen IS NULL', contribution: '1' },
  },
  {
    ...ofProjects,
    id: 'awards',
    label: { zh: '立项数', en: 'Awards' },
    unit: 'count',
    format: count,
    aggregation: 'count',
    definition: {
      zh: '截至数据截止日已立项的项目数，其后终止的仍计入（名额已用）。',
      en: 'Projects awarded by the as-of day; later terminations still count, for the quota was used.',
    },
    groupBy: awardDimensions,
    needs: ['awards'],
    expression: countOf('is_awarded'),
    rowsBehind: { where: 'is_awarded', contribution: '1' },
  },
  {
    ...ofProjects,
    id: 'award_rate',
    label: { zh: '立项率', en: 'Award rate' },
    unit: 'ratio',
    format: percent,
    aggregation: 'ratio_of_sums',
    definition: { zh: '立项数 ÷ 申报数。', en: 'Awards ÷ applications.' },
    needs: ['projects', 'awards'],
    expression: ratioOfSums(countOf('is_awarded'), countOf('is_application')),
    whenEmpty: 'zero_whole',
    rowsBehind: {
      where: 'is_application OR is_awarded',
      contribution: 'CASE WHEN is_awarded THEN 1 ELSE 0 END',
    },
  },
];
