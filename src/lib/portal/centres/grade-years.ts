import type { CentreLine } from '$lib/metrics/views/centres';

/** Years with a result, and those in which one is missing, in order. */
export const yearsWithResults = (lines: readonly Pick<CentreLine, 'results' | 'missedYears'>[]): number[] =>
  [
    ...new Set(
      lines.flatMap(({ results, missedYears }) => [...results.map(({ year }) => year), ...missedYears]),
    ),
  ].sort((a, b) => a - b);
