import { groupGoals, goalsBy } from '$lib/metrics/targets/goal-groups';
import { goalsOf, type ProjectGoals } from '$lib/metrics/targets/project-goals';
import type { AwardedRow, GoalRow } from '$lib/metrics/targets/goal-sql';
import { readForms } from '$lib/policy/forms/read-forms';
import { readRulebook } from '$lib/policy/read-rules';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { awarded, meta, paidOf, rows } from '../tested-sample';

/** Lights of the embedded sample as its tests look at them, without an engine. */

const { lights } = readRulebook();
const scoring = readScoring();
const [variant] = scoring.variants;
if (!variant) throw new Error('the rules have no way of scoring');

const cellKey = (row: { project_id: string; form_id: string; indicator_key: string }): string =>
  `${row.project_id} ${row.form_id} ${row.indicator_key}`;

// Reports stand in the order of their quarters: the last one of a cell stays.
const latest = new Map(rows.progress.map((row) => [cellKey(row), row]));

const goalRows = rows.target.map((row): GoalRow => {
  const report = latest.get(cellKey(row));
  return {
    ...row,
    actual_number: report?.actual_number ?? null,
    actual_text: report?.actual_text ?? null,
    period_end: report?.period_end ?? null,
  };
});

const awardedRows = awarded.map((row): AwardedRow => ({
  ...row,
  area_id: null,
  place_adcode: row.city_adcode,
  cluster_key: row.cluster_id ?? '',
  paid_fen: paidOf(row),
  is_terminated: row.terminated_on !== null,
}));

const rules = { forms: readForms(), scoring, variant, lights, asOf: meta.asOf };

/** Money and goals of every awarded project of the sample. */
export const projectGoals: readonly ProjectGoals[] = goalsOf(awardedRows, goalRows, rules);

/** The same, taken together by a key of the projects. */
export const lightsBy = (keyOf: (goal: ProjectGoals) => string, goals = projectGoals) =>
  goalsBy(goals, keyOf, lights);

export const lightOfAll = (goals: readonly ProjectGoals[]) => groupGoals('', goals, lights);
