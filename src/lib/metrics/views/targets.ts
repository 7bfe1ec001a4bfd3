import type { IsoDate } from '$lib/domain/calendar';
import type { Label } from '$lib/domain/label';
import type { Rulebook } from '$lib/policy/rulebook';
import type { ScoreVariant } from '$lib/policy/scoring/scoring';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import { countLights, type LightCounts } from '../light';
import { scopeOf, type MetricsContext, type Scope } from '../scope';
import type { GoalChange } from '../targets/composition';
import {
  dualArea,
  dualFigures,
  dualRow,
  worseLight,
  type DualArea,
  type DualFigures,
  type DualRow,
} from '../targets/dual-rows';
import { groupGoals, type GroupGoals } from '../targets/goal-groups';
import { lastDueQuarter } from '../targets/goal-light';
import { goalBook } from '../targets/goal-shelf';
import { workOn } from '../targets/goal-work';
import { chosenIndicator, loadIndicatorDetail, type IndicatorDetail } from '../targets/indicator-detail';
import { indicatorSums, type IndicatorSum } from '../targets/indicator-sums';
import { dayBefore, type Comparison, type TargetRules } from '../targets/load-goals';
import { clusterLights, placeLights, type LightRow } from '../targets/place-lights';
import type { GoalRules, ProjectGoals } from '../targets/project-goals';
import {
  projectLines,
  redFirst,
  redProject,
  type ProjectLine,
  type RedProject,
} from '../targets/project-lines';
import { gradeCounts, type GradeCounts } from '../targets/project-scores';
import { areaRows, budgetTotal } from './area-rows';
import { loadBudgetBook, type BudgetBook } from './category-rows';

export type { DualRow } from '../targets/dual-rows';
export type { ProjectLine, RedProject } from '../targets/project-lines';

/** What the reader chose on the page beside the filters; null takes what asks for a look. */
export interface TargetsRequest {
  /** The category whose indicators are listed. */
  category?: string | null;
  /** The indicator that is explored: form and key of its cell. */
  indicator?: string | null;
  comparison?: Comparison;
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
  /** The steps taken so far: area, category. */
  path: { areaId: string; categoryId: string | null; label: Label }[];
  /** Everything in scope as one row. */
  whole: DualFigures;
  areas: DualArea[];
  rows: DualRow[];
  lamps: { budget: LightCounts; goal: LightCounts; worse: LightCounts };
  red: RedProject[];
  redCount: number;
  /** Projects of the category that the filters name; null above it. */
  projects: ProjectsOfCategory | null;
  /** Indicators of one category, form by form, and one of them in full. */
  explorer: { categoryId: string; sums: IndicatorSum[]; detail: IndicatorDetail | null } | null;
  change: GoalChange & { since: IsoDate; comparison: Comparison };
  scores: GradeCounts;
  places: LightRow[];
  clusters: LightRow[];
}

/** The first projects of a category, how many there are, and how many of all are red by their goals. */
export interface ProjectsOfCategory {
  lines: ProjectLine[];
  count: number;
  red: number;
}

const shownRed = 30;
const shownProjects = 200;

const firstProjects = (all: readonly ProjectLine[]): ProjectsOfCategory => ({
  lines: all.slice(0, shownProjects),
  count: all.length,
  red: all.filter(({ goal }) => goal === 'red').length,
});

/** The category whose indicators are shown: the reader's, else the one with most red projects, largest money first. */
function explored(wanted: string | null, rows: readonly DualRow[]): string | null {
  if (wanted !== null && rows.some(({ categoryId }) => categoryId === wanted)) return wanted;
  const [first] = rows
    .filter(({ goals }) => goals.progress !== null)
    .sort((a, b) => b.goals.counts.red - a.goals.counts.red || b.goals.awardFen - a.goals.awardFen);
  return first?.categoryId ?? null;
}

function pathOf({ guides }: Rulebook, { guideYear, areaId, categoryId }: Filters): TargetsView['path'] {
  const guide = guides.find(({ year }) => year === guideYear);
  const category = guide?.categories.find(({ id }) => id === categoryId);
  const area = guide?.areas.find(({ id }) => id === (category?.areaId ?? areaId));
  if (!area) return [];
  return [
    { areaId: area.id, categoryId: null, label: area.shortName },
    ...(category ? [{ areaId: area.id, categoryId: category.id, label: category.shortName }] : []),
  ];
}

