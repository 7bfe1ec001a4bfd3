/** What a draft of 高端化 does to the sample: plain loops over its rows, whole numbers only. */
import { applied, asOf, placeOf } from './sample-answers';
import type { CsvRow } from './sample-rows';

export const highEnd = 'guides/2023/high-end-upgrade';
export const applicants: readonly CsvRow[] = applied({ category: highEnd });

/** A rate in percent and a cap in 分. */
export interface Terms {
  percent: bigint;
  capFen: bigint;
}

export interface Sums {
  ceiling: bigint;
  awards: bigint;
  firstYear: bigint;
}

const least = (one: bigint, other: bigint) => (one < other ? one : other);
const baseOf = (row: CsvRow): bigint => BigInt(row['subsidy_base_fen'] || row['total_investment_fen'] || '');
const ceilingOf = (row: CsvRow, { percent, capFen }: Terms) => least((baseOf(row) * percent) / 100n, capFen);

export const isAwarded = (row: CsvRow): boolean =>
  row['awarded_on'] !== '' && String(row['awarded_on']) <= asOf;

/** Ceilings, awards cut to them, and half of these as first payments. */
export function sumsOf(rows: readonly CsvRow[], terms: Terms): Sums {
  const awards = rows
    .filter(isAwarded)
    .map((row) => least(BigInt(row['award_fen'] ?? ''), ceilingOf(row, terms)));
  const total = (amounts: bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
  return {
    ceiling: total(rows.map((row) => ceilingOf(row, terms))),
    awards: total(awards),
    firstYear: total(awards.map((award) => award / 2n)),
  };
}

export const isAt =
  (place: string) =>
  (row: CsvRow): boolean =>
    placeOf(row) === place;

/** Projects of one type whose base reached the old threshold and misses the new one. */
export const fallingOut = (type: string, oldFen: bigint, newFen: bigint): CsvRow[] =>
  applicants.filter((row) => row['variant_id'] === type && baseOf(row) >= oldFen && baseOf(row) < newFen);
