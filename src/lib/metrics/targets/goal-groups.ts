import { ratioOf } from '$lib/domain/ratio';
import type { Fen } from '$lib/domain/money';
import type { LightSteps } from '$lib/policy/rulebook';
import { countLights, lightOf, type Light, type LightCounts } from '../light';
import type { ProjectGoals } from './project-goals';

/** Goals of a category, city, cluster or of the whole fund. */
export interface GroupGoals {
  key: string;
  projects: number;
  /** Projects with targets of which no report is overdue. */
  reporting: number;
  /** Projects with targets of which one is. */
  overdue: number;
  awardFen: Fen;
  /** Progress weighted by award, over projects where it is known; null where it is known of none. */
  progress: number | null;
  /** Progress ÷ what was to be expected when it was reported. */
  goalPace: number | null;
  goal: Light;
  /** Paid ÷ award, over projects whose period is known. */
  execution: number | null;
  /** Paid ÷ what would be paid at an even pace. */
  budgetPace: number | null;
  budget: Light;
  /** Pace of results less pace of money; null where one is not known. */
  gap: number | null;
  /** Goal lights of its projects. */
  counts: LightCounts;
}

const sumOf = <T>(list: readonly T[], value: (one: T) => number): number =>
  list.reduce((sum, one) => sum + value(one), 0);

interface Share {
  weight: number;
  part: number;
  due: number;
}

/** Results of projects that are known, weighted by what was granted: results are asked for where the money went. */
const resultShares = (goals: readonly ProjectGoals[]): Share[] =>
  goals.flatMap(({ project: { award_fen: weight }, progress, expected: due }) =>
    weight === null || progress === null || due === null
      ? []
      : [{ weight, part: weight * progress, due: weight * due }],
  );

const moneyShares = (goals: readonly ProjectGoals[]): Share[] =>
  goals.flatMap(({ project: { award_fen: weight, paid_fen: part }, timeShare: due }) =>
    weight === null || due === null ? [] : [{ weight, part, due: weight * due }],
  );

/** One group's goals. */
export function groupGoals(key: string, goals: readonly ProjectGoals[], steps: LightSteps): GroupGoals {
  const results = resultShares(goals);
  const money = moneyShares(goals);
  const parts = (shares: readonly Share[]) => sumOf(shares, ({ part }) => part);
  const ofAward = (shares: readonly Share[]) =>
    ratioOf(
      parts(shares),
      sumOf(shares, ({ weight }) => weight),
    );
  const ofTime = (shares: readonly Share[]) =>
    ratioOf(
      parts(shares),
      sumOf(shares, ({ due }) => due),
    );
  const goalPace = ofTime(results);
  const budgetPace = ofTime(money);
  return {
    key,
    projects: goals.length,
    overdue: goals.filter(({ reportOverdue, indicators }) => reportOverdue && indicators.length > 0).length,
    reporting: goals.filter(({ reportOverdue, indicators }) => !reportOverdue && indicators.length > 0)
      .length,
    awardFen: sumOf(goals, ({ project }) => project.award_fen ?? 0),
    progress: ofAward(results),
    goalPace,
    goal: lightOf(goalPace, steps),
    execution: ofAward(money),
    budgetPace,
    budget: lightOf(budgetPace, steps),
    gap: goalPace === null || budgetPace === null ? null : goalPace - budgetPace,
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
