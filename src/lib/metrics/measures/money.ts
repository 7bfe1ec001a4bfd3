import {
  awardDimensions,
  categoryDimensions,
  count,
  countOf,
  everyDimension,
  money,
  projectDimensions,
  statedSumOf,
  sumOf,
  totalOf,
} from './expressions';
import type { Measure } from './measure';

const library = { zh: '项目库', en: 'Project library' };
const payments = { zh: '拨付台账', en: 'Payment ledger' };
const owed = 'is_awarded AND NOT is_terminated';

const ofProjects = {
  unit: 'fen',
  format: money,
  aggregation: 'sum',
  facts: ['project'],
  groupBy: projectDimensions,
  filterBy: everyDimension,
  whenEmpty: 0,
  whenUnstated: 'no_values',
} as const;

const ofBudget = {
  facts: ['category'],
  groupBy: categoryDimensions,
  filterBy: categoryDimensions,
  whenEmpty: 'no_appropriation',
  whenUnstated: 'no_appropriation',
} as const;

/** Money from the appropriation to the last payment. */
export const moneyMeasures: readonly Measure[] = [
  {
    ...ofBudget,
    id: 'appropriation',
    label: { zh: '预算', en: 'Appropriation' },
    unit: 'fen',
    format: money,
    aggregation: 'sum',
    definition: {
      zh: '该指南年度为各支持项目安排的预算之和，未编预算的不计。',
      en: 'Money set aside for the categories of a guide year; those without an appropriation are left out.',
    },
    source: { zh: '预算下达表', en: 'Appropriations' },
    needs: ['appropriations'],
    expression: totalOf('appropriation_fen'),
    rowsBehind: null,
  },
  {
    ...ofProjects,
    id: 'awarded',
    label: { zh: '已立项补助额', en: 'Awarded' },
    definition: {
      zh: '截至数据截止日已立项项目的补助额之和，其后终止的仍计入，追回另列。',
      en: 'Sum of the awards made by the as-of day; later terminations stay in, recoveries stand apart.',
    },
    source: library,
    groupBy: awardDimensions,
    needs: ['awards'],
    expression: statedSumOf('award_fen', 'is_awarded'),
    rowsBehind: { where: 'is_awarded', contribution: 'award_fen' },
  },
  {
    ...ofProjects,
    id: 'first_paid',
    label: { zh: '首次拨付', en: 'First tranche paid' },
    definition: {
      zh: '截至数据截止日第 1 期拨付金额之和。',
      en: 'Payments with tranche number 1 made by the as-of day.',
    },
    source: payments,
    needs: ['disbursements'],
    expression: sumOf('first_paid_fen', "fact = 'project'"),
    rowsBehind: { where: 'first_paid_fen <> 0', contribution: 'first_paid_fen' },
  },
  {
    ...ofProjects,
    id: 'paid',
    label: { zh: '已拨付', en: 'Paid' },
    definition: {
      zh: '截至数据截止日（含当日）拨付金额之和，追回不冲减、另列。',
      en: 'Payments made up to and on the as-of day; recoveries are not deducted but stand apart.',
    },
    source: payments,
    needs: ['disbursements'],
    expression: sumOf('paid_fen', "fact = 'project'"),
    rowsBehind: { where: 'paid_fen <> 0', contribution: 'paid_fen' },
  },
  {
    ...ofProjects,
    id: 'unpaid',
    label: { zh: '待付余款', en: 'Unpaid obligation' },
    definition: {
      zh: '已立项且未终止项目的补助额减去已拨付；终止的项目不再有待付。',
      en: 'Award less payments, for projects awarded and not terminated; a terminated one is owed nothing.',
    },
    source: { zh: '项目库、拨付台账', en: 'Project library, payment ledger' },
    needs: ['awards', 'disbursements'],
    expression: statedSumOf('unpaid_fen', owed),
    rowsBehind: { where: owed, contribution: 'unpaid_fen' },
  },
  {
    ...ofProjects,
    id: 'recovered',
    label: { zh: '已追回', en: 'Recovered' },
    definition: {
      zh: '截至数据截止日追回金额之和。',
      en: 'Money that came back up to and on the as-of day.',
    },
    source: { zh: '追回台账', en: 'Recovery ledger' },
    needs: ['disbursements'],
    expression: sumOf('recovered_fen', "fact = 'project'"),
    rowsBehind: { where: 'recovered_fen <> 0', contribution: 'recovered_fen' },
  },
  {
    ...ofProjects,
    id: 'terminated',
    label: { zh: '终止数', en: 'Terminations' },
    unit: 'count',
    format: count,
    aggregation: 'count',
    definition: {
      zh: '已立项、截至数据截止日已终止的项目数。',
      en: 'Awarded projects that were terminated by the as-of day.',
    },
    source: library,
    needs: ['awards'],
    expression: countOf('is_awarded AND is_terminated'),
    rowsBehind: { where: 'is_awarded AND is_terminated', contribution: '1' },
  },
  {
    ...ofProjects,
    id: 'investment',
    label: { zh: '带动总投资', en: 'Mobilised investment' },
    definition: {
      zh: '已立项项目的总投资之和，未填的不计，另列个数。',
      en: 'Total investment of awarded projects; those that state none are left out and counted apart.',
    },
    source: library,
    groupBy: awardDimensions,
    needs: ['awards'],
    expression: statedSumOf('investment_fen', 'is_awarded'),
    rowsBehind: { where: 'is_awarded', contribution: 'investment_fen' },
  },
];
