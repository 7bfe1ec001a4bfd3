import { fenFromNumber, type Fen } from '$lib/domain/money';

/** Amounts of the demo are written in 万元, as offices write them. */
export const fenOfWan = (wan: number): Fen => fenFromNumber(wan, 'wanYuan');

const step = fenOfWan(1);

/** Rounded down to a whole 万元. */
export const floorToWan = (amount: Fen): Fen => Math.floor(amount / step) * step;

/**
 * The factor within [low, high] that brings a rising sum nearest to its target. Halves the range 40 times,
 * which is finer than the amounts are rounded to.
 */
export function solveFactor(
  low: number,
  high: number,
  target: number,
  sumAt: (factor: number) => number,
): number {
  let from = low;
  let to = high;
  for (let turn = 0; turn < 40; turn++) {
    const middle = (from + to) / 2;
    if (sumAt(middle) < target) from = middle;
    else to = middle;
  }
  return Math.abs(sumAt(from) - target) <= Math.abs(sumAt(to) - target) ? from : to;
}
