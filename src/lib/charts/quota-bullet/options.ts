import { m } from '$lib/i18n/paraglide/messages';
import type { ChartOption } from '../echarts';
import { text, type Mark } from '../scene/marks';
import { sceneOption } from '../scene/option';
import type { Panel, PanelAxis, Scene } from '../scene/scene';
import { absent, thin } from '../text/figures';
import { fitText } from '../text/text-width';
import type { ChartSize, ChartTheme } from '../theme/theme';
import { shownRemarks, type BulletSide } from './columns';
import { layOut, type BulletLayout, type PlacedRow } from './layout';
import { executionBar } from './execution-bar';
import { quotaBar } from './quota-bar';
import { countOf, type BulletCategory, type BulletInput } from './rows';
import { tipOf, useText } from './words';

/** Height of the chart for its rows, at a width and size of notes in pixels. */
export const quotaBulletHeight = (input: BulletInput, width: number, em: number): number =>
  layOut(input, width, em).height;

/** Awards against quota at the left, payments against appropriation at the right, one row a category. */
export const quotaBulletOption = (input: BulletInput, theme: ChartTheme, size: ChartSize): ChartOption =>
  sceneOption(quotaBulletScene(input, theme, size), theme);

export function quotaBulletScene(input: BulletInput, theme: ChartTheme, size: ChartSize): Scene {
  const layout = layOut(input, size.width, theme.em);
  return {
    panels: panelsOf(layout),
    marks: [
      ...headMarks(layout, theme),
      ...layout.rows.flatMap((placed) => rowMarks(placed, layout, input, theme)),
      ...footMarks(input, layout, theme),
    ],
    hits: layout.rows.flatMap(({ row, y, height }) =>
      row.kind === 'area'
        ? []
        : [
            {
              box: { x: 0, y, width: layout.width, height },
              tip: tipOf(row, layout.applicationsOnly),
              pick: row.id,
            },
          ],
    ),
  };
}

/** Percent ticks in quarters (labels in halves where it is narrow), "%" on the whole; none on a phone. */
function panelsOf({ form, em, left, right, rowsTop, rowsBottom }: BulletLayout): Panel[] {
  if (form === 'phone') return [];
  const labelled = (value: number, side: BulletSide) =>
    value % ((side.width / side.max) * 0.25 < em * 3.2 ? 0.5 : 0.25) === 0 &&
    (value <= 1 || value % 0.5 === 0);
  const axis = (side: BulletSide): PanelAxis & { side: 'top' } => ({
    min: 0,
    max: side.max,
    step: 0.25,
    side: 'top',
    lines: true,
    label: (value) =>
      !labelled(value, side) ? '' : value === 1 ? `100${thin}%` : String(Math.round(value * 100)),
  });
  const panel = (side: BulletSide): Panel => ({
    box: { x: side.x, y: rowsTop, width: side.width, height: rowsBottom - rowsTop },
    x: axis(side),
  });
  return [panel(left), ...(right ? [panel(right)] : [])];
}

/** A phone has no axes; it names the figures of its lines instead. */
function headMarks(
  { form, em, use, execution, right, applicationsOnly }: BulletLayout,
  theme: ChartTheme,
): Mark[] {
  if (form !== 'phone') return [];
  const look = { fill: theme.colour('--ink-3'), size: em, align: 'right' as const };
  const head = applicationsOnly ? m.chart_head_applications() : m.chart_head_quota();
  return [
    text(use.x, em * 0.8, head, look),
    ...(right ? [text(execution.x, em * 0.8, m.chart_head_execution(), look)] : []),
  ];
}

function footMarks(
  input: BulletInput,
  { applicationsOnly, rowsBottom, em, width }: BulletLayout,
  theme: ChartTheme,
): Mark[] {
  if (!applicationsOnly) return [];
  const words = fitText(input.absentRight ?? m.chart_no_execution(), em, width);
  return [text(0, rowsBottom + em * 1.2, words, { fill: theme.colour('--ink-3'), size: em })];
}

function rowMarks(placed: PlacedRow, layout: BulletLayout, input: BulletInput, theme: ChartTheme): Mark[] {
  const { row } = placed;
  const { em, label } = layout;
  const size = em + 0.5;
  const fill = theme.colour('--ink');
  if (row.kind === 'area') {
    return [
      text(label.x, placed.wordsY, fitText(row.label, size, layout.width, true), { fill, size, bold: true }),
    ];
  }
  const name = fitText(row.label, size, label.width - label.indent);
  return [
    text(label.x + label.indent, placed.wordsY, name, { fill, size }),
    ...quotaBar(row, placed, layout, input.showApplications ?? false, theme),
    ...useMarks(row, placed, layout, theme),
    ...remarkMarks(row, placed, layout, theme),
    ...(layout.right ? executionBar(row, placed, layout, layout.right, input.timeShare, theme) : []),
  ];
}

/** The figures beside the left bar, bold when the quota is used up; where there is no quota, why. */
function useMarks(
  row: BulletCategory,
  { wordsY, barY }: PlacedRow,
  layout: BulletLayout,
  theme: ChartTheme,
): Mark[] {
  const { em, use, left, applicationsOnly } = layout;
  const words = useText(row, applicationsOnly);
  if (row.quota === null) {
    const said = fitText([words, row.note].filter(Boolean).join('　') || absent, em, left.width);
    return [
      text(left.x, barY, said, { fill: theme.colour('--ink-3'), size: em, halo: theme.colour('--paper') }),
    ];
  }
  const count = countOf(row, applicationsOnly);
  const bold = !applicationsOnly && count !== null && count >= row.quota;
  return [text(use.x, wordsY, words, { fill: theme.colour('--ink'), size: em, bold, align: use.align })];
}

function remarkMarks(
  row: BulletCategory,
  { y, barY, height }: PlacedRow,
  layout: BulletLayout,
  theme: ChartTheme,
): Mark[] {
  const { em, form, remarkX, applicationsOnly } = layout;
  const remarks = shownRemarks(row, form, applicationsOnly);
  return remarks.map(({ text: words, alarm }, index) => {
    const fromEnd = remarks.length - index;
    const middle =
      form === 'phone'
        ? y + height - em * (0.1 + fromEnd * 1.4 - 0.5)
        : barY + em * 1.25 * (index - (remarks.length - 1) / 2);
    return text(remarkX, middle, words, {
      fill: theme.colour(alarm ? '--lamp-red' : '--ink-3'),
      size: em,
      bold: alarm,
    });
  });
}
