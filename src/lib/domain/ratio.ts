/** Ratios are decimals inside (0.605) and percent at the edge (60.5 %). */

/** The ratio of two numbers, or null when the whole is missing or zero: missing is never zero. */
export function ratioOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole === 0) return null;
  return part / whole;
}

/** "60.5" for 0.605 with one place; half is rounded away from zero, the minus sign is U+2212. */
export function showPercent(ratio: number, places = 0): string {
  const scale = 10 ** places;
  const steps = Math.sign(ratio) * Math.round(Math.abs(ratio) * 100 * scale + 1e-9);
  return (steps / scale).toFixed(places).replace('-', '\u2212');
}

/** A grouped whole number, or with decimals: 1,234 or 1,234.5. */
export const showNumber = (value: number, places = 0): string =>
  value
    .toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
    .replace('-', '\u2212');
