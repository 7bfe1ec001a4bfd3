import type { ChartTheme } from '../theme/theme';
import { line, polygon, rect, type Box, type Mark } from './marks';

/**
 * Time gone, on one bar: a rod of 2 px that stands 4 px out above and below, with a wedge on its head so
 * that no grey print takes it for a limit, and a sliver of paper on both sides where it crosses the bar.
 */
export function nowOnBar(theme: ChartTheme, x: number, bar: Box): Mark[] {
  const at = Math.round(x);
  const top = bar.y - 4;
  const now = theme.colour('--now');
  return [
    rect(at - 2, bar.y, 4, bar.height, theme.colour('--paper')),
    rect(at - 1, top, 2, bar.height + 8, now),
    wedge(at, top, now),
  ];
}

/** Time gone, over a whole panel: one line with the wedge on its head. */
export function nowOverPanel(theme: ChartTheme, x: number, panel: Box): Mark[] {
  const at = Math.round(x);
  const now = theme.colour('--now');
  return [rect(at - 1, panel.y, 2, panel.height, now), wedge(at, panel.y - 1, now)];
}

/** Time gone on the upright axis: a level line. */
export function nowLevel(theme: ChartTheme, y: number, panel: Box): Mark[] {
  const at = Math.round(y) + 0.5;
  return [
    line(
      [
        [panel.x, at],
        [panel.x + panel.width, at],
      ],
      theme.colour('--now'),
      1.5,
    ),
  ];
}

const wedge = (x: number, top: number, fill: string): Mark =>
  polygon(
    [
      [x - 3.5, top - 1],
      [x + 3.5, top - 1],
      [x, top + 3],
    ],
    fill,
  );
