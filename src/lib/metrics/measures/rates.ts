import {
  awardDimensions,
  categoryDimensions,
  everyDimension,
  percent,
  projectDimensions,
  ratioOfSums,
  statedSumOf,
  sumOf,
  times,
  totalOf,
} from './expressions';
import type { Amount, Measure } from './measure';

const known = 'is_awarded AND award_fen IS NOT NULL';
const invested = `${known} AND investment_fen IS NOT NULL`;

const investedAwards: Amount = {
  ...sumOf('award_fen', invested),
  undeterminedSql: 'COUNT(CASE WHEN is_awarded AND (award_fen IS NULL OR investment_fen IS NULL) THEN 1 END)',
};

const ofProjects = {
  unit: 'ratio',
  format: percent,
  aggregation: 'ratio_of_sums',
  facts: ['project'],
  groupBy: projectDimensions,
  filterBy: everyDimension,
  whenEmpty: 'zero_whole',
  whenUnstated: 'no_values',
} as const;

const ofBudget = {
  unit: 'ratio',
  format: percent,
  aggregation: 'ratio_of_sums',
  facts: ['project', 'category'],
  groupBy: categoryDimensions,
  filterBy: categoryDimensions,
  whenEmpty: 'no_appropriation',
  whenUnstated: 'no_appropriation',
} as const;

/** Ratios of money: both sides always cover the same categories or projects. */
export const rateMeasures: readonly Measure[] = [
  {
    ...ofBudget,
    id: 'execution_rate',
    label: { zh: '预算执行', en: 'Execution' },
    definition: {
      zh: '已拨付 ÷ 预算，两边都只算编有预算的支持项目。',
      en: 'Paid ÷ appropriation, both over the categories that have an appropriation.',
    },
    source: { zh: '拨付台账、预算下达表', en: 'Payment ledger, appropriations' },
    needs: ['appropriations', 'disbursements'],
    expression: ratioOfSums(sumOf('paid_fen', 'has_appropriation'), totalOf('appropriation_fen')),
    rowsBehind: { where: 'paid_fen <> 0 AND has_appropriation', contribution: 'paid_fen' },
  },
  {
    ...ofBudget,
    id: 'commitment_rate',
    label: { zh: '立项占预算', en: 'Awarded of appropriation' },
    definition: {
      zh: '已立项补助额 ÷ 预算，两边都只算编有预算的支持项目；超过 100% 即超支。',
      en: 'Awarded ÷ appropriation over the categories that have one; above 100 % more was promised than set aside.',
    },
    source: { zh: '项目库、预算下达表', en: 'Project library, appropriations' },
    needs: ['appropriations', 'awards'],
    expression: ratioOfSums(
      statedSumOf('award_fen', 'is_awarded AND has_appropriation'),
      totalOf('appropriation_fen'),
    ),
    rowsBehind: { where: 'is_awarded AND has_appropriation', contribution: 'award_fen' },
  },
  {
    ...ofProjects,
    id: 'disbursement_rate',
    label: { zh: '拨付率', en: 'Disbursement rate' },
    definition: {
      zh: '已拨付 ÷ 已立项补助额，两边都只算补助额已知的立项项目。',
      en: 'Paid ÷ awarded, both over awarded projects whose award is known.',
    },
    source: { zh: '项目库、拨付台账', en: 'Project library, payment ledger' },
    needs: ['awards', 'disbursements'],
    expression: ratioOfSums(sumOf('paid_fen', known), statedSumOf('award_fen', 'is_awarded')),
    rowsBehind: { where: known, contribution: 'paid_fen' },
  },
  {
    ...ofProjects,
    id: 'leverage',
    label: { zh: '投资带动', en: 'Leverage' },
    format: times,
    definition: {
      zh: '总投资 ÷ 补助额，两边都只算总投资和补助额都已知的立项项目。',
      en: 'Total investment ÷ award, both over awarded projects whose investment and award are known.',
    },
    source: { zh: '项目库', en: 'Project library' },
    groupBy: awardDimensions,
    needs: ['awards'],
    expression: ratioOfSums(sumOf('investment_fen', invested), investedAwards),
    rowsBehind: { where: invested, contribution: 'investment_fen' },
  },
];
