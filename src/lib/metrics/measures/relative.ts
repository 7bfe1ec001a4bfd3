import { moneyUnits } from '$lib/domain/money';
import { dimensionIds } from '../dimensions';
import { ratioOfSums, statisticsDimensions, statedSumOf, totalOf } from './expressions';
import type { Measure } from './measure';

const peopleInUnit = 10_000;
const statistics = { zh: '项目库；江苏统计资料', en: 'Project library; statistics of Jiangsu' };

const ofPrefectures = {
  format: { kind: 'money', figurePlaces: 1, tablePlaces: 1 },
  aggregation: 'ratio_of_sums',
  facts: ['project', 'region'],
  groupBy: statisticsDimensions,
  // The statistics cover whole prefectures: a city without its direct counties has none of its own.
  filterBy: dimensionIds.filter((id) => id !== 'place'),
  needs: ['awards'],
  whenEmpty: 'no_statistics',
  whenUnstated: 'no_statistics',
  source: statistics,
  rowsBehind: { where: 'is_awarded', contribution: 'award_fen' },
} as const;

/** Awards against the size of a place. */
export const relativeMeasures: readonly Measure[] = [
  {
    ...ofPrefectures,
    id: 'awarded_per_gdp',
    label: { zh: '每亿元生产总值补助额', en: 'Awarded per 100 million yuan of GDP' },
    unit: 'fen_per_100m_gdp',
    definition: {
      zh: '已立项补助额 ÷ 2022 年地区生产总值；按设区市全域，省直报县计入所在市；全省为 13 市之和相除。',
      en: 'Awarded ÷ GDP of 2022, by whole prefecture with its direct counties; the province is the ratio of sums.',
    },
    expression: ratioOfSums(
      statedSumOf('award_fen', 'is_awarded'),
      totalOf('gdp_fen'),
      10 ** moneyUnits.yiYuan,
    ),
  },
  {
    ...ofPrefectures,
    id: 'awarded_per_10k_people',
    label: { zh: '每万人补助额', en: 'Awarded per 10,000 people' },
    unit: 'fen_per_10k_people',
    definition: {
      zh: '已立项补助额 ÷ 2018 年人口；按设区市全域，省直报县计入所在市；全省为 13 市之和相除。',
      en: 'Awarded ÷ population of 2018, by whole prefecture with its direct counties; the province is the ratio of sums.',
    },
    expression: ratioOfSums(statedSumOf('award_fen', 'is_awarded'), totalOf('population'), peopleInUnit),
  },
];
