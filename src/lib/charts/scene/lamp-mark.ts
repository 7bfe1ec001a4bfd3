import { lampPaths, type LampColour } from '$lib/ui/lamp';
import type { ChartTheme } from '../theme/theme';
import type { Mark } from './marks';

/** The shape of a light, its left edge at `x`, its middle at `y`; the word beside it is a text of its own. */
export const lampMark = (theme: ChartTheme, colour: LampColour, x: number, y: number): Mark => {
  const size = Math.round(theme.em * 0.76);
  return {
    kind: 'path',
    data: lampPaths[colour],
    x: Math.round(x),
    y: Math.round(y - size / 2),
    size,
    fill: theme.colour(`--lamp-${colour}`),
  };
};
