import { m } from '$lib/i18n/paraglide/messages';
import type { ChartOption } from '../echarts';
import { circle, line, rect, text, type Box, type Mark } from '../scene/marks';
import { nowOverPanel } from '../scene/now-mark';
import { sceneOption } from '../scene/option';
import { axisAround, linear, type Axis, type Scale } from '../scene/scale';
import type { Scene } from '../scene/scene';
import { absent, percentText, percentTick, pointsText, thin } from '../text/figures';
import { showPercent } from '$lib/domain/ratio';
import { fitText, textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';

/** Two shares of one place, as ratios; null is missing. */
export interface DotPairRow {
  id: string;
  label: string;
  first: number | null;
  second: number | null;
  details?: readonly string[];
}

export interface DotPairInput {
  rows: readonly DotPairRow[];
  words: { first: string; second: string };
  /** Share of time gone, or another share that both are held against. */
  marker: number | null;
  /** A difference of more than this many (as a ratio) is set bold; null for none. */
  boldAbove: number | null;
}

/** By the first share, largest first; missing ones last. */
export const inOrder = (rows: readonly DotPairRow[]): DotPairRow[] =>
  [...rows].sort((one, other) => (other.first ?? -Infinity) - (one.first ?? -Infinity) || 0);

const rowEm = 2.3;
const topEm = 1.9;

/** Height of the chart for its rows, in pixels. */
export const dotPairHeight = ({ rows }: DotPairInput, em: number): number =>
  Math.ceil(em * (topEm + rows.length * rowEm + 0.3));

/** Whether the difference, as shown in whole points, is more than allowed. */
export const isWide = ({ first, second }: DotPairRow, boldAbove: number | null): boolean =>
  boldAbove !== null &&
  first !== null &&
  second !== null &&
  Math.round(Math.abs(second - first) * 100) > Math.round(boldAbove * 100);

function dotMarks(row: DotPairRow, y: number, x: Scale, wide: boolean, theme: ChartTheme): Mark[] {
  const { em, colour } = theme;
  const [first, second] = [
    row.first === null ? null : x(row.first),
    row.second === null ? null : x(row.second),
  ];
  const firstIsRight = first !== null && second !== null && first > second;
  const figure = (at: number, share: number, right: boolean, look: { fill: string; bold?: boolean }) =>
    text(at + (right ? 10 : -10), y, showPercent(share), {
      ...look,
      size: em,
      align: right ? 'left' : 'right',
      halo: colour('--paper'),
    });
  return [
    ...(first !== null && second !== null
      ? [
          line(
            [
              [first, y],
              [second, y],
            ],
            colour(wide ? '--ink' : '--hair-2'),
            wide ? 2 : 1.2,
          ),
        ]
      : []),
    ...(second === null || row.second === null
      ? []
      : [
          circle(second, y, 4.6, colour('--paper'), { stroke: colour('--ink'), width: 1.6 }),
          figure(second, row.second, !firstIsRight, { fill: colour('--ink') }),
        ]),
    ...(first === null || row.first === null
      ? []
      : [
          circle(first, y, 5.2, colour('--bar')),
          figure(first, row.first, firstIsRight, { fill: colour('--bar'), bold: true }),
        ]),
  ];
}

const differenceOf = ({ first, second }: DotPairRow): string =>
  first === null || second === null ? absent : `${pointsText(second - first)}${thin}${m.chart_points()}`;

function tipOf(row: DotPairRow, words: DotPairInput['words']) {
  const { first, second } = row;
  const lines = [`${words.first} ${percentText(first, 1)}`, `${words.second} ${percentText(second, 1)}`];
  const difference =
    first === null || second === null ? [] : [m.chart_tip_difference({ points: pointsText(second - first) })];
  return { name: row.label, lines: [...lines, ...difference, ...(row.details ?? [])] };
}

interface Placed {
  rows: DotPairRow[];
  panel: Box;
  axis: Axis;
  labelWidth: number;
  middle: (index: number) => number;
}

function place(input: DotPairInput, em: number, width: number): Placed {
  const rows = inOrder(input.rows);
  const shares = rows.flatMap(({ first, second }) => [first, second]).filter((share) => share !== null);
  const axis = axisAround(input.marker === null ? shares : [...shares, input.marker], 0.1, 0);
  const widest = (words: string[], size: number, bold: boolean) =>
    Math.max(0, ...words.map((word) => textWidth(word, size, bold)));
  const labelWidth = Math.min(
    width * 0.34,
    widest(
      rows.map(({ label }) => label),
      em + 0.5,
      false,
    ),
  );
  const left = labelWidth + em * 2.4;
  const right = widest(rows.map(differenceOf), em, true) + em * 2.2;
  const high = rows.length * rowEm * em;
  const panel = { x: left, y: em * topEm, width: Math.max(1, width - left - right), height: high };
  // On half pixels, so that the hairline of a row and the line between its dots lie on each other.
  const middle = (index: number) => Math.round(panel.y + (index + 0.5) * rowEm * em) + 0.5;
  return { rows, panel, axis, labelWidth, middle };
}

export function dotPairScene(input: DotPairInput, theme: ChartTheme, { width }: ChartSize): Scene {
  const { em, colour } = theme;
  const { rows, panel, axis, labelWidth, middle } = place(input, em, width);
  const x = linear(axis.min, axis.max, panel.x, panel.x + panel.width);
  const rowMarks = (row: DotPairRow, index: number): Mark[] => {
    const y = middle(index);
    const wide = isWide(row, input.boldAbove);
    const name = { fill: colour('--ink'), size: em + 0.5 };
    const difference = {
      fill: colour(wide ? '--ink' : '--ink-3'),
      size: em,
      bold: wide,
      align: 'right' as const,
    };
    return [
      text(0, y, fitText(row.label, em + 0.5, labelWidth), name),
      ...dotMarks(row, y, x, wide, theme),
      text(width - 1, y, differenceOf(row), difference),
    ];
  };
  return {
    panels: [{ box: panel, x: { ...axis, side: 'top', lines: false, label: percentTick(axis) } }],
    marks: [
      ...rows.map((_, index) => rect(panel.x - em, middle(index), panel.width + em * 2, 1, colour('--hair'))),
      ...(input.marker === null ? [] : nowOverPanel(theme, x(input.marker), panel)),
      ...rows.flatMap(rowMarks),
    ],
    hits: rows.map((row, index) => ({
      box: { x: 0, y: panel.y + index * rowEm * em, width, height: rowEm * em },
      tip: tipOf(row, input.words),
      pick: row.id,
    })),
  };
}

/** Two shares of each place on one line, and how far they are apart. */
export const dotPairOption = (input: DotPairInput, theme: ChartTheme, size: ChartSize): ChartOption =>
  sceneOption(dotPairScene(input, theme, size), theme);
