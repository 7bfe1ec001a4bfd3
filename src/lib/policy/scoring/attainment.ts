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

const unknown = (reason: 'no_target' | 'no_report' | 'negative_target'): Attained => ({
  known: false,
  reason,
});

// Binary division leaves 0.3 ÷ 0.1 a hair beside 3; steps are met exactly at nine decimals.
const exact = (ratio: number): number => Math.round(ratio * 1e9) / 1e9;
const within = (share: number): number => Math.min(1, Math.max(0, share));

function reverseShare(actual: number, target: number, form: ReverseForm): number {
  if (actual <= target) return 1;
  return within(exact(form === 'linear' ? 1 - (actual - target) / target : target / actual));
}

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
  const counted = Math.max(0, actual);
  if (target === 0) {
    const isMet = direction === 'lower' ? counted === 0 : true;
    return { known: true, ratio: null, share: isMet ? 1 : 0 };
  }
  const ratio = exact(counted / target);
  const share = direction === 'lower' ? reverseShare(counted, target, form) : within(ratio);
  return { known: true, ratio, share };
}
