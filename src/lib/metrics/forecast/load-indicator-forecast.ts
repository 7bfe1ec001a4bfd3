import type { IsoDate } from '$lib/domain/calendar';
import type { Label } from '$lib/domain/label';
import type { ForecastRules } from '$lib/policy/forecast/forecast';
import type { KpiForm, Unit } from '$lib/policy/forms/form';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import { scopeOf, type MetricsContext, type Scope } from '../scope';
import { standingAt } from '../standing';
import { backTest, type BackTest } from './back-test';
import { cellHistories, mayBeSummed, unitOf, type CellHistory } from './indicator-cells';
import { indicatorHistory, type IndicatorHistoryRow } from './indicator-history-sql';
import { indicatorOutlook, type IndicatorAsked } from './indicator-outlook';
import { GrowthCurves, indicatorTrials } from './indicator-trials';
import type { NoForecast, Outlook } from './outlook';
import { lastWhole } from './quarters';

/** One indicator: what came of it, and what may come. */
export interface IndicatorForecast {
  formId: string;
  key: string;
  sequence: number;
  name: Label;
  unit: Unit | null;
  projects: number;
  /** Those with a report, which alone are added up. */
  reported: number;
  outlook: Outlook;
}

export interface IndicatorForecasts {
  asOf: IsoDate;
  indicators: IndicatorForecast[];
  /** How the methods did on indicators like these. */
  test: BackTest | null;
}

export interface ForecastBooks {
  forms: readonly KpiForm[];
  forecast: ForecastRules;
}

const keyOf = ({ categoryId, formId, cell }: CellHistory): string => `${categoryId} ${formId} ${cell.key}`;
const ownKeyOf = (history: CellHistory): string => `${history.projectId} ${keyOf(history)}`;

function grouped(
  histories: readonly CellHistory[],
  key: (history: CellHistory) => string,
): Map<string, CellHistory[]> {
  const groups = new Map<string, CellHistory[]>();
  for (const history of histories) {
    const own = groups.get(key(history));
    if (own) own.push(history);
    else groups.set(key(history), [history]);
  }
  return groups;
}

function forecastOf(
  members: readonly CellHistory[],
  first: CellHistory,
  asked: IndicatorAsked,
): IndicatorForecast {
  const { cell, formId } = first;
  const origin = lastWhole(asked.asOf);
  return {
    formId,
    key: cell.key,
    sequence: cell.indicator.sequence,
    name: cell.partId === null ? cell.indicator.name : cell.measure.name,
    unit: unitOf(cell),
    projects: members.length,
    reported: members.filter((one) => one.latestBy(origin) !== null).length,
    outlook: indicatorOutlook(members, asked),
  };
}

const inFormOrder = (a: IndicatorForecast, b: IndicatorForecast): number =>
  a.formId === b.formId ? a.sequence - b.sequence : a.formId < b.formId ? -1 : 1;

interface Asked {
  scope: Scope;
  barred: NoForecast | null;
  /** What is forecast as one. */
  key: (history: CellHistory) => string;
  /** Histories that methods are tried on. */
  tried: (history: CellHistory) => boolean;
  /** Histories that are shown. */
  shown: (history: CellHistory) => boolean;
}

async function load(
  engine: Engine,
  { meta }: MetricsContext,
  { forms, forecast: rules }: ForecastBooks,
  { scope, barred, key, tried, shown }: Asked,
): Promise<IndicatorForecasts> {
  const kept = await standingAt(engine, meta, scope.asOf);
  const rows = await engine.query<IndicatorHistoryRow>(indicatorHistory(kept, scope, rules.mostProjects));
  const histories = cellHistories(rows, forms);
  const curves = new GrowthCurves(histories, rules.curveParts);
  const trials = indicatorTrials(grouped(histories.filter(tried), key), curves, lastWhole(scope.asOf), rules);
  const test = backTest(trials, rules.indicators.methods, rules);
  const asked = { asOf: scope.asOf, barred, curves, test, rules };
  const indicators = [...grouped(histories.filter(shown), key).values()].flatMap((members) =>
    members[0] ? [forecastOf(members, members[0], asked)] : [],
  );
  return { asOf: scope.asOf, indicators: indicators.sort(inFormOrder), test };
}

/** Indicators of one category that may be added up, over the projects that the filters let through. */
export function loadCategoryIndicators(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  categoryId: string,
  books: ForecastBooks,
): Promise<IndicatorForecasts> {
  const narrow = scopeOf(filters, context.meta);
  const barred = narrow.stage !== null || narrow.search !== '' ? 'chosen_by_outcome' : null;
  // Methods are tried on every category and guide year of the same places and clusters.
  const scope = { ...narrow, guideYear: null, areaId: null, categoryIds: null, stage: null, search: '' };
  const tried = ({ cell }: CellHistory) => mayBeSummed(cell);
  const shown = (one: CellHistory) => tried(one) && one.categoryId === categoryId;
  return load(engine, context, books, { scope, barred, key: keyOf, tried, shown });
}

/** Every indicator of one project that grows; methods are tried on all projects of its category and year. */
export function loadProjectIndicators(
  engine: Engine,
  context: MetricsContext,
  asOf: IsoDate,
  project: { project_id: string; guide_year: number; category_id: string },
  books: ForecastBooks,
): Promise<IndicatorForecasts> {
  const scope: Scope = {
    guideYear: project.guide_year,
    asOf,
    areaId: null,
    categoryIds: [project.category_id],
    subQuotaId: null,
    region: null,
    group: null,
    directOnly: false,
    clusterId: null,
    stage: null,
    search: '',
  };
  return load(engine, context, books, {
    scope,
    barred: null,
    key: ownKeyOf,
    tried: () => true,
    shown: ({ projectId }) => projectId === project.project_id,
  });
}
