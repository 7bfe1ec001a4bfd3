import type { Label } from '$lib/domain/label';
import { ratioOf } from '$lib/domain/ratio';
import type { Unit } from '$lib/policy/forms/form';
import type { LightSteps } from '$lib/policy/rulebook';
import { countLights, lightOf, type Light, type LightCounts } from '../light';
import type { IndicatorGoal, ProjectGoals } from './project-goals';

/** One indicator over several projects. */
export interface IndicatorSum {
  formId: string;
  key: string;
  sequence: number;
  name: Label;
  unit: Unit | null;
  /** Lower is better. */
  isReverse: boolean;
  projects: number;
  reported: number;
  /** Sums over projects with both sides; null where the unit is not one that adds up. */
  target: number | null;
  actual: number | null;
  /** Actual ÷ target of the sums, else the mean of the projects' shares. */
  attainment: number | null;
  /** Share of time gone at the reports, mean over the projects. */
  timeShare: number | null;
  light: Light;
  counts: LightCounts;
}

/** Counts, money and plain quantities add up; percent, points and ratios never do. */
export const addsUp = ({ cell: { measure, indicator, partId } }: IndicatorGoal): boolean => {
  const unit = (partId === null ? indicator.readAs : null) ?? measure.unit;
  return (
    measure.kind === 'quantitative' && measure.direction !== 'lower' && unit !== null && sums.has(unit.kind)
  );
};
const sums: ReadonlySet<string> = new Set(['count', 'money']);

interface Entry {
  goal: IndicatorGoal;
  timeShare: number | null;
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const sumOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);

function indicatorSum(entries: readonly Entry[], first: IndicatorGoal, steps: LightSteps): IndicatorSum {
  const { cell } = first;
  const known = entries.filter(({ goal }) => goal.share.known);
  const isSum = addsUp(first);
  const side = (of: (goal: IndicatorGoal) => number | null | undefined) =>
    isSum ? sumOf(known.flatMap(({ goal }) => of(goal) ?? [])) : null;
  const target = side(({ target: value }) => value?.number);
  const actual = side(({ actual: value }) => value?.number);
  const mean = meanOf(known.flatMap(({ goal: { share } }) => (share.known ? [share.share] : [])));
  const attainment = isSum ? (ratioOf(actual, target) ?? mean) : mean;
  const timeShare = meanOf(known.flatMap(({ timeShare: share }) => share ?? []));
  const isReverse = cell.measure.direction === 'lower';
  const reverseLight = attainment === null ? 'grey' : attainment < 1 ? 'red' : 'green';
  return {
    formId: first.formId,
    key: cell.key,
    sequence: cell.indicator.sequence,
    name: cell.partId === null ? cell.indicator.name : cell.measure.name,
    unit: (cell.partId === null ? cell.indicator.readAs : null) ?? cell.measure.unit,
    isReverse,
    projects: entries.length,
    reported: known.length,
    target,
    actual,
    attainment,
    timeShare,
    light: isReverse ? reverseLight : lightOf(ratioOf(attainment, timeShare), steps),
    counts: countLights(entries.map(({ goal: { light } }) => light.light)),
  };
}

/** Indicators of some projects in the order of their forms; values of different units are never added. */
export function indicatorSums(goals: readonly ProjectGoals[], steps: LightSteps): IndicatorSum[] {
  const groups = new Map<string, Entry[]>();
  for (const { indicators, expected: timeShare } of goals) {
    for (const goal of indicators) {
      if (goal.cell.indicator.part === 'own' && goal.cell.indicator.sequence === 0) continue;
      const key = `${goal.formId} ${goal.cell.key}`;
      const own = groups.get(key) ?? [];
      groups.set(key, own);
      own.push({ goal, timeShare });
    }
  }
  return [...groups.values()]
    .flatMap((entries) => (entries[0] ? [indicatorSum(entries, entries[0].goal, steps)] : []))
    .sort((a, b) => (a.formId === b.formId ? a.sequence - b.sequence : a.formId < b.formId ? -1 : 1));
}
