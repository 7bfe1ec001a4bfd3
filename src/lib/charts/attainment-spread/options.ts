import { showNumber } from '$lib/domain/ratio';
import { m } from '$lib/i18n/paraglide/messages';
import type { ChartOption } from '../echarts';
import { rect, text, type Box, type Mark } from '../scene/marks';
import { sceneOption } from '../scene/option';
import { axisFromZero, linear, ticksOf } from '../scene/scale';
import type { Hit, Scene } from '../scene/scene';
import { percentText, thin } from '../text/figures';
import { textWidth } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';

/** Projects whose attainment lies from one limit on and below the next. */
export interface SpreadColumn {
  /** Ratios: 0.6 is 60 % of the target. */
  from: number;
  /** Null in the last one. */
  below: number | null;
  count: number;
}

export interface SpreadInput {
  bins: readonly SpreadColumn[];
  /** Projects without a value that can be held against a target. */
  unknown: number;
}

/** “60–80 %”, or “130 % 以上” in the last one. */
export const binText = ({ from, below }: SpreadColumn): string =>
  below === null
    ? m.explorer_bin_from({ from: percentText(from) })
    : `${Math.round(from * 100)}–${percentText(below)}`;

interface Slot {
  x: number;
  width: number;
  count: number;
  label: string;
  fill: string;
}

/** Columns of the bins side by side, and after a gap the projects without a value. */
function slotsOf({ bins, unknown }: SpreadInput, panel: Box, theme: ChartTheme): Slot[] {
  const width = panel.width / (bins.length + 1.6);
  const slots = bins.map((bin, index) => ({
    x: panel.x + index * width,
    width,
    count: bin.count,
    label: binText(bin),
    fill: theme.colour(bin.from >= 1 ? '--bar' : '--bar-2'),
  }));
  const last = {
    x: panel.x + (bins.length + 0.6) * width,
    width,
    count: unknown,
    label: m.explorer_no_value(),
    fill: theme.colour('--bar-track'),
  };
  return [...slots, last];
}

function columnMarks(slot: Slot, foot: number, y: (count: number) => number, theme: ChartTheme): Mark[] {
  const { em, colour } = theme;
  const top = y(slot.count);
  const look = { fill: colour('--ink'), size: em, align: 'center' as const, halo: colour('--paper') };
  return [
    rect(slot.x + 1, top, slot.width - 2, foot - top, slot.fill),
    text(slot.x + slot.width / 2, top - em * 0.75, showNumber(slot.count), look),
  ];
}

/** The limits stand under the edges of the columns, the words of the last column under itself. */
function footMarks({ bins }: SpreadInput, slots: readonly Slot[], panel: Box, theme: ChartTheme): Mark[] {
  const { em, colour } = theme;
  const y = panel.y + panel.height + em * 1.1;
  const look = { fill: colour('--ink-3'), size: em, align: 'center' as const };
  const last = slots.at(-1);
  return [
    ...bins.flatMap(({ from }, index) => {
      const slot = slots[index];
      const sign = index === bins.length - 1 ? `${thin}%` : '';
      return slot ? [text(slot.x, y, `${Math.round(from * 100)}${sign}`, look)] : [];
    }),
    ...(last ? [text(last.x + last.width / 2, y, last.label, look)] : []),
  ];
}

export function attainmentSpreadScene(
  input: SpreadInput,
  theme: ChartTheme,
  { width, height }: ChartSize,
): Scene {
  const { em, colour } = theme;
  const axis = axisFromZero(Math.max(0, input.unknown, ...input.bins.map(({ count }) => count)));
  const label = (value: number) => (Number.isInteger(value) ? showNumber(value) : '');
  const left = Math.max(...ticksOf(axis).map((tick) => textWidth(label(tick), em))) + 12;
  const panel = {
    x: left,
    y: em * 1.8,
    width: Math.max(1, width - left),
    height: Math.max(1, height - em * 3.8),
  };
  const foot = panel.y + panel.height;
  const y = linear(axis.min, axis.max, foot, panel.y);
  const slots = slotsOf(input, panel, theme);
  const hits: Hit[] = slots.map((slot) => ({
    box: { x: slot.x, y: panel.y, width: slot.width, height: panel.height },
    tip: { name: slot.label, lines: [m.explorer_tip_projects({ count: showNumber(slot.count) })] },
  }));
  return {
    panels: [{ box: panel, y: { ...axis, lines: true, label } }],
    marks: [
      ...slots.flatMap((slot) => columnMarks(slot, foot, y, theme)),
      rect(panel.x, foot, panel.width, 1, colour('--ink')),
      ...footMarks(input, slots, panel, theme),
    ],
    hits,
  };
}

/** How many projects have reached how much of an indicator's target; dark from the target on. */
export const attainmentSpreadOption = (input: SpreadInput, theme: ChartTheme, size: ChartSize): ChartOption =>
  sceneOption(attainmentSpreadScene(input, theme, size), theme);
