import { daysBetween, type IsoDate } from '$lib/domain/calendar';
import { m } from '$lib/i18n/paraglide/messages';
import { textWidth } from '../text/text-width';
import type { ChartTheme } from '../theme/theme';
import { line, rect, text, type Box, type Mark } from './marks';
import { linear } from './scale';

export type TimeScale = (date: IsoDate) => number;

/** Dates along the foot of a panel, from its first to its last day. */
export function timeScale(from: IsoDate, to: IsoDate, panel: Box): TimeScale {
  const scale = linear(0, daysBetween(from, to), panel.x, panel.x + panel.width);
  return (date) => scale(daysBetween(from, date));
}

/** A baseline with a tick and a name where each year begins; a name that would not fit is left out. */
export function timeAxis(from: IsoDate, to: IsoDate, panel: Box, theme: ChartTheme): Mark[] {
  const { em, colour } = theme;
  const scale = timeScale(from, to, panel);
  const foot = panel.y + panel.height;
  const right = panel.x + panel.width;
  const years: number[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) years.push(year);
  let freeFrom = -Infinity;
  const ticks = years.flatMap((year) => {
    const begins = `${year}-01-01`;
    const x = Math.round(begins < from ? panel.x : scale(begins)) + 0.5;
    const words = m.chart_year({ year });
    const wide = textWidth(words, em);
    const tick =
      begins < from
        ? []
        : [
            line(
              [
                [x, foot],
                [x, foot + 4],
              ],
              colour('--ink'),
              1,
            ),
          ];
    const next = Math.min(right, scale(`${year + 1}-01-01`));
    if (x < freeFrom || next - x < Math.min(wide, em * 2.6) || x + wide > right + em * 2) return tick;
    freeFrom = x + wide + em * 0.6;
    return [...tick, text(x, foot + em * 1.15, words, { fill: colour('--ink-3'), size: em })];
  });
  return [rect(panel.x, foot, panel.width, 1, colour('--ink')), ...ticks];
}

/** The strips round each date, half way to its neighbours: where the pointer asks for that date. */
export function strips(dates: readonly IsoDate[], scale: TimeScale, panel: Box): Box[] {
  const at = dates.map(scale);
  return at.map((x, index) => {
    const from = index === 0 ? panel.x : (x + (at[index - 1] ?? x)) / 2;
    const to = index === at.length - 1 ? panel.x + panel.width : (x + (at[index + 1] ?? x)) / 2;
    return { x: from, y: panel.y, width: Math.max(1, to - from), height: panel.height };
  });
}
