import { labelOf } from '$lib/briefing/wording';
import type { DualRow, TargetsView } from '$lib/metrics/views/targets';
import type { Area, Rulebook } from '$lib/policy/rulebook';

/** A row of the dual table: an area's head, or a category in it. */
export interface DualLine {
  key: string;
  label: string;
  row: DualRow | null;
}

/** Categories under the heads of their areas, in the guide's order; areas without a row are left out. */
export function dualLines(
  { rows, guideYear }: TargetsView,
  { guides }: Rulebook,
  heading: (area: Area) => string,
): DualLine[] {
  const areas = guides.find(({ year }) => year === guideYear)?.areas ?? [];
  return areas.flatMap((area): DualLine[] => {
    const own = rows.filter(({ areaId }) => areaId === area.id);
    if (own.length === 0) return [];
    const lines = own.map((row) => ({ key: row.categoryId, label: labelOf(row.shortName), row }));
    return [{ key: area.id, label: heading(area), row: null }, ...lines];
  });
}

const mostOnWall = 20;
const needsLook: ReadonlySet<string> = new Set(['red', 'yellow']);

/** Categories with a red or yellow light or a gap beyond the alarm, widest gap first, as many as a wall holds. */
export const wallLines = (lines: readonly DualLine[]): DualLine[] =>
  lines
    .filter(
      ({ row }) => row && (row.isGapAlarm || needsLook.has(row.budget) || needsLook.has(row.goals.goal)),
    )
    .sort((a, b) => Math.abs(b.row?.gap ?? 0) - Math.abs(a.row?.gap ?? 0))
    .slice(0, mostOnWall);

/** A pace in points of 100: 0.75 is “75”. */
export const paceWords = (pace: number): string => String(Math.round(pace * 100));

/** A gap in points with its sign: “+14”, “−16”. */
export function pointsWords(gap: number): string {
  const points = Math.round(gap * 100);
  return points > 0 ? `+${points}` : String(points).replace('-', '\u2212');
}
