import { daysBetween, type IsoDate } from '$lib/domain/calendar';
import { m } from '$lib/i18n/paraglide/messages';
import { quarterName } from '$lib/i18n/quarter-name';
import type { ChartOption } from '../echarts';
import { circle, line, rect, text, type Box, type Mark, type Point } from '../scene/marks';
import { nowOverPanel } from '../scene/now-mark';
import { sceneOption } from '../scene/option';
import { axisFromZero, linear, ticksOf, type Axis } from '../scene/scale';
import type { Hit, Scene } from '../scene/scene';
import { seriesLine } from '../scene/series-line';
import { strips, timeAxis, timeScale, type TimeScale } from '../scene/time-axis';
import { spread } from '../text/spread';
import { textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';
import { dashes } from './dashes';

/** A value that came, in the unit of the chart. */
export interface PastPoint {
  date: IsoDate;
  value: number;
}

/** A value that is expected, with its band. */
export interface ExpectedPoint {
  date: IsoDate;
  centre: number;
  low: number;
  high: number;
}

/** A cumulative series with its forecast; all values in one unit, which the block's subtitle names. */
export interface ForecastInput {
  history: readonly PastPoint[];
  path: readonly ExpectedPoint[];
  asOf: IsoDate;
  /** What should be reached, and its name. */
  target: { value: number; word: string } | null;
  places: number;
}

interface Placed {
  panel: Box;
  axis: Axis;
  x: TimeScale;
  y: (value: number) => number;
}

const bandOpacity = 0.16;

export const figureText = (value: number, places: number): string =>
  value
    .toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
    .replace('-', '\u2212');

/** “33.6 ± 2.1”; where the band is cut off at what is done, its two ends. */
export function bandText({ centre, low, high }: ExpectedPoint, places: number): string {
  const [up, down] = [high - centre, centre - low];
  const isEven = figureText(up, places) === figureText(down, places);
  return isEven
    ? `${figureText(centre, places)} ± ${figureText(up, places)}`
    : `${figureText(centre, places)}（${figureText(low, places)}–${figureText(high, places)}）`;
}

const endWords = ({ path, places }: ForecastInput): string => {
  const last = path.at(-1);
  return last ? bandText(last, places) : '';
};
const targetWords = ({ target, places }: ForecastInput): string =>
  target ? `${target.word} ${figureText(target.value, places)}` : '';

function place(input: ForecastInput, em: number, { width, height }: ChartSize): Placed | null {
  const { history, path, target } = input;
  const first = history[0] ?? path[0];
  const last = path.at(-1) ?? history.at(-1);
  if (!first || !last || daysBetween(first.date, last.date) <= 0) return null;
  const values = [...history.map(({ value }) => value), ...path.map(({ high }) => high), target?.value ?? 0];
  const axis = axisFromZero(Math.max(0, ...values));
  const left = Math.max(...ticksOf(axis).map((tick) => textWidth(axisLabel(tick), em))) + 8;
  const right =
    Math.max(textWidth(endWords(input), em, true), textWidth(targetWords(input), em), em * 2) + 12;
  const panel = {
    x: left,
    y: em * 1.8,
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - em * 3.8),
  };
  const y = linear(axis.min, axis.max, panel.y + panel.height, panel.y);
  // A correction below zero stays on the ground line: the axis of money that was paid begins at zero.
  return {
    panel,
    axis,
    x: timeScale(first.date, last.date, panel),
    y: (value) => y(Math.max(axis.min, value)),
  };
}

const axisLabel = (value: number): string => value.toLocaleString('en-US');

/** The band as upright slices: a polygon with an opacity is not among the marks. */
function bandMarks(points: readonly ExpectedPoint[], { x, y }: Placed, fill: string): Mark[] {
  return points.slice(1).flatMap((point, index) => {
    const before = points[index];
    if (!before) return [];
    const [from, to] = [Math.round(x(before.date)), Math.round(x(point.date))];
    const slice = (at: number, share: number) => {
      const top = y(before.high + (point.high - before.high) * share);
      const foot = y(before.low + (point.low - before.low) * share);
      return rect(at, top, 1, foot - top, fill, bandOpacity);
    };
    return Array.from({ length: Math.max(0, to - from) }, (_, step) =>
      slice(from + step, (step + 0.5) / (to - from)),
    );
  });
}

