import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import { lampWord, type LampColour } from '$lib/ui/lamp';
import type { ChartOption } from '../echarts';
import { lampMark } from '../scene/lamp-mark';
import { line, text, type Box, type Mark } from '../scene/marks';
import { sceneOption } from '../scene/option';
import { axisFromZero, linear, ticksOf, type Axis } from '../scene/scale';
import type { Scene } from '../scene/scene';
import { percentText, thin } from '../text/figures';
import { placeLabels, type Labelled } from '../text/place-labels';
import { textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';

/** A project's target and actual value in one unit. */
export interface TargetPoint {
  id: string;
  name: string;
  target: number;
  actual: number;
  light: LampColour;
  /** Wants its name beside it: those who lag or lead most. */
  named: boolean;
}

export interface TargetScatterInput {
  points: readonly TargetPoint[];
  /** Stands at the last tick. */
  unit: string;
}

interface Spot extends TargetPoint {
  x: number;
  y: number;
  radius: number;
}

interface Placed {
  panel: Box;
  axes: { x: Axis; y: Axis };
  x: (value: number) => number;
  y: (value: number) => number;
  left: number;
}

const narrowBelow = 400;
const mostNames = { narrow: 4, wide: 8 };

const plain = (value: number): string => showNumber(value, Number.isInteger(value) ? 0 : 1);

function place({ points }: TargetScatterInput, em: number, { width, height }: ChartSize): Placed {
  const axes = {
    x: axisFromZero(Math.max(0, ...points.map(({ target }) => target))),
    y: axisFromZero(Math.max(0, ...points.map(({ actual }) => actual))),
  };
  const left = Math.max(...ticksOf(axes.y).map((tick) => textWidth(plain(tick), em))) + 12;
  const inner = { width: Math.max(1, width - left - em * 2), height: Math.max(1, height - em * 5.2) };
  const panel = { x: left, y: em * 2.2, ...inner };
  return {
    panel,
    axes,
    left,
    x: linear(axes.x.min, axes.x.max, panel.x, panel.x + panel.width),
    y: linear(axes.y.min, axes.y.max, panel.y + panel.height, panel.y),
  };
}

/** The line on which the actual value is the target, as far as it stays in the panel, with its words. */
function reachedLine({ axes, x, y, panel }: Placed, theme: ChartTheme): { marks: Mark[]; taken: Box[] } {
  const { em, colour } = theme;
  const end = Math.min(axes.x.max, axes.y.max);
  const words = m.explorer_line_reached();
  const width = textWidth(words, em);
  const at = { x: Math.min(x(end), panel.x + panel.width) - width - em, y: y(end) + em * 0.2 };
  return {
    marks: [
      line(
        [
          [x(0), y(0)],
          [x(end), y(end)],
        ],
        colour('--ink-3'),
        1.2,
      ),
      text(at.x, at.y, words, { fill: colour('--ink-3'), size: em, halo: colour('--paper') }),
    ],
    taken: [{ x: at.x, y: at.y - em * 0.7, width, height: em * 1.4 }],
  };
}

const spotBox = ({ x, y, radius }: Spot): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
});

/** Names of those who want one, as far as they find a free place. */
function nameMarks(spots: readonly Spot[], taken: Box[], placed: Placed, width: number, theme: ChartTheme) {
  const { em, colour } = theme;
  const { panel } = placed;
  const wanting = spots
    .filter(({ named }) => named)
    .slice(0, width < narrowBelow ? mostNames.narrow : mostNames.wide);
  const labelled = wanting.map((spot): Labelled => ({
    ...spot,
    width: textWidth(spot.name, em) + 2,
    height: em * 1.25,
  }));
  const field = { x: panel.x, y: panel.y - em, width: width - panel.x, height: panel.height + em };
  return placeLabels(labelled, [...spots.map(spotBox), ...taken], field).flatMap((found, index) => {
    const spot = wanting[index];
    if (!found || !spot) return [];
    const look = { fill: colour('--ink'), size: em, align: found.align, halo: colour('--paper') };
    return [text(found.x, found.y, spot.name, look)];
  });
}

function axisWords({ panel }: Placed, unit: string, theme: ChartTheme): Mark[] {
  const { em, colour } = theme;
  const look = { fill: colour('--ink-3'), size: em };
  const foot = panel.y + panel.height;
  return [
    text(0, em * 0.7, m.explorer_axis_actual({ unit }), look),
    text(panel.x + panel.width, foot + em * 2.4, m.explorer_axis_target({ unit }), {
      ...look,
      align: 'right',
    }),
  ];
}

const tipOf = ({ name, target, actual, light }: TargetPoint, unit: string) => ({
  name,
  lines: [
    m.explorer_tip_target({ value: `${plain(target)}${thin}${unit}` }),
    m.explorer_tip_actual({ value: `${plain(actual)}${thin}${unit}` }),
    ...(target === 0 ? [] : [m.explorer_tip_attainment({ percent: percentText(actual / target) })]),
    lampWord(light),
  ],
});

export function targetScatterScene(input: TargetScatterInput, theme: ChartTheme, size: ChartSize): Scene {
  const { em } = theme;
  const placed = place(input, em, size);
  const { panel, axes } = placed;
  const spots = input.points.map((point): Spot => ({
    ...point,
    x: placed.x(point.target),
    y: placed.y(point.actual),
    radius: em * 0.38,
  }));
  const reached = reachedLine(placed, theme);
  const names = nameMarks(spots, reached.taken, placed, size.width, theme);
  return {
    panels: [
      {
        box: panel,
        baseline: true,
        x: { ...axes.x, side: 'bottom', lines: false, label: plain },
        y: { ...axes.y, lines: true, label: plain },
      },
    ],
    marks: [
      ...reached.marks,
      ...spots.map((spot) => lampMark(theme, spot.light, spot.x - spot.radius, spot.y)).reverse(),
      ...names,
      ...axisWords(placed, input.unit, theme),
    ],
    hits: [...spots].reverse().map((spot) => ({
      box: spotBox({ ...spot, radius: spot.radius + 2 }),
      tip: tipOf(spot, input.unit),
      pick: spot.id,
    })),
  };
}

/** Target (level) against actual value (upright) of projects; on the line the target is reached. */
export const targetScatterOption = (
  input: TargetScatterInput,
  theme: ChartTheme,
  size: ChartSize,
): ChartOption => sceneOption(targetScatterScene(input, theme, size), theme);
