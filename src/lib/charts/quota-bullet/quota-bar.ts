import type { ChartTheme } from '../theme/theme';
import { line, polygon, rect, type Mark } from '../scene/marks';
import { linear, type Scale } from '../scene/scale';
import { countOf, stateOf, type BulletCategory, type SubQuotaUse } from './rows';
import type { BulletLayout, PlacedRow } from './layout';

/** Upper edge and height of something that lies along a bar. */
interface Band {
  top: number;
  height: number;
}

/** A bracket on a band: ┌ where a minimum begins, ┐ where a maximum ends. */
function bracket(
  x: number,
  bound: 'min' | 'max',
  { top, height }: Band,
  fill: string,
  theme: ChartTheme,
): Mark[] {
  const at = Math.round(x);
  const head = top - 3;
  const foot = 5;
  return [
    rect(at - 2, head + 2, 4, height + 2, theme.colour('--paper')),
    rect(at - 1, head, 2, height + 4, fill),
    rect(bound === 'min' ? at - 1 : at + 1 - foot - 1, head, foot + 1, 2, fill),
  ];
}

/** A part: a pale bar in its lane and its bracket. Without a count there is nothing to hold against it. */
function subMarks(
  sub: SubQuotaUse,
  place: { lane: Band; frame: Band; quota: number; scale: Scale },
  theme: ChartTheme,
): Mark[] {
  const { lane, frame, quota, scale } = place;
  if (sub.used === null) return [];
  const limit = theme.colour(stateOf(sub) === 'broken' ? '--lamp-red' : '--mark');
  const start = scale(0);
  return [
    ...(frame === lane
      ? [rect(start, lane.top, scale(sub.amount / quota) - start, lane.height, theme.colour('--bar-track'))]
      : []),
    rect(start, lane.top, scale(sub.used / quota) - start, lane.height, theme.colour('--bar-2')),
    ...bracket(scale(sub.amount / quota), sub.bound, frame, limit, theme),
  ];
}

/** Two cuts of paper near the end of a bar that runs past its scale. */
export const cutMarks = (x: number, top: number, height: number, theme: ChartTheme): Mark[] =>
  [7, 12].map((back) => rect(x - back, top - 1, 2, height + 2, theme.colour('--paper')));

/** Bars of the count: on the track up to the quota, in alarm colour beyond it. */
function countBar(
  share: number,
  max: number,
  band: Band,
  scale: Scale,
  colours: { used: string; beyond: string },
  theme: ChartTheme,
): Mark[] {
  const start = scale(0);
  const shown = Math.min(share, max);
  const within = rect(start, band.top, scale(Math.min(1, shown)) - start, band.height, colours.used);
  const beyond =
    share > 1 ? [rect(scale(1), band.top, scale(shown) - scale(1), band.height, colours.beyond)] : [];
  return [within, ...beyond, ...(share > max ? cutMarks(scale(max), band.top, band.height, theme) : [])];
}

/** Applications beyond the bar: a thin line with a cap, or an arrow where it leaves the scale. */
function whisker(
  from: number,
  share: number,
  max: number,
  y: number,
  scale: Scale,
  theme: ChartTheme,
): Mark[] {
  if (share <= from) return [];
  const stroke = theme.colour('--ink-3');
  const end = scale(Math.min(share, max));
  const middle = Math.round(y) + 0.5;
  const cap: Mark =
    share > max
      ? polygon(
          [
            [end, middle],
            [end - 5, middle - 3.5],
            [end - 5, middle + 3.5],
          ],
          stroke,
        )
      : line(
          [
            [Math.round(end) - 0.5, middle - 3],
            [Math.round(end) - 0.5, middle + 3],
          ],
          stroke,
          1,
        );
  return [
    line(
      [
        [scale(Math.min(from, max)), middle],
        [end, middle],
      ],
      stroke,
      1,
    ),
    cap,
  ];
}

/** A lane for a part, and what its bracket spans. */
interface SubBand {
  lane: Band;
  frame: Band;
}

/** Vertical order of a row: the bar with a single part inside it, or below it a lane for each of several. */
function bandsOf(
  subs: readonly SubQuotaUse[],
  placed: PlacedRow,
  { form, barHeight, em }: BulletLayout,
): { bar: Band; subBands: SubBand[] } {
  if (subs.length < 2) {
    const bar = { top: Math.round(placed.barY - barHeight / 2), height: barHeight };
    const inset = Math.round(barHeight * 0.3);
    return { bar, subBands: [{ lane: { top: bar.top + inset, height: barHeight - 2 * inset }, frame: bar }] };
  }
  const height = Math.max(3, Math.round(em * 0.26));
  const pitch = height + Math.round(em * 0.36);
  const barOnly = form === 'phone' ? barHeight : Math.round(barHeight * 0.8);
  // On a phone the words stand above the bars, so that lanes can only hang below.
  const above = form === 'phone' ? barOnly / 2 : (barOnly + subs.length * pitch) / 2;
  const bar = { top: Math.round(placed.barY - above), height: barOnly };
  const subBands = subs.map((_, index) => {
    const lane = { top: bar.top + bar.height + (index + 1) * pitch - height, height };
    return { lane, frame: lane };
  });
  return { bar, subBands };
}

/** The left bar of a category with its quota, parts and brackets; nothing where there is no quota. */
export function quotaBar(
  row: BulletCategory,
  placed: PlacedRow,
  layout: BulletLayout,
  showApplications: boolean,
  theme: ChartTheme,
): Mark[] {
  const { left, applicationsOnly } = layout;
  const { quota } = row;
  if (quota === null || quota === 0) return [];
  const scale = linear(0, left.max, left.x, left.x + left.width);
  const subs = row.subs.filter(({ used }) => used !== null);
  const { bar, subBands } = bandsOf(subs, placed, layout);
  const count = countOf(row, applicationsOnly);
  const colours = applicationsOnly
    ? { used: theme.colour('--bar-2'), beyond: theme.colour('--bar-2') }
    : { used: theme.colour('--bar'), beyond: theme.colour('--lamp-red') };
  const share = count === null ? null : count / quota;
  const middle = bar.top + bar.height / 2;
  return [
    rect(left.x, bar.top, scale(1) - left.x, bar.height, theme.colour('--bar-track')),
    ...(share === null ? [] : countBar(share, left.max, bar, scale, colours, theme)),
    ...(showApplications && row.applications !== null
      ? whisker(share ?? 0, row.applications / quota, left.max, middle, scale, theme)
      : []),
    ...subs.flatMap((sub, index) => {
      const band = subBands[index];
      return band ? subMarks(sub, { ...band, quota, scale }, theme) : [];
    }),
    rect(scale(1) - 1.5, bar.top - 4, 3, bar.height + 8, theme.colour('--mark')),
  ];
}
