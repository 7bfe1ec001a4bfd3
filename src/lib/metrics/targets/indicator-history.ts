import { addDays, quarterEnd, type IsoDate } from '$lib/domain/calendar';
import { cellShare } from '$lib/policy/scoring/indicator-share';
import type { ScoreVariant, ScoringRules } from '$lib/policy/scoring/scoring';
import type { HistoryRow } from './goal-sql';
import type { CellGoal } from './indicator-points';

/** An indicator over its projects at the end of a quarter. */
export interface HistoryPoint {
  quarter: IsoDate;
  /** Projects with a value by then. */
  reporting: number;
  /** Sum of their latest values, and of the targets of these projects; null where the unit does not add up. */
  actual: number | null;
  target: number | null;
  /** Mean of what their latest values earn (0 to 1). */
  attainment: number | null;
}

interface Standing {
  actual: number | null;
  target: number | null;
  share: number;
}

/** Ends of quarters from the first report to the as-of day. */
export function quartersTo(first: IsoDate, asOf: IsoDate): IsoDate[] {
  const quarters: IsoDate[] = [];
  for (let end = quarterEnd(first); end <= asOf; end = quarterEnd(addDays(end, 1))) quarters.push(end);
  return quarters;
}

/** A project's reports as standings, oldest first; those that cannot be read are left out. */
function standingsOf(
  { goal: { cell, target } }: CellGoal,
  rows: readonly HistoryRow[],
  rules: ScoringRules,
  variant: ScoreVariant,
): { day: IsoDate; standing: Standing }[] {
  return rows.flatMap(({ period_end: day, actual_number: number, actual_text: text }) => {
    const share = cellShare(cell, target, { number, text }, rules, variant);
    if (!share.known) return [];
    return [{ day, standing: { actual: number, target: target?.number ?? null, share: share.share } }];
  });
}

function rowsByProject(rows: readonly HistoryRow[]): Map<string, HistoryRow[]> {
  const found = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    const own = found.get(row.project_id);
    if (own) own.push(row);
    else found.set(row.project_id, [row]);
  }
  return found;
}

const sumOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/**
 * An indicator quarter by quarter. Reports are cumulative: at each quarter's end the latest value of every project counts
 * once; values of different quarters are never added.
 */
export function indicatorHistory(
  goals: readonly CellGoal[],
  rows: readonly HistoryRow[],
  asOf: IsoDate,
  adds: boolean,
  { scoring, variant }: { scoring: ScoringRules; variant: ScoreVariant },
): HistoryPoint[] {
  const byProject = rowsByProject(rows);
  const lines = goals.map((goal) =>
    standingsOf(goal, byProject.get(goal.project.project_id) ?? [], scoring, variant),
  );
  const days = lines.flatMap((line) => line.map(({ day }) => day)).sort();
  const [first] = days;
  if (first === undefined) return [];
  return quartersTo(first, asOf).map((quarter) => {
    const known = lines.flatMap((line) => line.findLast(({ day }) => day <= quarter)?.standing ?? []);
    return {
      quarter,
      reporting: known.length,
      actual: adds ? sumOf(known.map(({ actual }) => actual)) : null,
      target: adds ? sumOf(known.map(({ target }) => target)) : null,
      attainment: known.length === 0 ? null : sumOf(known.map(({ share }) => share)) / known.length,
    };
  });
}
