import type { IsoDate } from '$lib/domain/calendar';
import type { Engine } from '$lib/warehouse/engine';
import type { Filters } from '../filters';
import type { MetricsContext } from '../scope';
import { scopeOf } from '../scope';
import type { Alert } from './alerts';
import { alertsOf } from './alerts';
import type { AreaRow, BudgetTotal } from './area-rows';
import { areaRows, budgetTotal } from './area-rows';
import type { BudgetBook, CategoryRow } from './category-rows';
import { loadBudgetBook } from './category-rows';
import type { Drill } from './drill';
import { loadDrill } from './drill';
import type { QuotaBasis } from './sub-quota-rows';
import type { Timeline } from './timeline';
import { loadTimeline } from './timeline';

/** The counts that titles and leads of the quota page speak of. */
export interface QuotaSummary {
  withQuota: number;
  over: number;
  full: number;
  near: number;
  subQuotas: number;
  subQuotasFull: number;
  subQuotasOver: number;
  /** Minimums not reached, and by how many projects in all. */
  subQuotasShort: number;
  shortBy: number;
}

export interface QuotaView {
  guideYear: number;
  asOf: IsoDate;
  isSample: boolean;
  quotaBasis: QuotaBasis;
  categories: CategoryRow[];
  areas: AreaRow[];
  total: BudgetTotal;
  summary: QuotaSummary;
  alerts: Alert[];
  /** The category whose course is shown, and its course; null when the scope lists no category. */
  selected: { categoryId: string; timeline: Timeline } | null;
  drill: Drill;
}

function summaryOf(rows: readonly CategoryRow[]): QuotaSummary {
  const count = (use: CategoryRow['quotaUse']) => rows.filter((row) => row.quotaUse === use).length;
  const parts = rows.flatMap((row) => row.subQuotas);
  const short = parts.filter((part) => part.verdict === 'short');
  return {
    withQuota: rows.filter((row) => row.figures.quota.value !== null).length,
    over: count('over'),
    full: count('full'),
    near: count('near'),
    subQuotas: parts.length,
    subQuotasFull: parts.filter((part) => part.verdict === 'full').length,
    subQuotasOver: parts.filter((part) => part.verdict === 'over').length,
    subQuotasShort: short.length,
    shortBy: short.reduce((sum, part) => sum - part.margin, 0),
  };
}

/** The category a page opens with: the one furthest behind in money, else the first with a quota. */
function startingCategory(rows: readonly CategoryRow[]): CategoryRow | null {
  const behind = [...rows].sort((a, b) => (b.pace.behind ?? 0) - (a.pace.behind ?? 0))[0];
  if (behind !== undefined && (behind.pace.behind ?? 0) > 0) return behind;
  return rows.find((row) => row.figures.quota.value !== null) ?? rows[0] ?? null;
}

/** Quota use, money and time of one category, quarter by quarter, from its row in a budget book. */
function categoryTimeline(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  row: CategoryRow,
  book: BudgetBook,
): Promise<Timeline> {
  const scope = scopeOf({ ...filters, areaId: null, categoryId: row.categoryId }, context.meta);
  return loadTimeline(engine, context, scope, {
    appropriations: book.appropriations.filter(({ category_id }) => category_id === row.categoryId),
    appropriation: row.figures.appropriation.value,
    quota: row.figures.quota.value,
  });
}

/** The same for a category that the reader picks later; null when the guide does not list it. */
export async function loadCategoryTimeline(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  categoryId: string,
): Promise<Timeline | null> {
  const scope = scopeOf({ ...filters, areaId: null, categoryId }, context.meta);
  const book = await loadBudgetBook(engine, context, scope);
  const row = book.categories[0];
  return row === undefined ? null : categoryTimeline(engine, context, filters, row, book);
}

/** Everything that `/quota` shows; `selectedId` is the category whose course is drawn, null for the page's choice. */
export async function loadQuota(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  selectedId: string | null = null,
): Promise<QuotaView> {
  const { rulebook, meta } = context;
  const scope = scopeOf(filters, meta);
  const [book, drill] = await Promise.all([
    loadBudgetBook(engine, context, scope),
    loadDrill(engine, context, filters),
  ]);
  const { basis, categories } = book;
  const row = categories.find(({ categoryId }) => categoryId === selectedId) ?? startingCategory(categories);
  const selected =
    row === null
      ? null
      : {
          categoryId: row.categoryId,
          timeline: await categoryTimeline(engine, context, filters, row, book),
        };
  return {
    guideYear: filters.guideYear,
    asOf: scope.asOf,
    isSample: meta.kind === 'sample',
    quotaBasis: basis,
    categories,
    areas: areaRows(book, context, scope),
    total: budgetTotal(book, context, scope),
    summary: summaryOf(categories),
    alerts: alertsOf(categories, basis, rulebook.lights),
    selected,
    drill,
  };
}
