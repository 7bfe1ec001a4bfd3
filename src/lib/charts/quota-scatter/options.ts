import type { Fen } from '$lib/domain/money';
import { m } from '$lib/i18n/paraglide/messages';
import type { LampColour } from '$lib/ui/lamp';
import type { ChartOption } from '../echarts';
import { circle, rect, text, type Box, type Mark } from '../scene/marks';
import { nowLevel } from '../scene/now-mark';
import { sceneOption } from '../scene/option';
import { axisAround, linear, type Axis } from '../scene/scale';
import type { Scene } from '../scene/scene';
import { commonUnit, moneyText, percentText, percentTick, percentTickText } from '../text/figures';
import { placeLabels, type Labelled } from '../text/place-labels';
import { textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';

export interface ScatterCategory {
  id: string;
  name: string;
  /** A few signs that stand beside the point. */
  shortName: string;
  /** Awards over quota, and paid over appropriation, as ratios; without one of them there is no point. */
  quotaUse: number | null;
  execution: number | null;
  appropriation: Fen | null;
  light: LampColour | null;
}

export interface ScatterInput {
  categories: readonly ScatterCategory[];
  timeShare: number | null;
}

interface Spot extends ScatterCategory {
  x: number;
  y: number;
  radius: number;
}

const narrowBelow = 420;
const mostNames = { narrow: 8, wide: 12 };

/** Red ones first, then by money: who comes first is named first, and lies on top of who comes later. */
export const byUrgency = (one: ScatterCategory, other: ScatterCategory): number =>
  Number(other.light === 'red') - Number(one.light === 'red') ||
  (other.appropriation ?? 0) - (one.appropriation ?? 0);

function placeSpots(input: ScatterInput, panel: Box, axes: { x: Axis; y: Axis }): Spot[] {
  const x = linear(axes.x.min, axes.x.max, panel.x, panel.x + panel.width);
  const y = linear(axes.y.min, axes.y.max, panel.y + panel.height, panel.y);
  const largest = Math.max(1, ...input.categories.map(({ appropriation }) => appropriation ?? 0));
  const widest = Math.max(9, Math.min(18, panel.width * 0.036));
  return [...input.categories].sort(byUrgency).flatMap((category) => {
    const { quotaUse, execution, appropriation } = category;
    if (quotaUse === null || execution === null) return [];
    const radius = Math.max(3.5, Math.sqrt((appropriation ?? 0) / largest) * widest);
    return [{ ...category, x: x(quotaUse), y: y(execution), radius }];
  });
}

const spotBox = ({ x, y, radius }: Spot): Box => ({
  x: x - radius,
  y: y - radius,
  width: radius * 2,
  height: radius * 2,
});

function spotMark({ x, y, radius, light }: Spot, named: boolean, theme: ChartTheme): Mark {
  const opacity = named || light === 'red' ? 0.85 : 0.35;
  if (light !== 'red') return circle(x, y, radius, theme.colour('--bar'), { opacity });
  // A square of the same area as the circle.
  const side = radius * Math.sqrt(Math.PI);
  return rect(x - side / 2, y - side / 2, side, side, theme.colour('--lamp-red'), opacity);
}

function timeMarks(
  timeShare: number | null,
  y: (share: number) => number,
  panel: Box,
  theme: ChartTheme,
): { marks: Mark[]; label: Box[] } {
  const at = timeShare === null ? null : y(timeShare);
  if (timeShare === null || at === null || at < panel.y || at > panel.y + panel.height)
    return { marks: [], label: [] };
  const { em, colour } = theme;
  const words = m.chart_key_now({ percent: percentText(timeShare) });
  const middle = at - em * 0.75;
  return {
    marks: [
      ...nowLevel(theme, at, panel),
      text(panel.x + 4, middle, words, { fill: colour('--now'), size: em, halo: colour('--paper') }),
    ],
    label: [{ x: panel.x, y: middle - em * 0.7, width: textWidth(words, em) + 8, height: em * 1.4 }],
  };
}

const tipOf = ({ name, quotaUse, execution, appropriation }: Spot) => ({
  name,
  lines: [
    m.chart_tip_quota_share({ percent: percentText(quotaUse, 1) }),
    m.chart_tip_execution_only({ percent: percentText(execution, 1) }),
    ...(appropriation === null
      ? []
      : [m.chart_tip_appropriation({ amount: moneyText(appropriation, commonUnit([appropriation])) })]),
  ],
});

function axesOf({ categories, timeShare }: ScatterInput): { x: Axis; y: Axis } {
  const shown = categories.filter(({ quotaUse, execution }) => quotaUse !== null && execution !== null);
  const uses = shown.flatMap(({ quotaUse }) => quotaUse ?? []);
  const executions = shown.flatMap(({ execution }) => execution ?? []);
  return {
    x: axisAround(uses, 0.1, 0),
    y: axisAround([...executions, ...(timeShare === null ? [] : [timeShare])], 0.2, 0),
  };
}

/** Names of the most urgent points, as far as they find a free place; by the index of the spot. */
function nameMarks(
  spots: Spot[],
  taken: Box[],
  panel: Box,
  width: number,
  theme: ChartTheme,
): (Mark | null)[] {
  const { em, colour } = theme;
  const wanting = spots
    .slice(0, width < narrowBelow ? mostNames.narrow : mostNames.wide)
    .map((spot): Labelled => ({ ...spot, width: textWidth(spot.shortName, em) + 2, height: em * 1.25 }));
  const field = { x: panel.x, y: 0, width: width - panel.x, height: panel.y + panel.height };
  return placeLabels(wanting, [...spots.map(spotBox), ...taken], field).map((place, index) => {
    const spot = spots[index];
    if (!place || !spot) return null;
    const look = { fill: colour('--ink'), size: em, align: place.align, halo: colour('--paper') };
    return text(place.x, place.y, spot.shortName, look);
  });
}

export function quotaScatterScene(
  input: ScatterInput,
  theme: ChartTheme,
  { width, height }: ChartSize,
): Scene {
  const { em } = theme;
  const axes = axesOf(input);
  const left = textWidth(percentTickText, em) + 8;
  const [inner, high] = [width - left - em * 1.6, height - em * 2.9];
  const panel = { x: left, y: em, width: Math.max(1, inner), height: Math.max(1, high) };
  const spots = placeSpots(input, panel, axes);
  const time = timeMarks(
    input.timeShare,
    linear(axes.y.min, axes.y.max, panel.y + panel.height, panel.y),
    panel,
    theme,
  );
  const names = nameMarks(spots, time.label, panel, width, theme);
  const x = { ...axes.x, side: 'bottom' as const, lines: false, label: percentTick(axes.x) };
  return {
    panels: [{ box: panel, baseline: true, x, y: { ...axes.y, lines: true, label: percentTick(axes.y) } }],
    marks: [
      ...time.marks,
      ...spots.map((spot, index) => spotMark(spot, Boolean(names[index]), theme)).reverse(),
      ...names.filter((name) => name !== null),
    ],
    hits: [...spots].reverse().map((spot) => ({
      box: spotBox({ ...spot, radius: spot.radius + 2 }),
      tip: tipOf(spot),
      pick: spot.id,
    })),
  };
}

/** Quota used (level) against appropriation paid (upright); the area of a point is its appropriation. */
export const quotaScatterOption = (input: ScatterInput, theme: ChartTheme, size: ChartSize): ChartOption =>
  sceneOption(quotaScatterScene(input, theme, size), theme);
