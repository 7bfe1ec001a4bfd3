import { categoryDimensions, count, countOf, percent, ratioOfSums, totalOf } from './expressions';
import type { Measure } from './measure';

const guide = { zh: '指南“支持数量”', en: 'The guide: number of projects supported' };
const guideAndLibrary = { zh: '指南“支持数量”、项目库', en: 'The guide, project library' };

const ofQuota = {
  facts: ['project', 'category'],
  groupBy: categoryDimensions,
  filterBy: categoryDimensions,
  whenEmpty: 'no_quota',
  whenUnstated: 'no_quota',
} as const;

/** Quotas (支持数量) and their use. Both sides count only categories that have a quota. */
export const quotaMeasures: readonly Measure[] = [
  {
    ...ofQuota,
    id: 'quota',
    label: { zh: '名额', en: 'Quota' },
    unit: 'count',
    format: count,
    aggregation: 'sum',
    definition: {
      zh: '指南规定的支持数量之和，未设数量的支持项目不计。',
      en: 'Number of projects that the guide supports at most; categories without a number are left out.',
    },
    source: guide,
    needs: [],
    facts: ['category'],
    expression: totalOf('quota'),
    rowsBehind: null,
  },
  {
    ...ofQuota,
    id: 'quota_used_rate',
    label: { zh: '名额使用', en: 'Quota used' },
    unit: 'ratio',
    format: percent,
    aggregation: 'ratio_of_sums',
    definition: {
      zh: '立项数 ÷ 名额，两边都只算设有名额的支持项目。',
      en: 'Awards ÷ quota, both over the categories that have a quota.',
    },
    source: guideAndLibrary,
    needs: ['awards'],
    expression: ratioOfSums(countOf('is_awarded AND has_quota'), totalOf('quota')),
    rowsBehind: { where: 'is_awarded AND has_quota', contribution: '1' },
  },
  {
    ...ofQuota,
    id: 'quota_headroom',
    label: { zh: '名额余量', en: 'Quota headroom' },
    unit: 'count',
    format: count,
    aggregation: 'sum',
    definition: {
      zh: '名额减立项数，只算设有名额的支持项目；负数即超出。',
      en: 'Quota less awards over the categories that have a quota; negative where it is exceeded.',
    },
    source: guideAndLibrary,
    needs: ['awards'],
    expression: {
      sql: 'CAST(SUM(quota) - COUNT(CASE WHEN is_awarded AND has_quota THEN 1 END) AS BIGINT)',
      undeterminedSql: null,
      none: 'missing',
    },
    rowsBehind: { where: 'is_awarded AND has_quota', contribution: '-1' },
  },
  {
    ...ofQuota,
    id: 'application_quota_rate',
    label: { zh: '申报占名额', en: 'Applications of quota' },
    unit: 'ratio',
    format: percent,
    aggregation: 'ratio_of_sums',
    definition: {
      zh: '申报数 ÷ 名额，两边都只算设有名额的支持项目；超过 100% 即须竞争。',
      en: 'Applications ÷ quota over the categories that have one; above 100 % not all can be awarded.',
    },
    source: guideAndLibrary,
    needs: ['projects'],
    expression: ratioOfSums(countOf('is_application AND has_quota'), totalOf('quota')),
    rowsBehind: { where: 'is_application AND has_quota', contribution: '1' },
  },
];
