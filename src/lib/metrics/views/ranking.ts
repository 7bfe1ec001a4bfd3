import { ratioOf } from '$lib/domain/ratio';
import type { Figure } from '../figure';

/** Something with a figure, with its place in the order; missing values have no rank and stand last. */
export type Ranked<T> = T & { figure: Figure; rank: number | null };

/** First and last of a ranking, and how far apart they are; null with fewer than two values. */
export interface Spread<T> {
  first: T;
  last: T;
  difference: number;
  /** First ÷ last, null when the last is zero. */
  ratio: number | null;
}

/** Highest first; equal values share a rank and keep the order they came in. */
export function rankBy<T>(items: readonly T[], figureOf: (item: T) => Figure): Ranked<T>[] {
  const figured = items.map((item) => ({ ...item, figure: figureOf(item) }));
  const sorted = figured.sort(
    (a, b) =>
      (b.figure.value ?? Number.NEGATIVE_INFINITY) - (a.figure.value ?? Number.NEGATIVE_INFINITY) || 0,
  );
  return sorted.map((item) => {
    const { value } = item.figure;
    const rank =
      value === null
        ? null
        : 1 + sorted.filter((other) => other.figure.value !== null && other.figure.value > value).length;
    return { ...item, rank };
  });
}

/** How far the first of a ranking is from the last one that has a value. */
export function spreadOf<T>(ranking: readonly Ranked<T>[]): Spread<Ranked<T>> | null {
  const valued = ranking.filter((item) => item.rank !== null);
  const first = valued[0];
  const last = valued.at(-1);
  if (valued.length < 2 || first === undefined || last === undefined) return null;
  const high = first.figure.value ?? 0;
  const low = last.figure.value ?? 0;
  return { first, last, difference: high - low, ratio: ratioOf(high, low) };
}
