import { quarterName } from '$lib/i18n/quarter-name';
import { inUnit, showIn, type Fen } from '$lib/domain/money';
import type { IsoDate } from '$lib/domain/calendar';
import { m } from '$lib/i18n/paraglide/messages';
import type { ChartOption } from '../echarts';
import { circle, text, type Box, type Mark, type Point } from '../scene/marks';
import { nowOverPanel } from '../scene/now-mark';
import { sceneOption } from '../scene/option';
import { axisFromZero, linear, ticksOf, type Axis } from '../scene/scale';
import type { Hit, Scene } from '../scene/scene';
import { lastOf, seriesLine } from '../scene/series-line';
import { strips, timeAxis, timeScale } from '../scene/time-axis';
import { commonUnit, moneyText } from '../text/figures';
import { spread } from '../text/spread';
import { textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';

/** Sums from the beginning up to the last day of a quarter; paid is null after 数据截止日. */
export interface CumulativePoint {
  date: IsoDate;
  plan: Fen | null;
  paid: Fen | null;
}

export interface CumulativeInput {
  points: readonly CumulativePoint[];
  asOf: IsoDate;
}

type Unit = 'wanYuan' | 'yiYuan';

interface Placed {
  panel: Box;
  axis: Axis;
  unit: Unit;
  x: (date: IsoDate) => number;
  y: (amount: Fen) => number;
}

/** Figures at line ends: one decimal of 亿元 is what a line can show. */
const endText = (word: string, amount: Fen, unit: Unit): string =>
  `${word} ${showIn(amount, unit, unit === 'yiYuan' ? 1 : 0)}`;

const axisLabel = (value: number): string => value.toLocaleString('en-US');

function place({ points }: CumulativeInput, em: number, { width, height }: ChartSize): Placed {
  const amounts = points.flatMap(({ plan, paid }) => [plan, paid]);
  const unit = commonUnit(amounts);
  const axis = axisFromZero(Math.max(0, ...amounts.map((amount) => inUnit(amount ?? 0, unit))));
  const largest = Math.max(0, ...amounts.map((amount) => amount ?? 0));
  const left = Math.max(...ticksOf(axis).map((tick) => textWidth(axisLabel(tick), em))) + 8;
  const right =
    Math.max(
      ...[m.chart_line_plan(), m.chart_line_paid()].map((word) =>
        textWidth(endText(word, largest, unit), em, true),
      ),
    ) + 10;
  const panel = {
    x: left,
    y: em * 1.8,
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - em * 3.8),
  };
  const y = linear(axis.min, axis.max, panel.y + panel.height, panel.y);
  const [first, last] = [points[0]?.date ?? '2000-01-01', points.at(-1)?.date ?? '2000-12-31'];
  return { panel, axis, unit, x: timeScale(first, last, panel), y: (amount) => y(inUnit(amount, unit)) };
}

/** Names and last figures beside the ends of the lines, in the colour of the line. */
function endMarks(
  plan: [Point, Fen] | null,
  paid: [Point, Fen] | null,
  { panel, unit }: Placed,
  theme: ChartTheme,
): Mark[] {
  const { em, colour } = theme;
  const right = panel.x + panel.width;
  const paidAtEnd = paid !== null && paid[0][0] > right - em;
  const wanted = [plan?.[0][1] ?? panel.y, paidAtEnd ? paid[0][1] : Infinity];
  const [planY = 0, paidEndY = 0] =
    paidAtEnd && plan ? spread(wanted, em * 1.35, panel.y, panel.y + panel.height) : wanted;
  const marks: Mark[] = [];
  if (plan)
    marks.push(
      text(right + 8, planY, endText(m.chart_line_plan(), plan[1], unit), {
        fill: colour('--ink-2'),
        size: em,
      }),
    );
  if (!paid) return marks;
  const [[x, y], amount] = paid;
  const below = !plan || y > (plan[0][1] ?? 0);
  const words = endText(m.chart_line_paid(), amount, unit);
  const look = { fill: colour('--bar'), size: em + (paidAtEnd ? 0 : 1), bold: true, halo: colour('--paper') };
  const at: Point = paidAtEnd
    ? [right + 8, paidEndY]
    : [x + 8, Math.min(y + (below ? em * 1.15 : -em * 1.15), panel.y + panel.height - em * 0.7)];
  return [...marks, circle(x, y, 3.5, colour('--bar')), text(at[0], at[1], words, look)];
}

function hitsOf({ points }: CumulativeInput, { panel, unit, x }: Placed): Hit[] {
  const boxes = strips(
    points.map(({ date }) => date),
    x,
    panel,
  );
  return points.flatMap(({ date, plan, paid }, index) => {
    const box = boxes[index];
    if (!box) return [];
    const lines = [
      ...(plan === null ? [] : [m.chart_tip_plan({ amount: moneyText(plan, unit) })]),
      ...(paid === null ? [] : [m.chart_tip_paid({ amount: moneyText(paid, unit) })]),
      ...(plan !== null && paid !== null && plan > paid
        ? [m.chart_tip_behind({ amount: moneyText(plan - paid, unit) })]
        : []),
    ];
    return [{ box, tip: { name: quarterName(date), lines } }];
  });
}

export function cumulativeLineScene(input: CumulativeInput, theme: ChartTheme, size: ChartSize): Scene {
  const { points, asOf } = input;
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return { panels: [], marks: [], hits: [] };
  const placed = place(input, theme.em, size);
  const { panel, axis, x, y } = placed;
  const line = (key: 'plan' | 'paid'): ([Point, Fen] | null)[] =>
    points.map(({ date, [key]: amount }) => (amount === null ? null : [[x(date), y(amount)], amount]));
  const [plan, paid] = [line('plan'), line('paid')];
  const asOfShown = asOf >= first.date && asOf <= last.date;
  const { em, colour } = theme;
  return {
    panels: [{ box: panel, y: { ...axis, lines: true, label: axisLabel } }],
    marks: [
      ...timeAxis(first.date, last.date, panel, theme),
      ...(asOfShown
        ? [
            ...nowOverPanel(theme, x(asOf), panel),
            text(x(asOf), panel.y - em * 0.95, m.chart_as_of(), {
              fill: colour('--now'),
              size: em,
              align: 'center',
            }),
          ]
        : []),
      ...seriesLine(
        plan.map((end) => end?.[0] ?? null),
        colour('--ink-3'),
        1.4,
      ),
      ...seriesLine(
        paid.map((end) => end?.[0] ?? null),
        colour('--bar'),
        2.4,
      ),
      ...endMarks(lastOf(plan), lastOf(paid), placed, theme),
    ],
    hits: hitsOf(input, placed),
  };
}

/** Money paid since the beginning against the plan, by quarter, with 数据截止日. */
export const cumulativeLineOption = (
  input: CumulativeInput,
  theme: ChartTheme,
  size: ChartSize,
): ChartOption => sceneOption(cumulativeLineScene(input, theme, size), theme);
