import type { Label } from '$lib/domain/label';
import type { LightSteps } from '$lib/policy/rulebook';
import type { Pace } from '../pace';
import type { Light } from '../light';
import type { AreaRow } from '../views/area-rows';
import type { CategoryRow } from '../views/category-rows';
import { groupGoals, type GroupGoals } from './goal-groups';
import { worstLight } from './goal-light';
import type { ProjectGoals } from './project-goals';

/** Money against its budget and results against their targets, side by side. */
export interface DualFigures {
  /** Paid ÷ appropriation ÷ share of the execution period gone, as on the quota page. */
  budgetPace: number | null;
  budget: Light;
  goals: GroupGoals;
  /** Pace of results less pace of money; null where one is not known. */
  gap: number | null;
  /** Beyond the alarm of the rules. */
  isGapAlarm: boolean;
  /** Projects with targets whose report is overdue. */
  overdue: number;
}

/** A category with its money against its budget, and its results against their targets. */
export interface DualRow extends DualFigures {
  categoryId: string;
  areaId: string;
  shortName: Label;
  ownerDivision: string | null;
}

/** An area of the guide, the same way. */
export interface DualArea extends DualFigures {
  areaId: string;
  shortName: Label;
}

export interface DualRules {
  steps: LightSteps;
  gapAlarm: number;
}

/** Money pace and goals of one group; the gap only where both are known. */
export function dualFigures(
  { light: { pace, light } }: Pick<Pace, 'light'>,
  goals: GroupGoals,
  { gapAlarm }: DualRules,
): DualFigures {
  const gap = goals.goalPace === null || pace === null ? null : goals.goalPace - pace;
  return {
    budgetPace: pace,
    budget: light,
    goals,
    gap,
    isGapAlarm: gap !== null && Math.abs(gap) > gapAlarm,
    overdue: goals.overdue,
  };
}

export function dualRow(row: CategoryRow, own: readonly ProjectGoals[], rules: DualRules): DualRow {
  const { categoryId, areaId, shortName, ownerDivision } = row;
  const goals = groupGoals(categoryId, own, rules.steps);
  return { categoryId, areaId, shortName, ownerDivision, ...dualFigures(row.pace, goals, rules) };
}

export function dualArea(row: AreaRow, own: readonly ProjectGoals[], rules: DualRules): DualArea {
  const { areaId, shortName } = row;
  return { areaId, shortName, ...dualFigures(row.pace, groupGoals(areaId, own, rules.steps), rules) };
}

/** The worse of a money light and a goal light. */
export const worseLight = (budget: Light, goal: Light): Light => worstLight([budget, goal]);
