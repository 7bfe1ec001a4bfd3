import type { IsoDate } from '$lib/domain/calendar';
import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import { quarterName } from '$lib/i18n/quarter-name';
import type { ChartOption } from '../echarts';
import { circle, text, type Box, type Mark, type Point } from '../scene/marks';
import { sceneOption } from '../scene/option';
import { axisFromZero, linear, ticksOf, type Axis } from '../scene/scale';
import type { Hit, Scene } from '../scene/scene';
import { lastOf, seriesLine } from '../scene/series-line';
import { strips, timeAxis, timeScale } from '../scene/time-axis';
import { percentText, percentTick, thin } from '../text/figures';
import { spread } from '../text/spread';
import { textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';

/** An indicator at the end of a quarter, over the projects that had reported by then. */
export interface TimelinePoint {
  date: IsoDate;
  /** Sum of latest values in the unit, or a ratio where values do not add up. */
  value: number | null;
  /** Sum of the targets of the same projects; null where values do not add up. */
  target: number | null;
  reporting: number;
}

export interface TimelineInput {
  points: readonly TimelinePoint[];
  /** What the values are: sums in this unit, or ratios. */
  unit: string | null;
}

interface Placed {
  panel: Box;
  axis: Axis;
  x: (date: IsoDate) => number;
  y: (value: number) => number;
}

const figure = (value: number, unit: string | null): string =>
  unit === null
    ? percentText(value)
    : showNumber(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);

const lineName = (unit: string | null): string =>
  unit === null ? m.explorer_line_mean() : m.explorer_line_actual();

const tickLabel = ({ unit }: TimelineInput, axis: Axis): ((value: number) => string) =>
  unit === null ? percentTick(axis) : (value) => showNumber(value, Number.isInteger(value) ? 0 : 1);

function place(input: TimelineInput, em: number, { width, height }: ChartSize): Placed {
  const { points, unit } = input;
  const largest = Math.max(0, ...points.flatMap(({ value, target }) => [value ?? 0, target ?? 0]));
  const axis = axisFromZero(largest);
  const label = tickLabel(input, axis);
  const left = Math.max(...ticksOf(axis).map((tick) => textWidth(label(tick), em))) + 12;
  const ends = [lineName(unit), m.explorer_line_target()].map((word) => `${word} ${figure(largest, unit)}`);
  const right = Math.max(...ends.map((words) => textWidth(words, em, true))) + 12;
  const panel = {
    x: left,
    y: em * 1.6,
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - em * 3.6),
  };
  const [first, last] = [points[0]?.date ?? '2000-03-31', points.at(-1)?.date ?? '2000-12-31'];
  const y = linear(axis.min, axis.max, panel.y + panel.height, panel.y);
  return { panel, axis, y, x: timeScale(first, last, panel) };
}

type End = readonly [Point, number] | null;

/** Names with the last figures beside the ends of the lines, spread so that they do not cover each other. */
function endMarks(
  value: End,
  target: End,
  unit: string | null,
  { panel }: Placed,
  theme: ChartTheme,
): Mark[] {
  const { em, colour } = theme;
  const x = panel.x + panel.width + 8;
  const ends = [
    ...(value ? [{ end: value, word: lineName(unit), fill: colour('--bar'), bold: true }] : []),
    ...(target
      ? [{ end: target, word: m.explorer_line_target(), fill: colour('--ink-2'), bold: false }]
      : []),
  ];
  const levels = spread(
    ends.map(({ end: [[, y]] }) => y),
    em * 1.35,
    panel.y,
    panel.y + panel.height,
  );
  return ends.map(({ end: [[, y], amount], word, fill, bold }, index) =>
    text(x, levels[index] ?? y, `${word} ${figure(amount, unit)}`, { fill, size: em, bold }),
  );
}

function hitsOf({ points, unit }: TimelineInput, { panel, x }: Placed): Hit[] {
  const boxes = strips(
    points.map(({ date }) => date),
    x,
    panel,
  );
  const shown = (value: number) => `${figure(value, unit)}${unit === null ? '' : `${thin}${unit}`}`;
  return points.flatMap(({ date, value, target, reporting }, index) => {
    const box = boxes[index];
    if (!box) return [];
    const lines = [
      ...(value === null ? [] : [`${lineName(unit)} ${shown(value)}`]),
      ...(target === null ? [] : [m.explorer_tip_target({ value: shown(target) })]),
      m.explorer_tip_reporting({ count: showNumber(reporting) }),
    ];
    return [{ box, tip: { name: quarterName(date), lines } }];
  });
}

export function indicatorTimelineScene(input: TimelineInput, theme: ChartTheme, size: ChartSize): Scene {
  const { points, unit } = input;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { panels: [], marks: [], hits: [] };
  const placed = place(input, theme.em, size);
  const { panel, axis, x, y } = placed;
  const ends = (key: 'value' | 'target') =>
    points.map(({ date, [key]: amount }): End => (amount === null ? null : [[x(date), y(amount)], amount]));
  const [values, targets] = [ends('value'), ends('target')];
  const lastValue = lastOf(values);
  const line = (list: End[], colour: string, width: number) =>
    seriesLine(
      list.map((end) => end?.[0] ?? null),
      colour,
      width,
    );
  return {
    panels: [{ box: panel, y: { ...axis, lines: true, label: tickLabel(input, axis) } }],
    marks: [
      ...timeAxis(first.date, last.date, panel, theme),
      ...line(targets, theme.colour('--ink-3'), 1.4),
      ...line(values, theme.colour('--bar'), 2.4),
      ...(lastValue ? [circle(lastValue[0][0], lastValue[0][1], 3.5, theme.colour('--bar'))] : []),
      ...endMarks(lastValue, lastOf(targets), unit, placed, theme),
    ],
    hits: hitsOf(input, placed),
  };
}

/** An indicator quarter by quarter: latest cumulative values, each project once, beside the targets of the same projects. */
export const indicatorTimelineOption = (
  input: TimelineInput,
  theme: ChartTheme,
  size: ChartSize,
): ChartOption => sceneOption(indicatorTimelineScene(input, theme, size), theme);
