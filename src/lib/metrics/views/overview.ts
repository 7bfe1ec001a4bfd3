import type { IsoDate } from '$lib/domain/calendar';
import type { Label } from '$lib/domain/label';
import type { Fen } from '$lib/domain/money';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import type { Light } from '../light';
import { measureBy } from '../measure-by';
import type { MetricsContext, Scope } from '../scope';
import { allClusters, allPlaces, scopeOf } from '../scope';
import type { Alert } from './alerts';
import { alertsOf } from './alerts';
import type { AreaRow, BudgetTotal } from './area-rows';
import { areaRows, budgetTotal } from './area-rows';
import type { BudgetBook, BudgetMeasure, CategoryRow } from './category-rows';
import { loadBudgetBook } from './category-rows';
import type { ClusterRows } from './cluster-rows';
import { clusterRows } from './cluster-rows';
import type { ShadedPlaces } from './place-rows';
import { placeRows, shadePlaces } from './place-rows';
import type { QuotaBasis } from './sub-quota-rows';
import type { Timeline } from './timeline';
import { loadTimeline } from './timeline';
import type { YearRow } from './year-over-year';
import { loadYears } from './year-over-year';

const tileMeasures = ['disbursement_rate', 'awards', 'awarded', 'paid', 'applications', 'requested'] as const;
const clusterMeasures = [
  'awards',
  'awarded',
  'paid',
  'disbursement_rate',
  'applications',
  'requested',
] as const;

/** A category as a point: quota used × execution, sized by its appropriation. */
export interface ScatterPoint {
  categoryId: string;
  name: Label;
  shortName: Label;
  quotaUsed: number;
  execution: number;
  appropriation: Fen;
  light: Light;
}

/** How many categories the guide lists, and what is known of them. */
export interface CategoryCounts {
  listed: number;
  withAppropriation: number;
  withQuota: number;
  separateNotice: number;
}

export interface OverviewView {
  guideYear: number;
  asOf: IsoDate;
  isSample: boolean;
  quotaBasis: QuotaBasis;
  total: BudgetTotal;
  /** Measures of `total` that stand in the row of key figures, at most six. */
  headline: readonly BudgetMeasure[];
  counts: CategoryCounts;
  areas: AreaRow[];
  alerts: Alert[];
  timeline: Timeline;
  scatter: ScatterPoint[];
  places: ShadedPlaces<(typeof tileMeasures)[number]>;
  clusters: ClusterRows<(typeof clusterMeasures)[number]>;
  years: YearRow[];
}

const headlines: Record<QuotaBasis, readonly BudgetMeasure[]> = {
  awards: ['appropriation', 'awarded', 'paid', 'unpaid', 'quota_used_rate', 'leverage'],
  applications: [
    'applications',
    'requested',
    'policy_ceiling',
    'appropriation',
    'quota',
    'application_quota_rate',
  ],
};

function scatterPoints(rows: readonly CategoryRow[]): ScatterPoint[] {
  return rows.flatMap(({ categoryId, name, shortName, figures, pace }) => {
    const quotaUsed = figures.quota_used_rate.value;
    const execution = figures.execution_rate.value;
    const appropriation = figures.appropriation.value;
    if (quotaUsed === null || execution === null || appropriation === null) return [];
    return [{ categoryId, name, shortName, quotaUsed, execution, appropriation, light: pace.light.light }];
  });
}

const countsOf = (rows: readonly CategoryRow[]): CategoryCounts => ({
  listed: rows.length,
  withAppropriation: rows.filter((row) => row.figures.appropriation.value !== null).length,
  withQuota: rows.filter((row) => row.figures.quota.value !== null).length,
  separateNotice: rows.filter((row) => row.separateNotice).length,
});

async function loadParts(engine: Engine, context: MetricsContext, scope: Scope) {
  const { meta } = context;
  const places = allPlaces(scope);
  const clusters = allClusters(scope);
  return Promise.all([
    loadBudgetBook(engine, context, scope),
    measureBy(engine, meta, { measures: tileMeasures, by: ['place'], scope: places }),
    measureBy(engine, meta, { measures: clusterMeasures, by: ['cluster'], scope: clusters }),
    loadYears(engine, context, scope),
  ]);
}

const timelineLimits = (book: BudgetBook, total: BudgetTotal) => ({
  appropriations: book.appropriations,
  appropriation: total.figures.appropriation.value,
  quota: total.figures.quota.value,
});

/** Everything that `/` shows, for these filters: plain data, computed once, here. */
export async function loadOverview(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
): Promise<OverviewView> {
  const { rulebook, meta } = context;
  const scope = scopeOf(filters, meta);
  const [book, byPlace, byCluster, years] = await loadParts(engine, context, scope);
  const total = budgetTotal(book, context, scope);
  const { timeShare } = total.pace;
  return {
    guideYear: filters.guideYear,
    asOf: scope.asOf,
    isSample: meta.kind === 'sample',
    quotaBasis: book.basis,
    total,
    headline: headlines[book.basis],
    counts: countsOf(book.categories),
    areas: areaRows(book, context, scope),
    alerts: alertsOf(book.categories, book.basis, rulebook.lights),
    timeline: await loadTimeline(engine, context, scope, timelineLimits(book, total)),
    scatter: scatterPoints(book.categories),
    places: shadePlaces(
      placeRows(byPlace, rulebook),
      (row) => row.figures.disbursement_rate,
      timeShare,
      rulebook.lights,
    ),
    clusters: clusterRows(byCluster, rulebook),
    years,
  };
}