type DualPart = Pick<TargetsView, 'whole' | 'areas' | 'rows' | 'lamps'>;

/** Categories, areas and the whole with both lights. */
function dualPart(
  book: BudgetBook,
  context: MetricsContext,
  scope: Scope,
  goals: readonly ProjectGoals[],
  gapAlarm: number,
): DualPart {
  const rules = { steps: context.rulebook.lights, gapAlarm };
  const ownOf = (id: string) => goals.filter(({ project }) => project.category_id === id);
  const rows = book.categories.map((row) => dualRow(row, ownOf(row.categoryId), rules));
  const inArea = (areaId: string) => {
    const ids = new Set(rows.filter((row) => row.areaId === areaId).map(({ categoryId }) => categoryId));
    return goals.filter(({ project }) => ids.has(project.category_id));
  };
  const { pace } = budgetTotal(book, context, scope);
  return {
    whole: dualFigures(pace, groupGoals('all', goals, rules.steps), rules),
    areas: areaRows(book, context, scope).map((row) => dualArea(row, inArea(row.areaId), rules)),
    rows,
    lamps: {
      budget: countLights(rows.map(({ budget }) => budget)),
      goal: countLights(rows.map(({ goals: { goal } }) => goal)),
      worse: countLights(rows.map(({ budget, goals: { goal } }) => worseLight(budget, goal))),
    },
  };
}

async function loadExplorer(
  engine: Engine,
  context: MetricsContext,
  scope: Scope,
  goals: readonly ProjectGoals[],
  categoryId: string | null,
  { rules, indicator }: { rules: GoalRules; indicator: string | null },
): Promise<TargetsView['explorer']> {
  if (categoryId === null) return null;
  const own = goals.filter(({ project }) => project.category_id === categoryId);
  const sums = indicatorSums(own, rules.lights);
  const sum = chosenIndicator(sums, indicator);
  const detail = sum && (await loadIndicatorDetail(engine, context, scope, own, sum, rules));
  return { categoryId, sums, detail };
}

/**
 * Everything that `/targets` shows: money and results side by side, what is red and why, the projects of a category, one
 * indicator in full, lights by place and cluster, grades under a variant, and what a change is made of.
 */
export async function loadTargets(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  targetRules: TargetRules & { variant: ScoreVariant },
  { category = null, indicator = null, comparison = 'year' }: TargetsRequest = {},
): Promise<TargetsView> {
  const { rulebook, meta } = context;
  const scope = scopeOf(filters, meta);
  const since = dayBefore(scope.asOf, comparison);
  const [budget, book] = await Promise.all([
    loadBudgetBook(engine, context, scope),
    goalBook(engine, meta, scope, since),
  ]);
  const rules: GoalRules = { ...targetRules, lights: rulebook.lights, asOf: scope.asOf };
  const { goals, scores, change } = workOn(book, rules, since);
  const { reporting } = rules.scoring;
  const dual = dualPart(budget, context, scope, goals, reporting.gapAlarm);
  const categoryId = explored(category, dual.rows);
  const explorer = await loadExplorer(engine, context, scope, goals, categoryId, { rules, indicator });
  const red = redFirst(goals);
  const lightRules = { steps: rulebook.lights, gapAlarm: reporting.gapAlarm };
  return {
    guideYear: filters.guideYear,
    asOf: scope.asOf,
    dueQuarter: lastDueQuarter(scope.asOf, reporting),
    isSample: meta.kind === 'sample',
    variantId: rules.variant.id,
    total: meta.datasets.includes('targets') ? dual.whole.goals : null,
    knowsProgress: meta.datasets.includes('progress'),
    path: pathOf(rulebook, filters),
    ...dual,
    red: red.slice(0, shownRed).map(redProject),
    redCount: red.length,
    projects:
      filters.categoryId === null ? null : firstProjects(projectLines(goals, scores, reporting.gapAlarm)),
    explorer,
    change: { ...change, since, comparison },
    scores: gradeCounts(scores, rules),
    places: placeLights(goals, rulebook, lightRules),
    clusters: clusterLights(goals, rulebook, lightRules),
  };
}
