import { inUnit, showIn, type Fen } from '$lib/domain/money';
import type { ChartOption } from '../echarts';
import { keyMarks, keyWidth } from '../export/key-marks';
import { rect, text, type Box, type Mark } from '../scene/marks';
import { sceneOption } from '../scene/option';
import { axisFromZero, linear, ticksOf } from '../scene/scale';
import type { Scene } from '../scene/scene';
import { absent, commonUnit, moneyText } from '../text/figures';
import { textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';

/** One kind of amount; its tone says how settled the money is: set aside, awarded, paid. */
export interface YearSeries {
  id: string;
  label: string;
  tone: 'track' | 'bar-2' | 'bar';
}

export interface YearGroup {
  label: string;
  /** Such as 草案, below the year. */
  note?: string;
  /** Amounts by series id; a missing one is null. */
  amounts: Readonly<Record<string, Fen | null>>;
  /** Why amounts are missing, for the tooltip. */
  reason?: string;
}

export interface YearColumnsInput {
  series: readonly YearSeries[];
  years: readonly YearGroup[];
}

const toneToken = { track: '--hair-2', 'bar-2': '--bar-2', bar: '--bar' } as const;

/** The key stands in the chart: three tones are soon told apart, but must be named once. */
function keyRow(series: readonly YearSeries[], x: number, theme: ChartTheme): Mark[] {
  const { em, colour } = theme;
  const y = em * 0.8;
  let at = x;
  return series.flatMap(({ label, tone }) => {
    const kind = tone === 'track' ? 'bar' : tone;
    const swatch =
      tone === 'track'
        ? [rect(at, y - em * 0.25, em * 1.4, em * 0.5, colour(toneToken.track))]
        : keyMarks(kind, theme, at, y);
    const words = text(at + keyWidth(kind, em) + em * 0.35, y, label, { fill: colour('--ink-2'), size: em });
    at += keyWidth(kind, em) + em * 1.5 + textWidth(label, em);
    return [...swatch, words];
  });
}

interface Geometry {
  panel: Box;
  unit: 'wanYuan' | 'yiYuan';
  y: (amount: Fen) => number;
  group: number;
  column: number;
}

function groupMarks(
  year: YearGroup,
  index: number,
  { series }: YearColumnsInput,
  geometry: Geometry,
  theme: ChartTheme,
): Mark[] {
  const { panel, unit, y, group, column } = geometry;
  const { em, colour } = theme;
  const foot = panel.y + panel.height;
  const middle = panel.x + (index + 0.5) * group;
  const start = middle - (series.length * column) / 2;
  const columns = series.flatMap(({ id, tone }, position): Mark[] => {
    const amount = year.amounts[id] ?? null;
    const left = start + position * column;
    const centre = left + column / 2;
    if (amount === null)
      return [text(centre, foot - em * 0.8, absent, { fill: colour('--ink-3'), size: em, align: 'center' })];
    const top = y(amount);
    const words = showIn(amount, unit, unit === 'yiYuan' ? 1 : 0);
    const fits = textWidth(words, em) <= column + 2;
    return [
      rect(left + 1, top, column - 2, foot - top, colour(toneToken[tone])),
      ...(fits
        ? [
            text(centre, top - em * 0.75, words, {
              fill: colour('--ink'),
              size: em,
              align: 'center',
              halo: colour('--paper'),
            }),
          ]
        : []),
    ];
  });
  const name = [year.label, year.note].filter(Boolean).join(' ');
  return [
    ...columns,
    text(middle, foot + em * 1.1, name, { fill: colour('--ink-2'), size: em, align: 'center' }),
  ];
}

const axisLabel = (value: number): string => value.toLocaleString('en-US');

export function yearColumnsScene(
  input: YearColumnsInput,
  theme: ChartTheme,
  { width, height }: ChartSize,
): Scene {
  const { em, colour } = theme;
  const amounts = input.years.flatMap((year) => input.series.map(({ id }) => year.amounts[id] ?? null));
  const unit = commonUnit(amounts);
  const axis = axisFromZero(Math.max(0, ...amounts.map((amount) => inUnit(amount ?? 0, unit))));
  const left = Math.max(...ticksOf(axis).map((tick) => textWidth(axisLabel(tick), em))) + 8;
  const panel = {
    x: left,
    y: em * 2.9,
    width: Math.max(1, width - left),
    height: Math.max(1, height - em * 4.9),
  };
  const scale = linear(axis.min, axis.max, panel.y + panel.height, panel.y);
  const group = panel.width / Math.max(1, input.years.length);
  const column = Math.min(em * 3.6, (group * 0.84) / Math.max(1, input.series.length));
  const geometry = { panel, unit, y: (amount: Fen) => scale(inUnit(amount, unit)), group, column };
  return {
    panels: [{ box: panel, y: { ...axis, lines: true, label: axisLabel } }],
    marks: [
      ...keyRow(input.series, panel.x, theme),
      ...input.years.flatMap((year, index) => groupMarks(year, index, input, geometry, theme)),
      rect(panel.x, panel.y + panel.height, panel.width, 1, colour('--ink')),
    ],
    hits: input.years.map((year, index) => ({
      box: { x: panel.x + index * group, y: panel.y, width: group, height: panel.height + em * 1.8 },
      tip: {
        name: [year.label, year.note].filter(Boolean).join(' '),
        lines: [
          ...input.series.map(({ id, label }) => `${label} ${moneyText(year.amounts[id] ?? null, unit)}`),
          ...(year.reason ? [year.reason] : []),
        ],
      },
      pick: year.label,
    })),
  };
}

/** Guide years side by side: money set aside, awarded and paid. */
export const yearColumnsOption = (input: YearColumnsInput, theme: ChartTheme, size: ChartSize): ChartOption =>
  sceneOption(yearColumnsScene(input, theme, size), theme);
