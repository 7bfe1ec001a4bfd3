import type { IsoDate } from '$lib/domain/calendar';
import type { Label } from '$lib/domain/label';
import type { Fen } from '$lib/domain/money';
import type { ForecastRules } from '$lib/policy/forecast/forecast';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import { periodOf } from '../pace';
import { scopeOf, type MetricsContext, type Scope } from '../scope';
import { appropriationsIn, type AppropriationRow } from '../sql/appropriations';
import { appropriationsOf, standingAt } from '../standing';
import { categoriesIn } from '../views/category-rows';
import { backTest, type BackTest } from './back-test';
import { moneyHistory, type MoneyHistoryRow } from './money-history-sql';
import { moneyOutlook } from './money-outlook';
import { MoneySeries } from './money-series';
import { Curves, moneyTrials } from './money-trials';
import type { NoForecast, Outlook } from './outlook';
import { lastWhole } from './quarters';

export interface CategoryMoney {
  categoryId: string;
  areaId: string;
  shortName: Label;
  outlook: Outlook;
}

/** What is paid and may be paid, in all and category by category. */
export interface MoneyForecast {
  asOf: IsoDate;
  guideYear: number;
  total: Outlook;
  /** Categories with an award; the others have nothing to be paid. */
  categories: CategoryMoney[];
  /** What should be paid by the end of the period: what was set aside, or, of a part of the province, what was awarded. */
  targetKind: 'appropriation' | 'awarded';
  /** How the methods did on whole guide years, and on categories. */
  tests: { total: BackTest | null; category: BackTest | null };
}

/** The same places and clusters in every guide year, area and category: what methods are tried on. */
const everyCategory = (scope: Scope): Scope => ({
  ...scope,
  guideYear: null,
  areaId: null,
  categoryIds: null,
  stage: null,
  search: '',
});

function seriesBy(
  rows: readonly MoneyHistoryRow[],
  keyOf: (row: MoneyHistoryRow) => string,
): Map<string, MoneySeries> {
  const groups = new Map<string, MoneyHistoryRow[]>();
  for (const row of rows) {
    const own = groups.get(keyOf(row));
    if (own) own.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return new Map([...groups].map(([key, own]) => [key, new MoneySeries(own)]));
}

const yearKey = ({ guide_year: year }: MoneyHistoryRow): string => String(year);
const categoryKey = ({ guide_year: year, category_id: id }: MoneyHistoryRow): string => `${year} ${id}`;

/** Filters that choose projects by what came of them would make the past look surer than it was. */
const barredBy = ({ stage, search }: Scope): NoForecast | null =>
  stage !== null || search !== '' ? 'chosen_by_outcome' : null;

const isPartOfProvince = ({ region, group, directOnly, clusterId, subQuotaId }: Scope): boolean =>
  region !== null || group !== null || directOnly || clusterId !== null || subQuotaId !== null;

interface Books {
  scope: Scope;
  appropriations: readonly AppropriationRow[];
  targetKind: MoneyForecast['targetKind'];
  barred: NoForecast | null;
  curves: Curves;
  rules: ForecastRules;
}

function outlookFor(
  series: MoneySeries,
  rows: readonly AppropriationRow[],
  test: BackTest | null,
  { scope, targetKind, barred, curves, rules }: Books,
): Outlook {
  const { end } = periodOf(rows, scope.asOf);
  const setAside: Fen = rows.reduce((sum, row) => sum + row.amount_fen, 0);
  const owed = series.paidBy(Infinity) + series.unpaidBy(Infinity);
  const target = targetKind === 'awarded' ? owed : rows.length > 0 ? setAside : null;
  return moneyOutlook(series, { asOf: scope.asOf, periodEnd: end, target, barred, curves, test, rules });
}

/** Payments of the filtered projects carried forward to the end of the year and of the execution period. */
export async function loadMoneyForecast(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  rules: ForecastRules,
): Promise<MoneyForecast> {
  const { meta, rulebook } = context;
  const scope = scopeOf(filters, meta);
  const kept = await standingAt(engine, meta, scope.asOf);
  const wide = everyCategory(scope);
  const [rows, own, all] = await Promise.all([
    engine.query<MoneyHistoryRow>(moneyHistory(kept, wide)),
    engine.query<MoneyHistoryRow>(moneyHistory(kept, scope)),
    meta.datasets.includes('appropriations') ? appropriationsOf(engine, meta) : [],
  ]);
  const last = lastWhole(scope.asOf);
  const curves = new Curves(new MoneySeries(rows));
  const testOf = (keyOf: (row: MoneyHistoryRow) => string) =>
    backTest(moneyTrials(seriesBy(rows, keyOf), curves, last, rules), rules.money.methods, rules);
  const tests = { total: testOf(yearKey), category: testOf(categoryKey) };
  const appropriations = appropriationsIn(all, scope);
  const targetKind = isPartOfProvince(scope) || appropriations.length === 0 ? 'awarded' : 'appropriation';
  const books: Books = { scope, appropriations, targetKind, barred: barredBy(scope), curves, rules };
  const isWholeYear = scope.areaId === null && scope.categoryIds === null;
  const series = seriesBy(own, ({ category_id: id }) => id);
  const categories = categoriesIn(rulebook, scope).flatMap(({ id, areaId, shortName }): CategoryMoney[] => {
    const found = series.get(id);
    if (!found || found.start === null) return [];
    const paidFrom = appropriations.filter(({ category_id: category }) => category === id);
    const outlook = outlookFor(found, paidFrom, tests.category, books);
    return [{ categoryId: id, areaId, shortName, outlook }];
  });
  // A part of a year spreads as categories do, more than the whole: their errors are the careful choice.
  const totalTest = isWholeYear ? tests.total : tests.category;
  return {
    asOf: scope.asOf,
    guideYear: filters.guideYear,
    total: outlookFor(new MoneySeries(own), appropriations, totalTest, books),
    categories,
    targetKind,
    tests: { total: totalTest, category: tests.category },
  };
}
