import { ratioOf } from '$lib/domain/ratio';
import type { Fen } from '$lib/domain/money';
import type { LightSteps } from '$lib/policy/rulebook';
import { countLights, lightOf, type Light, type LightCounts } from '../light';
import type { ProjectGoals } from './project-goals';

/** Goals of a category, city, cluster or of the whole fund. */
export interface GroupGoals {
  key: string;
  projects: number;
  /** Projects of which no report is overdue. */
  reporting: number;
  awardFen: Fen;
  /** Progress weighted by award, over projects where it is known; null where it is known of none. */
  progress: number | null;
  /** Share of time gone, weighted alike and over the same projects. */
  timeShare: number | null;
  /** Progress ÷ share of time gone. */
  pace: number | null;
  goal: Light;
  execution: number | null;
  /** Execution less progress, over the projects where both are known. */
  gap: number | null;
  counts: LightCounts;
}

interface Weighted {
  weight: number;
  progress: number;
  timeShare: number;
  paid: number;
}

const sumOf = <T>(list: readonly T[], value: (one: T) => number): number =>
  list.reduce((sum, one) => sum + value(one), 0);

/** Projects whose progress and period are known, weighted by what they were granted. */
const weighed = (goals: readonly ProjectGoals[]): Weighted[] =>
  goals.flatMap(({ project, progress, timeShare }) => {
    const { award_fen: weight, paid_fen: paid } = project;
    return weight === null || progress === null || timeShare === null
      ? []
      : [{ weight, progress, timeShare, paid }];
  });

/** One group's goals. A larger award weighs more: results are asked for where the money went. */
export function groupGoals(key: string, goals: readonly ProjectGoals[], steps: LightSteps): GroupGoals {
  const known = weighed(goals);
  const weight = sumOf(known, (one) => one.weight);
  const mean = (value: (one: Weighted) => number) =>
    ratioOf(
      sumOf(known, (one) => one.weight * value(one)),
      weight,
    );
  const progress = mean((one) => one.progress);
  const timeShare = mean((one) => one.timeShare);
  const pace = ratioOf(progress, timeShare);
  const execution = ratioOf(
    sumOf(known, (one) => one.paid),
    weight,
  );
  return {
    key,
    projects: goals.length,
    reporting: goals.filter(({ reportOverdue, indicators }) => !reportOverdue && indicators.length > 0)
      .length,
    awardFen: sumOf(goals, ({ project }) => project.award_fen ?? 0),
    progress,
    timeShare,
    pace,
    goal: lightOf(pace, steps),
    execution,
    gap: execution === null || progress === null ? null : execution - progress,
    counts: countLights(goals.map(({ goal }) => goal)),
  };
}

/** Projects by a key of theirs, in the order in which the keys come first. */
export function goalsBy(
  goals: readonly ProjectGoals[],
  keyOf: (goal: ProjectGoals) => string,
  steps: LightSteps,
): GroupGoals[] {
  const groups = new Map<string, ProjectGoals[]>();
  for (const goal of goals) {
    const key = keyOf(goal);
    const before = groups.get(key);
    if (before) before.push(goal);
    else groups.set(key, [goal]);
  }
  return [...groups].map(([key, own]) => groupGoals(key, own, steps));
}
