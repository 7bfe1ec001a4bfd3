import type { Fen } from '../domain/money.ts';

/**
 * A percentage of an amount in whole 分, cut down (不超过 allows no rounding up). Exact: the product of a large
 * amount and a percentage leaves the safe integers, so it is formed in big integers. At most two decimals of
 * a percent count.
 */
export const shareOf = (amount: Fen, percent: number): Fen =>
  Number((BigInt(amount) * BigInt(Math.round(percent * 100))) / 10_000n);
