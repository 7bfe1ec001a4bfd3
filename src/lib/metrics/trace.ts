import type { IsoDate } from '$lib/domain/calendar';
import type { Label } from '$lib/domain/label';
import type { LibraryMeta } from '$lib/domain/library';
import type { SourceRef } from '$lib/policy/rulebook';
import type { Engine, Statement } from '$lib/warehouse/engine';
import type { Figure } from './figure';
import type { Filters } from './filters';
import { measureBy, missingFor } from './measure-by';
import type { Measure, MeasureId } from './measures/measure';
import { measureOf } from './measures';
import type { MetricsContext, Scope } from './scope';
import { scopeOf } from './scope';
import { aggregate } from './sql/aggregate';
import type { AppropriationRow } from './sql/appropriations';
import { appropriationsIn } from './sql/appropriations';
import { appropriationsOf } from './standing';
import { categoriesIn } from './views/category-rows';
import type { ProjectPage, ProjectPageRequest } from './views/project-page';
import { loadProjectPage } from './views/project-page';

/** A quota as the guide prints it. */
export interface QuotaClause {
  categoryId: string;
  name: Label;
  quota: number;
  source: SourceRef;
}

/** What stands behind a figure, for the panel that opens it. */
export interface FigureTrace {
  measureId: MeasureId;
  label: Label;
  definition: Label;
  source: Label;
  asOf: IsoDate;
  figure: Figure;
  /**
   * A statement that gives the figure from the library's own tables (a ratio as its part and its whole); null
   * where none could be asked.
   */
  statement: Statement | null;
  /** The projects the figure is made of (of a ratio: of its part), page by page; null where it has none. */
  projects: ProjectPage | null;
  /** The appropriations in it, with file, sheet and row; null for measures without. */
  appropriations: AppropriationRow[] | null;
  /** The quotas in it, with their clauses; null for measures without. */
  quotas: QuotaClause[] | null;
}

const quotaClauses = ({ rulebook }: MetricsContext, scope: Scope): QuotaClause[] =>
  categoriesIn(rulebook, scope).flatMap(({ id, name, quota }) =>
    quota === null ? [] : [{ categoryId: id, name, quota: quota.value, source: quota.source }],
  );

async function appropriationsBehind(engine: Engine, meta: LibraryMeta, measure: Measure, scope: Scope) {
  if (!measure.needs.includes('appropriations')) return null;
  return appropriationsIn(await appropriationsOf(engine, meta), scope);
}

const readsQuotas = (measure: Measure): boolean =>
  measure.facts.includes('category') && !measure.needs.includes('appropriations');

export type TracePage = Pick<ProjectPageRequest, 'sort' | 'limit' | 'offset'>;

/** The largest contributions first. */
export const firstTracePage: TracePage = {
  sort: { by: 'contribution', descending: true },
  limit: 100,
  offset: 0,
};

/** Opens a figure: definition, statement, value and rows, all for the same filters. */
export async function loadTrace(
  engine: Engine,
  context: MetricsContext,
  filters: Filters,
  measureId: MeasureId,
  page: TracePage = firstTracePage,
): Promise<FigureTrace> {
  const { meta } = context;
  const measure = measureOf(measureId);
  const scope = scopeOf(filters, meta);
  const isKnown = missingFor(measure, scope, [], meta) === null;
  const [measured, projects, appropriations] = await Promise.all([
    measureBy(engine, meta, { measures: [measureId], by: [], scope }),
    isKnown && measure.rowsBehind !== null
      ? loadProjectPage(engine, meta, { scope, measureId, ...page })
      : null,
    isKnown ? appropriationsBehind(engine, meta, measure, scope) : null,
  ]);
  return {
    measureId,
    label: measure.label,
    definition: measure.definition,
    source: measure.source,
    asOf: scope.asOf,
    figure: measured.total()[measureId],
    statement: isKnown ? aggregate({ measures: [measure], by: [], scope, source: 'computed' }) : null,
    projects,
    appropriations,
    quotas: isKnown && readsQuotas(measure) ? quotaClauses(context, scope) : null,
  };
}
