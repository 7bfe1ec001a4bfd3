import type { Label } from '$lib/domain/label';
import type { Rulebook } from '$lib/policy/rulebook';
import { noCluster } from '../filter-defaults';
import type { Light } from '../light';
import { placesOf } from '../views/place-rows';
import { worseLight, type DualRules } from './dual-rows';
import { goalsBy, type GroupGoals } from './goal-groups';
import type { ProjectGoals } from './project-goals';

/** A city, direct county or cluster with its lights: money against award, results against targets. */
export interface LightRow {
  /** What its filter takes; null for projects of no known place or cluster. */
  key: string | null;
  label: Label | null;
  goals: GroupGoals;
  isGapAlarm: boolean;
  /** The worse of its two lights; grey outranks green, so that what is not reported never passes for good. */
  worse: Light;
}

interface Named {
  key: string;
  label: Label | null;
}

function lightRows(
  goals: readonly ProjectGoals[],
  keyOf: (goal: ProjectGoals) => string,
  names: readonly Named[],
  { steps, gapAlarm }: DualRules,
): LightRow[] {
  const known = new Set(names.map(({ key }) => key));
  const stray = '';
  const groups = new Map(
    goalsBy(goals, (goal) => (known.has(keyOf(goal)) ? keyOf(goal) : stray), steps).map((group) => [
      group.key,
      group,
    ]),
  );
  return [...names, { key: stray, label: null }].flatMap(({ key, label }) => {
    const group = groups.get(key);
    if (!group) return [];
    const { gap, budget, goal } = group;
    return [
      {
        key: key === stray ? null : key,
        label,
        goals: group,
        isGapAlarm: gap !== null && Math.abs(gap) > gapAlarm,
        worse: worseLight(budget, goal),
      },
    ];
  });
}

/** Lights by city and direct county, in the order of their codes; places without a project are left out. */
export const placeLights = (
  goals: readonly ProjectGoals[],
  rulebook: Rulebook,
  rules: DualRules,
): LightRow[] =>
  lightRows(
    goals,
    ({ project }) => project.place_adcode,
    placesOf(rulebook).map(({ adcode, shortName }) => ({ key: adcode, label: shortName })),
    rules,
  );

/** Lights by cluster, in the order of the official list; then those outside the clusters, and those that do not say. */
export const clusterLights = (
  goals: readonly ProjectGoals[],
  { clusters }: Rulebook,
  rules: DualRules,
): LightRow[] =>
  lightRows(
    goals,
    ({ project }) => project.cluster_key,
    [
      ...[...clusters]
        .sort((a, b) => a.sequence - b.sequence)
        .map(({ id, shortName }) => ({ key: id, label: shortName })),
      { key: noCluster, label: null },
    ],
    rules,
  );
