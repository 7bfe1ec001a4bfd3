import type { IsoDate } from '$lib/domain/calendar';
import type { LibraryMeta } from '$lib/domain/library';
import type { Rulebook } from '$lib/policy/rulebook';
import type { DimensionId } from './dimensions';
import type { Filters } from './filters';

/** What every view is computed from, beside the engine. */
export interface MetricsContext {
  rulebook: Rulebook;
  meta: LibraryMeta;
}

/** Filters with nothing left open: what the SQL builders take. */
export interface Scope extends Omit<Filters, 'guideYear' | 'asOf' | 'categoryId'> {
  /** Null looks at all guide years, for comparing them. */
  guideYear: number | null;
  asOf: IsoDate;
  /** Null is all; several are the categories that correspond to one another over the years. */
  categoryIds: readonly string[] | null;
}

/** Fills in the library's as-of day. */
export const scopeOf = (filters: Filters, meta: LibraryMeta): Scope => {
  const { categoryId, asOf, ...rest } = filters;
  return { ...rest, asOf: asOf ?? meta.asOf, categoryIds: categoryId === null ? null : [categoryId] };
};

/** A scope without its place filters, for a ranking that shows all places. */
export const allPlaces = (scope: Scope): Scope => ({
  ...scope,
  region: null,
  group: null,
  directOnly: false,
});

/** A scope without its cluster filter, for a ranking that shows all clusters. */
export const allClusters = (scope: Scope): Scope => ({ ...scope, clusterId: null });

/** The dimensions that a scope narrows: a measure that knows nothing of one of them has no answer. */
export function narrowedDimensions(scope: Scope): DimensionId[] {
  const narrowed: [DimensionId, boolean][] = [
    ['guide', scope.guideYear !== null],
    ['area', scope.areaId !== null],
    ['category', scope.categoryIds !== null],
    ['sub_quota', scope.subQuotaId !== null],
    ['place', scope.region !== null || scope.directOnly],
    ['region_group', scope.group !== null],
    ['cluster', scope.clusterId !== null],
    ['stage', scope.stage !== null],
    ['project', scope.search !== ''],
  ];
  return narrowed.filter(([, active]) => active).map(([id]) => id);
}
