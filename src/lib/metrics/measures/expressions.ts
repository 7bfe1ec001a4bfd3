import type { DimensionId } from '../dimensions';
import { dimensionIds } from '../dimensions';
import type { Amount, FormatHint, Ratio } from './measure';

/** Building blocks that the measures are written with: SQL over the facts, formats and dimension sets. */

// CASE inside an aggregate says the same as FILTER and runs in half the time in DuckDB.

/** Rows that meet a condition. */
export const countOf = (condition: string): Amount => ({
  sql: `COUNT(CASE WHEN ${condition} THEN 1 END)`,
  undeterminedSql: null,
  none: 'zero',
});

/** Sum of a column that every project has, over the rows that meet a condition. */
export const sumOf = (column: string, condition: string): Amount => ({
  sql: `CAST(SUM(CASE WHEN ${condition} THEN ${column} END) AS BIGINT)`,
  undeterminedSql: null,
  none: 'zero',
});

/** Sum of a column that a project may not state; those that do not are counted apart. */
export const statedSumOf = (column: string, condition: string): Amount => ({
  ...sumOf(column, condition),
  undeterminedSql: `COUNT(CASE WHEN ${condition} AND ${column} IS NULL THEN 1 END)`,
});

/** Sum of a column that only category or region facts carry: missing where none is set. */
export const totalOf = (column: string): Amount => ({
  sql: `CAST(SUM(${column}) AS BIGINT)`,
  undeterminedSql: null,
  none: 'missing',
});

export const ratioOfSums = (part: Amount, whole: Amount, scale = 1): Ratio => ({ part, whole, scale });

export const money: FormatHint = { kind: 'money', figurePlaces: 2, tablePlaces: 0 };
export const count: FormatHint = { kind: 'count', figurePlaces: 0, tablePlaces: 0 };
export const percent: FormatHint = { kind: 'percent', figurePlaces: 1, tablePlaces: 0 };
export const times: FormatHint = { kind: 'times', figurePlaces: 1, tablePlaces: 1 };

/** What a project can be grouped by, whatever the measure. */
export const projectDimensions: readonly DimensionId[] = [
  'guide',
  'area',
  'category',
  'variant',
  'place',
  'county',
  'region_group',
  'cluster',
  'stage',
  'status',
];
/** Measures of awards know the quarter of the award too. */
export const awardDimensions: readonly DimensionId[] = [...projectDimensions, 'award_quarter'];
/** Quotas and appropriations exist by guide, area and category only. */
export const categoryDimensions: readonly DimensionId[] = ['guide', 'area', 'category'];
/** Statistics exist for whole prefectures only. */
export const statisticsDimensions: readonly DimensionId[] = ['prefecture', 'region_group'];
export const everyDimension: readonly DimensionId[] = dimensionIds;
