/**
 * The step of shade (1 …) of a value among rising limits: 1 below the first, and so on; a value on a
 * limit belongs to the step above it. 0 when there is no value.
 */
export function stepOf(value: number | null, limits: readonly number[]): number {
  if (value === null) return 0;
  return 1 + limits.filter((limit) => value >= limit).length;
}

const roundTo = (value: number, unit: number) => Number((Math.round(value / unit) * unit).toPrecision(12));

/** The finest unit of 1, 2 or 5 × 10ⁿ that is no finer than a fortieth of the range. */
function unitFor(range: number): number {
  const raw = range / 40;
  const power = 10 ** Math.floor(Math.log10(raw));
  const times = [1, 2, 5, 10].find((candidate) => candidate * power >= raw) ?? 10;
  return times * power;
}

/**
 * Rising limits that part the values into `steps` groups of nearly equal counts, rounded so that they can
 * be read. Fewer limits come back when values repeat; none when there are fewer than two different ones.
 */
export function equalCountLimits(values: readonly (number | null)[], steps = 5): number[] {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const lowest = known[0];
  const highest = known.at(-1);
  if (lowest === undefined || highest === undefined || highest === lowest) return [];
  const unit = unitFor(highest - lowest);
  const limits = Array.from({ length: steps - 1 }, (_, i) => {
    const rank = Math.round(((i + 1) * known.length) / steps);
    const below = known[rank - 1] ?? lowest;
    const above = known[rank] ?? highest;
    return roundTo((below + above) / 2, unit);
  });
  return [...new Set(limits)].filter((limit) => limit > lowest && limit <= highest);
}
