import { quarterName } from '$lib/i18n/quarter-name';
import type { IsoDate } from '$lib/domain/calendar';
import { m } from '$lib/i18n/paraglide/messages';
import type { ChartOption } from '../echarts';
import { text, type Box, type Mark, type Point } from '../scene/marks';
import { sceneOption } from '../scene/option';
import { linear, type Axis, type Scale } from '../scene/scale';
import type { Scene } from '../scene/scene';
import { asSteps, lastOf, seriesLine } from '../scene/series-line';
import { strips, timeAxis, timeScale, type TimeScale } from '../scene/time-axis';
import { percentText, percentTick, percentTickText } from '../text/figures';
import { spread } from '../text/spread';
import { textWidth } from '../text/text-width';
import type { TipText } from '../text/tooltip';
import type { ChartSize, ChartTheme } from '../theme/theme';

/** Shares reached by the last day of a quarter, as ratios. */
export interface ProgressPoint {
  date: IsoDate;
  quota: number | null;
  time: number | null;
  money: number | null;
}

export interface ProgressInput {
  points: readonly ProgressPoint[];
}

type LineName = 'quota' | 'time' | 'money';
const lineNames = ['quota', 'time', 'money'] as const;

const lookOf = (name: LineName) =>
  ({
    quota: { colour: '--ink', width: 1.6, bold: false, word: m.chart_line_quota },
    time: { colour: '--now', width: 1.3, bold: false, word: m.chart_line_time },
    money: { colour: '--bar', width: 2.4, bold: true, word: m.chart_line_money },
  })[name] as { colour: '--ink' | '--now' | '--bar'; width: number; bold: boolean; word: () => string };

interface Line {
  name: LineName;
  points: (Point | null)[];
  end: { y: number; words: string } | null;
}

/** Percent in quarters up to 100, and as far beyond as the figures go. */
function axisOf(points: readonly ProgressPoint[]): Axis {
  const largest = Math.max(
    1,
    ...points.flatMap(({ quota, time, money }) => [quota ?? 0, time ?? 0, money ?? 0]),
  );
  return { min: 0, max: Math.ceil(largest * 4 - 1e-9) / 4, step: 0.25 };
}

function endMarks(lines: Line[], panel: Box, theme: ChartTheme): Mark[] {
  const { em, colour } = theme;
  const ends = lines.flatMap(({ name, end }) => (end ? [{ name, ...end }] : []));
  const places = spread(
    ends.map(({ y }) => y),
    em * 1.3,
    panel.y + em * 0.2,
    panel.y + panel.height - em * 0.4,
  );
  return ends.map(({ name, y, words }, index) => {
    const look = lookOf(name);
    return text(panel.x + panel.width + 6, places[index] ?? y, words, {
      fill: colour(look.colour),
      size: em,
      bold: look.bold,
    });
  });
}

const endWords = (name: LineName, share: number): string => `${lookOf(name).word()} ${percentText(share)}`;

function panelOf(em: number, { width, height }: ChartSize): Box {
  const left = textWidth(percentTickText, em) + 8;
  const right = Math.max(...lineNames.map((name) => textWidth(endWords(name, 1), em, true))) + 8;
  const [inner, high] = [width - left - right, height - em * 2.8];
  return { x: left, y: em * 0.8, width: Math.max(1, inner), height: Math.max(1, high) };
}

function linesOf(points: readonly ProgressPoint[], x: TimeScale, y: Scale): Line[] {
  return lineNames.map((name) => {
    const placed = points.map(({ date, [name]: share }): Point | null =>
      share === null ? null : [x(date), y(share)],
    );
    const share = lastOf(points.map((point) => point[name]));
    const end = share === null ? null : { y: y(share), words: endWords(name, share) };
    return { name, points: name === 'quota' ? asSteps(placed) : placed, end };
  });
}

const tipOf = (point: ProgressPoint): TipText => ({
  name: quarterName(point.date),
  lines: lineNames.map((name) => `${lookOf(name).word()} ${percentText(point[name], 1)}`),
});

export function progressLinesScene({ points }: ProgressInput, theme: ChartTheme, size: ChartSize): Scene {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return { panels: [], marks: [], hits: [] };
  const axis = axisOf(points);
  const panel = panelOf(theme.em, size);
  const x = timeScale(first.date, last.date, panel);
  const lines = linesOf(points, x, linear(axis.min, axis.max, panel.y + panel.height, panel.y));
  const dates = points.map(({ date }) => date);
  const strokes = lines.flatMap(({ name, points: line }) => {
    const { colour, width } = lookOf(name);
    return seriesLine(line, theme.colour(colour), width);
  });
  return {
    panels: [{ box: panel, y: { ...axis, lines: true, label: percentTick(axis) } }],
    marks: [...timeAxis(first.date, last.date, panel, theme), ...strokes, ...endMarks(lines, panel, theme)],
    hits: strips(dates, x, panel).flatMap((box, index) => {
      const point = points[index];
      return point ? [{ box, tip: tipOf(point) }] : [];
    }),
  };
}

/** Quota (steps), time and money of one category, by quarter. */
export const progressLinesOption = (input: ProgressInput, theme: ChartTheme, size: ChartSize): ChartOption =>
  sceneOption(progressLinesScene(input, theme, size), theme);
