import type { Score } from '$lib/policy/scoring/score';
import type { Light } from '../light';
import { worstFirst } from './goal-light';
import type { IndicatorGoal, ProjectGoals } from './project-goals';

/** A project whose goal light is red, and which of its indicators makes it so. */
export interface RedProject {
  projectId: string;
  name: string;
  recipient: string;
  categoryId: string;
  placeAdcode: string;
  awardFen: number | null;
  goalPace: number | null;
  budget: Light;
  /** Names of the red indicators, worst first. */
  why: string[];
}

/** A project with both lights, at the last step of the way down. */
export interface ProjectLine extends Omit<RedProject, 'why' | 'categoryId'> {
  budgetPace: number | null;
  goal: Light;
  /** Mean of what its indicators earn (0 to 1). */
  progress: number | null;
  gap: number | null;
  isGapAlarm: boolean;
  /** Points under the variant that is on; open between `least` and `most` while something is not reported. */
  score: { points: number | null; least: number; most: number; grade: string | null } | null;
}

const redIndicators = (indicators: readonly IndicatorGoal[]): string[] =>
  indicators
    .filter(({ light }) => light.light === 'red')
    .sort((a, b) => (a.light.pace ?? 0) - (b.light.pace ?? 0))
    .map(({ cell }) => cell.measure.name.zh);

export const redProject = ({ project, indicators, goalPace, budget }: ProjectGoals): RedProject => ({
  projectId: project.project_id,
  name: project.name,
  recipient: project.recipient_name,
  categoryId: project.category_id,
  placeAdcode: project.place_adcode,
  awardFen: project.award_fen,
  goalPace,
  budget: budget.light,
  why: redIndicators(indicators),
});

const awardOf = ({ project }: ProjectGoals): number => project.award_fen ?? 0;

/** Projects whose goal light is red, the largest money first. */
export const redFirst = (goals: readonly ProjectGoals[]): ProjectGoals[] =>
  goals.filter(({ goal }) => goal === 'red').sort((a, b) => awardOf(b) - awardOf(a));

function projectLine(
  { project, goalPace, budget, goal, progress, gap }: ProjectGoals,
  score: Score | undefined,
  gapAlarm: number,
): ProjectLine {
  return {
    projectId: project.project_id,
    name: project.name,
    recipient: project.recipient_name,
    placeAdcode: project.place_adcode,
    awardFen: project.award_fen,
    goalPace,
    budgetPace: budget.pace,
    budget: budget.light,
    goal,
    progress,
    gap,
    isGapAlarm: gap !== null && Math.abs(gap) > gapAlarm,
    score: score
      ? { points: score.points, least: score.least, most: score.most, grade: score.grade?.id ?? null }
      : null,
  };
}

/** Projects by their goal light, worst first, the largest money first among equals. */
export const projectLines = (
  goals: readonly ProjectGoals[],
  scores: ReadonlyMap<string, Score>,
  gapAlarm: number,
): ProjectLine[] =>
  [...goals]
    .sort((a, b) => worstFirst.indexOf(a.goal) - worstFirst.indexOf(b.goal) || awardOf(b) - awardOf(a))
    .map((goal) => projectLine(goal, scores.get(goal.project.project_id), gapAlarm));
