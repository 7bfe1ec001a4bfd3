import { m } from '$lib/i18n/paraglide/messages';
import type { ChartOption } from '../echarts';
import { rect, text, type Mark } from '../scene/marks';
import { sceneOption } from '../scene/option';
import { linear, type Scale } from '../scene/scale';
import type { Hit, Scene } from '../scene/scene';
import { absent } from '../text/figures';
import { fitText, textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';

export interface RankingRow {
  id: string;
  label: string;
  /** Not below 0; null is missing, for the `reason`. */
  value: number | null;
  reason?: string;
  /** Sums written out for the tooltip. */
  details?: readonly string[];
}

export interface RankingInput {
  rows: readonly RankingRow[];
  /** Rows that stand by themselves below the ranking and are never counted in it, such as 省直报县. */
  apart?: { title: string; rows: readonly RankingRow[] };
  /** The figure with its unit, as it stands at the end of a bar. */
  format: (value: number) => string;
  mean?: { label: string; value: number } | null;
}

/** Largest first; equals keep their order, missing ones come last. */
export const ranked = (rows: readonly RankingRow[]): RankingRow[] =>
  [...rows].sort((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity) || 0);

const rowEm = 2.3;
const apartHeadEm = 2.6;

const topOf = ({ mean }: RankingInput, em: number): number => (mean ? em * 1.8 : em * 0.2);

/** Height of the chart for its rows, in pixels. */
export function rankingHeight(input: RankingInput, em: number): number {
  const apart = input.apart?.rows.length ?? 0;
  return Math.ceil(
    topOf(input, em) + em * (rowEm * (input.rows.length + apart) + (apart > 0 ? apartHeadEm : 0) + 0.4),
  );
}

interface Placed {
  row: RankingRow;
  middle: number;
  apart: boolean;
}

function placeRows(input: RankingInput, em: number): { placed: Placed[]; rankedEnd: number; headY: number } {
  const top = topOf(input, em);
  const step = em * rowEm;
  const sorted = ranked(input.rows);
  const rankedEnd = top + sorted.length * step;
  const apartTop = rankedEnd + em * apartHeadEm;
  const apart = ranked(input.apart?.rows ?? []);
  return {
    placed: [
      ...sorted.map((row, index) => ({ row, middle: top + (index + 0.5) * step, apart: false })),
      ...apart.map((row, index) => ({ row, middle: apartTop + (index + 0.5) * step, apart: true })),
    ],
    rankedEnd,
    headY: rankedEnd + em * 1.7,
  };
}

function rowMarks(
  { row, middle }: Placed,
  scale: Scale,
  input: RankingInput,
  theme: ChartTheme,
  labelWidth: number,
): Mark[] {
  const { em, colour } = theme;
  const start = scale(0);
  const name = text(0, middle, fitText(row.label, em + 0.5, labelWidth), {
    fill: colour('--ink'),
    size: em + 0.5,
  });
  if (row.value === null) {
    return [
      name,
      text(start + 6, middle, [absent, row.reason].filter(Boolean).join(' '), {
        fill: colour('--ink-3'),
        size: em,
      }),
    ];
  }
  const below = input.mean ? row.value < input.mean.value : false;
  const high = Math.round(em * 0.88);
  const end = scale(Math.max(0, row.value));
  return [
    name,
    rect(start, middle - high / 2, end - start, high, colour(below ? '--bar-2' : '--bar')),
    text(end + 5, middle, input.format(row.value), {
      fill: colour('--ink'),
      size: em + 0.5,
      halo: colour('--paper'),
    }),
  ];
}

function meanMarks(
  { mean }: RankingInput,
  scale: Scale,
  bottom: number,
  theme: ChartTheme,
  width: number,
  format: (value: number) => string,
): Mark[] {
  if (!mean) return [];
  const { em, colour } = theme;
  const x = Math.round(scale(mean.value));
  const words = `${mean.label} ${format(mean.value)}`;
  const half = textWidth(words, em) / 2;
  const middle = Math.max(half, Math.min(width - half, x));
  return [
    rect(x - 0.5, em * 1.5, 1, bottom - em * 1.5, colour('--ink')),
    text(middle, em * 0.75, words, { fill: colour('--ink'), size: em, align: 'center' }),
  ];
}

function hitOf({ row, middle, apart }: Placed, input: RankingInput, em: number, width: number): Hit {
  const figure =
    row.value === null ? [absent, row.reason].filter(Boolean).join(' ') : input.format(row.value);
  const mean =
    input.mean && !apart
      ? [m.chart_tip_mean({ label: input.mean.label, value: input.format(input.mean.value) })]
      : [];
  return {
    box: { x: 0, y: middle - (em * rowEm) / 2, width, height: em * rowEm },
    tip: {
      name: row.label,
      lines: [figure, ...(row.details ?? []), ...mean, ...(apart ? [m.chart_tip_apart()] : [])],
    },
    pick: row.id,
  };
}

export function rankingBarsScene(input: RankingInput, theme: ChartTheme, { width }: ChartSize): Scene {
  const { em, colour } = theme;
  const { placed, rankedEnd, headY } = placeRows(input, em);
  const rows = placed.map(({ row }) => row);
  const values = rows.flatMap(({ value }) => (value === null ? [] : [Math.max(0, value)]));
  const largest = Math.max(...values, input.mean?.value ?? 0, 0) || 1;
  const labelWidth = Math.min(
    width * 0.4,
    Math.max(0, ...rows.map(({ label }) => textWidth(label, em + 0.5))),
  );
  const start = Math.round(labelWidth + em * 0.9);
  const figures = Math.max(0, ...values.map((value) => textWidth(input.format(value), em + 0.5)));
  const scale = linear(0, largest, start, Math.max(start + 1, width - figures - 8));
  const top = topOf(input, em);
  const baseline = (from: number, to: number) => rect(start - 1, from, 1, to - from, colour('--ink'));
  const apart = placed.filter((each) => each.apart);
  const apartTop = rankedEnd + em * apartHeadEm;
  return {
    panels: [],
    marks: [
      ...meanMarks(input, scale, rankedEnd, theme, width, input.format),
      ...placed.flatMap((each) => rowMarks(each, scale, input, theme, labelWidth)),
      baseline(top, rankedEnd),
      ...(apart.length > 0
        ? [
            text(0, headY, input.apart?.title ?? '', { fill: colour('--ink-2'), size: em }),
            baseline(apartTop, apartTop + apart.length * em * rowEm),
          ]
        : []),
    ],
    hits: placed.map((each) => hitOf(each, input, em, width)),
  };
}

/** Bars in order of size with their figures, the mean as a line, and rows that stand apart below. */
export const rankingBarsOption = (input: RankingInput, theme: ChartTheme, size: ChartSize): ChartOption =>
  sceneOption(rankingBarsScene(input, theme, size), theme);
