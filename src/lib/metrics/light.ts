import { ratioOf } from '$lib/domain/ratio';
import type { LightSteps } from '$lib/policy/rulebook';
import type { MissingReason } from './missing';

/** red 滞后, yellow 偏慢, green 正常, blue 超前, grey 缺报. */
export const lights = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
export type Light = (typeof lights)[number];

/** A light with the pace it was read from: progress ÷ share of time gone. */
export interface LightReading {
  light: Light;
  pace: number | null;
  /** Why the light is grey. */
  reason: MissingReason | null;
}

export type LightCounts = Record<Light, number>;

// Binary division leaves 0.45 ÷ 0.75 a hair beside 0.6; steps are met exactly at nine decimals.
const exact = (ratio: number): number => Math.round(ratio * 1e9) / 1e9;

/** The light of a pace, by the steps of the rules: below, below, from; a missing pace is grey. */
export function lightOf(pace: number | null, steps: LightSteps): Light {
  if (pace === null) return 'grey';
  const value = exact(pace);
  if (value < steps.redBelow) return 'red';
  if (value < steps.yellowBelow) return 'yellow';
  return value >= steps.blueFrom ? 'blue' : 'green';
}

/** The light of progress (a ratio, 0.45 for 45 %) at a share of time gone; grey before the period begins. */
export function lightAt(
  progress: { value: number | null; reason: MissingReason | null },
  timeShare: number | null,
  steps: LightSteps,
): LightReading {
  if (progress.value === null) return { light: 'grey', pace: null, reason: progress.reason };
  if (timeShare === null) return { light: 'grey', pace: null, reason: 'no_appropriation' };
  if (timeShare === 0) return { light: 'grey', pace: null, reason: 'not_started' };
  const pace = ratioOf(progress.value, timeShare);
  return { light: lightOf(pace, steps), pace, reason: null };
}

/** How a limit is used: at or over 1 compared exactly by counts, near from the rules' share on. */
export function useOf(used: number, limit: number, steps: LightSteps): 'room' | 'near' | 'full' | 'over' {
  if (used > limit) return 'over';
  if (used === limit) return 'full';
  return limit > 0 && exact(used / limit) >= steps.nearLimitFrom ? 'near' : 'room';
}

/** How many of each light. */
export function countLights(readings: readonly Light[]): LightCounts {
  const counts: LightCounts = { red: 0, yellow: 0, green: 0, blue: 0, grey: 0 };
  for (const light of readings) counts[light] += 1;
  return counts;
}
