import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { DualFigures } from '$lib/metrics/targets/dual-rows';
import type { TargetsView } from '$lib/metrics/views/targets';
import type { Area, Rulebook } from '$lib/policy/rulebook';
import type { CellValue } from '$lib/ui/table-columns';

/** A row of the dual table: an area, a category in it, or all of them. */
export interface DualLine {
  key: string;
  kind: 'area' | 'in' | 'sum';
  label: string;
  row: DualFigures;
  /** What its link sets; null at the end of the way down. */
  areaId: string | null;
  categoryId: string | null;
  owner: string | null;
}

/** Categories under their areas, in the guide's order, and the whole below; areas without a row are left out. */
export function dualLines(
  { rows, areas, whole, guideYear, path }: TargetsView,
  { guides }: Rulebook,
  heading: (area: Area) => string,
): DualLine[] {
  const listed = guides.find(({ year }) => year === guideYear)?.areas ?? [];
  const lines = areas.flatMap((row): DualLine[] => {
    const area = listed.find(({ id }) => id === row.areaId);
    const { areaId } = row;
    const head = { key: areaId, kind: 'area' as const, areaId, categoryId: null, owner: null };
    const own = rows
      .filter((category) => category.areaId === areaId)
      .map((category): DualLine => {
        const { categoryId, ownerDivision: owner } = category;
        const label = labelOf(category.shortName);
        return { key: categoryId, kind: 'in', label, row: category, areaId, categoryId, owner };
      });
    return area ? [{ ...head, label: heading(area), row }, ...own] : own;
  });
  if (path.length > 0) return lines;
  const sum = { key: 'whole', kind: 'sum' as const, areaId: null, categoryId: null, owner: null };
  return [...lines, { ...sum, label: m.word_total(), row: whole }];
}

const mostOnWall = 20;
const needsLook: ReadonlySet<string> = new Set(['red', 'yellow']);

/** Categories with a red or yellow light or a gap beyond the alarm, widest gap first, as many as a wall holds. */
export const wallLines = (lines: readonly DualLine[]): DualLine[] =>
  lines
    .filter(
      ({ kind, row }) =>
        kind === 'in' && (row.isGapAlarm || needsLook.has(row.budget) || needsLook.has(row.goals.goal)),
    )
    .sort((a, b) => Math.abs(b.row.gap ?? 0) - Math.abs(a.row.gap ?? 0))
    .slice(0, mostOnWall);

/** A pace in points of 100: 0.75 is “75”. */
export const paceWords = (pace: number): string => String(Math.round(pace * 100));

/** A pace for a cell, or why there is none. */
export const paceCell = (pace: number | null, reason: string): CellValue =>
  pace === null ? { figure: null, reason } : { figure: paceWords(pace) };

/** A gap in points with its sign: “+14”, “−16”. */
export function pointsWords(gap: number): string {
  const points = Math.round(gap * 100);
  return points > 0 ? `+${points}` : String(points).replace('-', '\u2212');
}