function targetMarks(input: ForecastInput, { panel, y }: Placed, labelY: number, theme: ChartTheme): Mark[] {
  if (!input.target) return [];
  const at = Math.round(y(input.target.value)) + 0.5;
  const right = panel.x + panel.width;
  return [
    line(
      [
        [panel.x, at],
        [right, at],
      ],
      theme.colour('--mark'),
      1,
    ),
    text(right + 8, labelY, targetWords(input), { fill: theme.colour('--ink-2'), size: theme.em }),
  ];
}

function hitsOf({ history, path, places }: ForecastInput, { x, panel }: Placed): Hit[] {
  const past = history.map(({ date, value }) => ({
    date,
    line: m.forecast_tip_done({ value: figureText(value, places) }),
  }));
  const expected = path.map((point) => ({
    date: point.date,
    line: m.forecast_tip_expected({ value: bandText(point, places) }),
  }));
  const points = [...past, ...expected];
  const boxes = strips(
    points.map(({ date }) => date),
    x,
    panel,
  );
  return points.flatMap(({ date, line: words }, index) => {
    const box = boxes[index];
    return box ? [{ box, tip: { name: quarterName(date), lines: [words] } }] : [];
  });
}

function asOfMarks(asOf: IsoDate, { panel, x }: Placed, theme: ChartTheme): Mark[] {
  const at = x(asOf);
  if (at < panel.x || at > panel.x + panel.width) return [];
  const label = { fill: theme.colour('--now'), size: theme.em, align: 'center' as const };
  return [...nowOverPanel(theme, at, panel), text(at, panel.y - theme.em * 0.95, m.chart_as_of(), label)];
}

export function forecastLineScene(input: ForecastInput, theme: ChartTheme, size: ChartSize): Scene {
  const placed = place(input, theme.em, size);
  const first = input.history[0] ?? input.path[0];
  const last = input.path.at(-1) ?? input.history.at(-1);
  if (!placed || !first || !last) return { panels: [], marks: [], hits: [] };
  const { panel, axis, x, y } = placed;
  const { em, colour } = theme;
  const now = input.history.at(-1);
  const joined: ExpectedPoint[] = now
    ? [{ date: now.date, centre: now.value, low: now.value, high: now.value }, ...input.path]
    : [...input.path];
  const centre = joined.map(({ date, centre: value }): Point => [x(date), y(value)]);
  const end = centre.at(-1) ?? [0, 0];
  const wanted = [end[1], input.target ? y(input.target.value) : Infinity];
  const [endY = 0, targetY = 0] = input.target
    ? spread(wanted, em * 1.35, panel.y, panel.y + panel.height)
    : wanted;
  const words = endWords(input) || (now ? figureText(now.value, input.places) : '');
  const bar = colour('--bar');
  return {
    panels: [{ box: panel, y: { ...axis, lines: true, label: axisLabel } }],
    marks: [
      ...(input.path.length > 0 ? bandMarks(joined, placed, bar) : []),
      ...timeAxis(first.date, last.date, panel, theme),
      ...targetMarks(input, placed, targetY, theme),
      ...asOfMarks(input.asOf, placed, theme),
      ...seriesLine(
        input.history.map(({ date, value }) => [x(date), y(value)]),
        bar,
        2.4,
      ),
      ...(input.path.length > 0 ? dashes(centre, bar, 2) : []),
      circle(end[0], end[1], 3.5, bar),
      text(panel.x + panel.width + 8, endY, words, { fill: bar, size: em, bold: true }),
    ],
    hits: hitsOf(input, placed),
  };
}

/** What came, what may come with its band, and the target, by quarter. */
export const forecastLineOption = (input: ForecastInput, theme: ChartTheme, size: ChartSize): ChartOption =>
  sceneOption(forecastLineScene(input, theme, size), theme);
