/** A straight scale from values to pixels. */
export type Scale = (value: number) => number;

/** Maps `from` to `start` and `to` to `end`; a domain without length maps to the start. */
export const linear = (from: number, to: number, start: number, end: number): Scale => {
  const span = to - from;
  return (value) => (span === 0 ? start : start + ((value - from) / span) * (end - start));
};

/** Round ends and step of an axis. */
export interface Axis {
  min: number;
  max: number;
  step: number;
}

/** An axis from 0 that holds every value, in three to five round steps. */
export function axisFromZero(largest: number): Axis {
  if (!(largest > 0)) return { min: 0, max: 1, step: 1 };
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { min: 0, max: step * Math.ceil(largest / step - 1e-9), step };
}

/** An axis that holds the values with some air, on multiples of `step`, within `floor` and (if given) `ceiling`. */
export function axisAround(values: readonly number[], step: number, floor: number): Axis {
  if (values.length === 0) return { min: floor, max: floor + step * 5, step };
  const low = Math.floor((Math.min(...values) - step * 0.25) / step + 1e-9) * step;
  const high = Math.ceil((Math.max(...values) + step * 0.25) / step - 1e-9) * step;
  return { min: Math.max(floor, low), max: Math.max(high, low + step), step };
}

/** The values of the ticks, both ends included. */
export function ticksOf({ min, max, step }: Axis): number[] {
  const count = Math.round((max - min) / step);
  return Array.from({ length: count + 1 }, (_, index) => Number((min + index * step).toFixed(10)));
}
