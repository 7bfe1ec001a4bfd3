import type { Library } from '$lib/domain/library';
import { goalsFromRows } from '$lib/metrics/targets/goals-from-rows';
import { lightChanges, type LightChange } from '$lib/metrics/targets/light-changes';
import type { ProjectGoals } from '$lib/metrics/targets/project-goals';
import type { Rulebook } from '$lib/policy/rulebook';
import { loadTargetRules, variantNamed } from '../../targets/target-rules';

/** Projects whose lights differ between two libraries, each at its own as-of day, under the first scoring variant. */
export async function changedLights(
  before: Library,
  after: Library,
  { guides, lights }: Rulebook,
): Promise<LightChange[]> {
  const rules = await loadTargetRules();
  const variant = variantNamed(rules.scoring, null);
  const areas = new Map(guides.flatMap(({ categories }) => categories.map(({ id, areaId }) => [id, areaId])));
  const goalsOf = ({ rows, meta }: Library): ProjectGoals[] =>
    goalsFromRows(rows, { ...rules, variant, lights, asOf: meta.asOf }, areas);
  return lightChanges(goalsOf(before), goalsOf(after));
}
