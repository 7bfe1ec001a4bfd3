import { addDays, addMonths, quarterEnd, type IsoDate } from '$lib/domain/calendar';
import type { KpiForm } from '$lib/policy/forms/form';
import type { ScoreVariant, ScoringRules } from '$lib/policy/scoring/scoring';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import { scopeOf, type MetricsContext } from '../scope';
import { goalBook, type GoalBook } from './goal-shelf';
import { goalsOf, type ProjectGoals } from './project-goals';

/** What goals are computed by, beside the rulebook; loaded with the pages that show them. */
export interface TargetRules {
  forms: readonly KpiForm[];
  scoring: ScoringRules;
}

/** What a day is compared with: the same day a year earlier, or the quarter end before it. */
export const comparisons = ['year', 'quarter'] as const;
export type Comparison = (typeof comparisons)[number];

/** The earlier day of a comparison. */
export function dayBefore(asOf: IsoDate, comparison: Comparison): IsoDate {
  if (comparison === 'year') return addMonths(asOf, -12);
  // The quarter that the as-of day lies in has three months; the day before its first is the quarter end before.
  return addDays(addMonths(`${quarterEnd(asOf).slice(0, 8)}01`, -2), -1);
}

/** The same rows as they stood on the earlier day: projects that were awarded by then, with what they had reported. */
export function bookBefore({ projects, rows, ticked }: GoalBook, before: IsoDate): GoalBook {
  return {
    projects: projects.filter(({ awarded_on: day }) => day !== null && day <= before),
    rows: rows.map((row) => ({
      ...row,
      actual_number: row.before_number,
      actual_text: row.before_text,
      period_end: row.before_end,
    })),
    ticked,
  };
}

/** Goals of every awarded project that the filters let through, at the as-of day. */
export async function loadGoals(
  engine: Engine,
  { rulebook, meta }: MetricsContext,
  filters: Filters,
  { forms, scoring }: TargetRules,
  variant: ScoreVariant,
): Promise<ProjectGoals[]> {
  const scope = scopeOf(filters, meta);
  const { projects, rows } = await goalBook(engine, meta, scope, dayBefore(scope.asOf, 'year'));
  return goalsOf(projects, rows, { forms, scoring, variant, lights: rulebook.lights, asOf: scope.asOf });
}
