import { matchCategory } from '$lib/policy/match-category';
import { matchCluster } from '$lib/policy/match-cluster';
import { regionOfAddress } from '$lib/policy/match-region';
import type { Rulebook } from '$lib/policy/rulebook';
import { cellText, type CellValue } from '../read/cells';
import { readDate } from '../values/date';
import type { HeadedColumn } from './find-header';
import type { ColumnMatch } from './match-headers';

/** Fewer filled cells tell nothing. */
const fewestValues = 3;
/** So large a share of the filled cells must fit. */
const fittingShare = 0.8;
/** Categories, clusters and addresses are words that hardly stand elsewhere; dates stand in many columns. */
const scores = { words: 0.7, date: 0.6 } as const;

type Test = (value: CellValue) => boolean;

const testsOf = (
  rulebook: Rulebook,
): { column: (column: HeadedColumn) => boolean; fits: Test; score: number }[] => [
  {
    column: ({ kind }) => kind === 'category',
    fits: (value) =>
      rulebook.guides.some(({ year }) => matchCategory(rulebook, year, null, cellText(value)) !== null),
    score: scores.words,
  },
  {
    column: ({ kind }) => kind === 'cluster',
    fits: (value) =>
      matchCluster(rulebook, cellText(value).replace(/^(?:是|√)[\s,，(（]*|[)）]$/g, '')) !== null,
    score: scores.words,
  },
  {
    column: ({ field }) => field === 'address',
    fits: (value) => typeof value === 'string' && regionOfAddress(rulebook, value) !== null,
    score: scores.words,
  },
  {
    column: ({ kind }) => kind === 'date',
    fits: (value) =>
      value instanceof Date || (typeof value === 'string' && readDate(value, 'end').kind === 'value'),
    score: scores.date,
  },
];

/**
 * Columns that the values of a column speak for, where the header does not: names of categories or clusters, addresses
 * in the province, dates. Empty where fewer than three cells are filled.
 */
export function guessByValues(
  rulebook: Rulebook,
  columns: readonly HeadedColumn[],
  values: readonly CellValue[],
): ColumnMatch[] {
  if (values.length < fewestValues) return [];
  return testsOf(rulebook).flatMap(({ column, fits, score }) => {
    const meant = columns.filter(column);
    if (meant.length === 0 || values.filter(fits).length < values.length * fittingShare) return [];
    return meant.map(({ field }): ColumnMatch => ({ field, basis: 'values', score }));
  });
}
