import type { Direction } from '../forms/form.ts';
import type { ReverseForm } from './scoring.ts';

/**
 * What a number comes to against its target.
 *
 * `no_target` and `no_report`: one side is missing; `negative_target`: below zero no ratio means anything. None of
 * them is a zero.
 */
export type Attained =
  | {
      known: true;
      /** actual ÷ target, not capped; null against a target of zero. */ ratio: number | null;
      share: number;
    }
  | { known: false; reason: 'no_target' | 'no_report' | 'negative_target' };

/**
 * The formulas by which a number earns its share, one for each branch. Their words stand in `rules/scoring`; a test
 * fails where one of them has no worked case.
 */
export const formulas = [
  'higher_met',
  'higher_short',
  'lower_met',
  'lower_linear',
  'lower_exhausted',
  'lower_quotient',
  'zero_higher',
  'zero_lower_met',
  'zero_lower_missed',
] as const;
export type Formula = (typeof formulas)[number];

const unknown = (reason: 'no_target' | 'no_report' | 'negative_target'): Attained => ({
  known: false,
  reason,
});

// Binary division leaves 0.3 ÷ 0.1 a hair beside 3. Twelve decimals: lights divide once more, by a share of time, and
// meet their steps at nine.
const exact = (ratio: number): number => Math.round(ratio * 1e12) / 1e12;
const within = (share: number): number => Math.min(1, Math.max(0, share));
/** A negative actual counts as 0. */
const countedOf = (actual: number): number => Math.max(0, actual);

const linearShare = (actual: number, target: number): number => within(exact(1 - (actual - target) / target));

/**
 * Which formula holds for a number against its target (not below zero). Where the form does not tell a direction,
 * higher is read.
 */
export function formulaOf(target: number, actual: number, direction: Direction, form: ReverseForm): Formula {
  const counted = countedOf(actual);
  if (target === 0) {
    if (direction !== 'lower') return 'zero_higher';
    return counted === 0 ? 'zero_lower_met' : 'zero_lower_missed';
  }
  if (direction !== 'lower') return exact(counted / target) >= 1 ? 'higher_met' : 'higher_short';
  if (counted <= target) return 'lower_met';
  if (form === 'quotient') return 'lower_quotient';
  return linearShare(counted, target) > 0 ? 'lower_linear' : 'lower_exhausted';
}

/** The share (0 to 1) by each formula, of a target above zero where it divides. */
const shareBy: Record<Formula, (actual: number, target: number) => number> = {
  higher_met: () => 1,
  higher_short: (actual, target) => within(exact(actual / target)),
  lower_met: () => 1,
  lower_linear: linearShare,
  lower_exhausted: () => 0,
  lower_quotient: (actual, target) => within(exact(target / actual)),
  zero_higher: () => 1,
  zero_lower_met: () => 1,
  zero_lower_missed: () => 0,
};

/**
 * Attainment of a number, and the share of its weight (0 to 1) that it earns. Higher is better: all from the target
 * on, else actual ÷ target; over-fulfilment earns nothing more and a negative actual counts as 0. Lower is better:
 * all up to the target, above it by `form`. A target of zero is met by an actual that is not above it (lower), or
 * not below it (higher). Where the form does not tell a direction, higher is read.
 * @param form how points are lost above a target that should not be passed
 */
export function attained(
  target: number | null,
  actual: number | null,
  direction: Direction,
  form: ReverseForm,
): Attained {
  if (target === null) return unknown('no_target');
  if (actual === null) return unknown('no_report');
  if (target < 0) return unknown('negative_target');
  const counted = countedOf(actual);
  const share = shareBy[formulaOf(target, actual, direction, form)](counted, target);
  return { known: true, ratio: target === 0 ? null : exact(counted / target), share };
}
