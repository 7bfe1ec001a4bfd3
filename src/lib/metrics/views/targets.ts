import type { IsoDate } from '$lib/domain/calendar';
import type { Label } from '$lib/domain/label';
import type { ScoreVariant } from '$lib/policy/scoring/scoring';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import type { Light, LightCounts } from '../light';
import { countLights } from '../light';
import { scopeOf, type MetricsContext } from '../scope';
import { groupGoals, type GroupGoals } from '../targets/goal-groups';
import { lastDueQuarter, worstFirst } from '../targets/goal-light';
import { indicatorSums, type IndicatorSum } from '../targets/indicator-sums';
import { loadGoals, type TargetRules } from '../targets/load-goals';
import type { ProjectGoals } from '../targets/project-goals';
import { loadBudgetBook, type CategoryRow } from './category-rows';

/** A category with its money against its budget, and its results against their targets. */
export interface DualRow {
  categoryId: string;
  areaId: string;
  shortName: Label;
  ownerDivision: string | null;
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

export interface TargetsView {
  guideYear: number;
  asOf: IsoDate;
  /** The quarter whose report was due last. */
  dueQuarter: IsoDate;
  isSample: boolean;
  variantId: string;
  /** Null where the library holds no targets: everything below is empty then. */
  total: GroupGoals | null;
  knowsProgress: boolean;
  rows: DualRow[];
  lamps: { budget: LightCounts; goal: LightCounts; worse: LightCounts };
  red: RedProject[];
  redCount: number;
  /** Indicators of one category, form by form. */
  explorer: { categoryId: string; sums: IndicatorSum[] } | null;
}

const shownRed = 30;

const worse = (one: Light, other: Light): Light =>
  worstFirst.find((light) => light === one || light === other) ?? 'grey';

function dualRow(row: CategoryRow, goals: GroupGoals, gapAlarm: number): DualRow {
  const { pace, light } = row.pace.light;
  const gap = goals.goalPace === null || pace === null ? null : goals.goalPace - pace;
  return {
    categoryId: row.categoryId,
    areaId: row.areaId,
    shortName: row.shortName,
    ownerDivision: row.ownerDivision,
    budgetPace: pace,
    budget: light,
    goals,
    gap,
    isGapAlarm: gap !== null && Math.abs(gap) > gapAlarm,
    overdue: goals.overdue,
  };
}

const redRank = ({ project }: ProjectGoals): number => project.award_fen ?? 0;

function redProject({ project, indicators, goalPace, budget }: ProjectGoals): RedProject {
  const red = indicators
    .filter(({ light }) => light.light === 'red')
    .sort((a, b) => (a.light.pace ?? 0) - (b.light.pace ?? 0));
  return {
    projectId: project.project_id,
    name: project.name,
    recipient: project.recipient_name,
    categoryId: project.category_id,
    placeAdcode: project.place_adcode,
    awardFen: project.award_fen,
    goalPace,
    budget: budget.light,
    why: red.map(({ cell }) => cell.measure.name.zh),
  };
}

/** The category whose indicators are shown: the reader's, else the one with most red projects, largest money first. */
function explored(wanted: string | null, rows: readonly DualRow[]): string | null {
  if (wanted !== null && rows.some(({ categoryId }) => categoryId === wanted)) return wanted;
  const [first] = rows
    .filter(({ goals }) => goals.progress !== null)
    .sort((a, b) => b.goals.counts.red - a.goals.counts.red || b.goals.awardFen - a.goals.awardFen);
  return first?.categoryId ?? null;
}

const byCategory = (goals: readonly ProjectGoals[]): Map<string, ProjectGoals[]> => {
  const groups = new Map<string, ProjectGoals[]>();
  for (const goal of goals) {
    const own = groups.get(goal.project.category_id) ?? [];
    groups.set(goal.project.category_id, own);
    own.push(goal);
  }
  return groups;
};

/** Everything that `/targets` shows: money and results side by side, what is red and why, and one category's indicators. */
export async function loadTargets(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  rules: TargetRules & { variant: ScoreVariant },
  explore: string | null = null,
): Promise<TargetsView> {
  const { rulebook, meta } = context;
  const scope = scopeOf(filters, meta);
  const [book, goals] = await Promise.all([
    loadBudgetBook(engine, context, scope),
    loadGoals(engine, context, filters, rules, rules.variant),
  ]);
  const steps = rulebook.lights;
  const groups = byCategory(goals);
  const rows = book.categories.map((row) =>
    dualRow(
      row,
      groupGoals(row.categoryId, groups.get(row.categoryId) ?? [], steps),
      rules.scoring.reporting.gapAlarm,
    ),
  );
  const red = goals.filter(({ goal }) => goal === 'red').sort((a, b) => redRank(b) - redRank(a));
  const categoryId = explored(explore, rows);
  return {
    guideYear: filters.guideYear,
    asOf: scope.asOf,
    dueQuarter: lastDueQuarter(scope.asOf, rules.scoring.reporting),
    isSample: meta.kind === 'sample',
    variantId: rules.variant.id,
    total: meta.datasets.includes('targets') ? groupGoals('all', goals, steps) : null,
    knowsProgress: meta.datasets.includes('progress'),
    rows,
    lamps: {
      budget: countLights(rows.map(({ budget }) => budget)),
      goal: countLights(rows.map(({ goals: { goal } }) => goal)),
      worse: countLights(rows.map(({ budget, goals: { goal } }) => worse(budget, goal))),
    },
    red: red.slice(0, shownRed).map(redProject),
    redCount: red.length,
    explorer:
      categoryId === null ? null : { categoryId, sums: indicatorSums(groups.get(categoryId) ?? [], steps) },
  };
}
