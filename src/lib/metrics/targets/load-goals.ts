import type { KpiForm } from '$lib/policy/forms/form';
import type { ScoreVariant, ScoringRules } from '$lib/policy/scoring/scoring';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import { scopeOf, type MetricsContext } from '../scope';
import { standingAt } from '../standing';
import { awardedRows, goalRows, type AwardedRow, type GoalRow } from './goal-sql';
import { goalsOf, type ProjectGoals } from './project-goals';

/** What goals are computed by, beside the rulebook; loaded with the pages that show them. */
export interface TargetRules {
  forms: readonly KpiForm[];
  scoring: ScoringRules;
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
  const kept = await standingAt(engine, meta, scope.asOf);
  const [projects, rows] = await Promise.all([
    engine.query<AwardedRow>(awardedRows(kept, scope)),
    engine.query<GoalRow>(goalRows(kept, scope)),
  ]);
  return goalsOf(projects, rows, { forms, scoring, variant, lights: rulebook.lights, asOf: scope.asOf });
}
