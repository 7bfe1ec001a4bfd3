import { lampMark } from '../scene/lamp-mark';
import { rect, text, type Mark } from '../scene/marks';
import { nowOnBar } from '../scene/now-mark';
import { linear } from '../scene/scale';
import { absent, percentText } from '../text/figures';
import { fitText } from '../text/text-width';
import type { ChartTheme } from '../theme/theme';
import type { BulletSide } from './columns';
import type { BulletLayout, PlacedRow } from './layout';
import { cutMarks } from './quota-bar';
import type { BulletCategory } from './rows';

/** Without an appropriation or payments: the dash, and beside it why. */
function missingMarks(
  row: BulletCategory,
  { wordsY, barY }: PlacedRow,
  { em, execution }: BulletLayout,
  right: BulletSide,
  theme: ChartTheme,
): Mark[] {
  const look = { fill: theme.colour('--ink-3'), size: em };
  // Where there is no quota either, the left half says it already.
  const said =
    row.quota !== null && row.note ? [text(right.x, barY, fitText(row.note, em, right.width), look)] : [];
  return [...said, text(execution.x, wordsY, absent, { ...look, align: execution.align })];
}

function figureMarks(
  row: BulletCategory,
  share: number,
  y: number,
  { em, execution, lampX }: BulletLayout,
  theme: ChartTheme,
): Mark[] {
  const look = { fill: theme.colour('--ink'), size: em };
  const figure = text(execution.x, y, percentText(share), {
    ...look,
    bold: share > 1,
    align: execution.align,
  });
  if (row.light === null) return [figure];
  const word = text(lampX + em * 1.15, y, row.lightWord, { ...look, bold: row.light === 'red' });
  return [figure, lampMark(theme, row.light, lampX, y), word];
}

/** The right bar of a category: paid of the appropriation, time gone, the figure and its light. */
export function executionBar(
  row: BulletCategory,
  placed: PlacedRow,
  layout: BulletLayout,
  right: BulletSide,
  timeShare: number | null,
  theme: ChartTheme,
): Mark[] {
  const { execution } = row;
  if (execution === null) return missingMarks(row, placed, layout, right, theme);
  const { barHeight } = layout;
  const scale = linear(0, right.max, right.x, right.x + right.width);
  const top = Math.round(placed.barY - barHeight / 2);
  const track = { x: right.x, y: top, width: scale(1) - right.x, height: barHeight };
  const end = scale(Math.max(0, Math.min(execution, right.max)));
  return [
    rect(track.x, top, track.width, barHeight, theme.colour('--bar-track')),
    rect(track.x, top, end - track.x, barHeight, theme.colour('--bar')),
    ...(execution > right.max ? cutMarks(end, top, barHeight, theme) : []),
    ...(timeShare === null ? [] : nowOnBar(theme, scale(timeShare), track)),
    ...figureMarks(row, execution, placed.wordsY, layout, theme),
  ];
}
