import { showPercent } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';

/** From which share of its cluster a cell is shaded, palest first: a scale for the eye, not a rule of the fund. */
const limits = [0.06, 0.12, 0.2, 0.3, 0.45];

/** The shades with their limits in words. */
export const matrixLimits = limits.map((from, index) => {
  const to = limits[index + 1];
  const text =
    to === undefined
      ? m.ui_scale_above({ limit: `${showPercent(from)} %` })
      : `${showPercent(from)}–${showPercent(to)} %`;
  return { from, text };
});

/** The class that shades a cell by its share of the row; none below the first limit. */
export function shadeClass(share: number | null): string | null {
  if (share === null) return null;
  const step = limits.filter((limit) => share >= limit).length;
  return step === 0 ? null : `on-${step}`;
}
