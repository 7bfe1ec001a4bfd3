/** How many shades an amount is shown in. */
export const shadeCount = 5;

/** Shades by equal counts: the lower limits of shades 2 and up, ascending, without repeats. */
export function shadeLimits(values: readonly (number | null)[]): number[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const limits: number[] = [];
  for (let shade = 1; shade < shadeCount; shade += 1) {
    const limit = sorted[Math.floor((sorted.length * shade) / shadeCount)];
    if (limit !== undefined && limit !== sorted[0] && limit !== limits.at(-1)) limits.push(limit);
  }
  return limits;
}

/** The shade of a value, from 1; null for a missing value. Equal values have equal shades. */
export const shadeOf = (value: number | null, limits: readonly number[]): number | null =>
  value === null ? null : 1 + limits.filter((limit) => value >= limit).length;
