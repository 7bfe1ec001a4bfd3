import { groupGoals, goalsBy } from '$lib/metrics/targets/goal-groups';
import { goalsFromRows } from '$lib/metrics/targets/goals-from-rows';
import type { ProjectGoals } from '$lib/metrics/targets/project-goals';
import { readForms } from '$lib/policy/forms/read-forms';
import { readRulebook } from '$lib/policy/read-rules';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { meta, rows } from '../tested-sample';

/** Lights of the embedded sample as its tests look at them, without an engine. */

const { guides, lights } = readRulebook();
const scoring = readScoring();
const [variant] = scoring.variants;
if (!variant) throw new Error('the rules have no way of scoring');
const areas = new Map(guides.flatMap(({ categories }) => categories.map(({ id, areaId }) => [id, areaId])));
const rules = { forms: readForms(), scoring, variant, lights, asOf: meta.asOf };

/** Money and goals of every awarded project of the sample. */
export const projectGoals: readonly ProjectGoals[] = goalsFromRows(rows, rules, areas);

/** The same, taken together by a key of the projects. */
export const lightsBy = (keyOf: (goal: ProjectGoals) => string, goals = projectGoals) =>
  goalsBy(goals, keyOf, lights);

export const lightOfAll = (goals: readonly ProjectGoals[]) => groupGoals('', goals, lights);
