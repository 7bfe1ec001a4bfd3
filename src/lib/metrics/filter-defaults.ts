import type { LibraryMeta } from '$lib/domain/library';
import type { Rulebook } from '$lib/policy/rulebook';
import type { FilterDefaults, Filters } from './filters';

/** Keys of the cluster dimension for projects outside the clusters, and for those that do not say. */
export const noCluster = 'none';
export const unknownCluster = 'unknown';

/** No filter but the guide year. */
export const openFilters = (guideYear: number): Filters => ({
  guideYear,
  asOf: null,
  areaId: null,
  categoryId: null,
  subQuotaId: null,
  region: null,
  group: null,
  directOnly: false,
  clusterId: null,
  stage: null,
  search: '',
});

/** The guide year a page opens with: the latest guide in force that the library has rows of. */
export function startingGuideYear(rulebook: Rulebook, meta: LibraryMeta): number {
  const latest = (years: number[]) => (years.length === 0 ? null : Math.max(...years));
  const inForce = rulebook.guides.filter((guide) => !guide.draft).map((guide) => guide.year);
  const year =
    latest(inForce.filter((candidate) => meta.guideYears.includes(candidate))) ??
    latest(meta.guideYears) ??
    latest(inForce);
  if (year === null) throw new Error('the rulebook names no guide in force; expected at least one');
  return year;
}

/** What filters may name, from the rules and the library at hand. */
export function filterDefaults(rulebook: Rulebook, meta: LibraryMeta): FilterDefaults {
  const { guides } = rulebook;
  return {
    filters: openFilters(startingGuideYear(rulebook, meta)),
    guideYears: guides.map((guide) => guide.year),
    areaIds: new Map(guides.map((guide) => [guide.year, new Set(guide.areas.map((area) => area.id))])),
    areaOfCategory: new Map(
      guides.map((guide) => [guide.year, new Map(guide.categories.map(({ id, areaId }) => [id, areaId]))]),
    ),
    subQuotaIds: new Map(
      guides.flatMap((guide) =>
        guide.categories.map(({ id, subQuotas }) => [id, new Set(subQuotas.map((part) => part.id))] as const),
      ),
    ),
    regions: new Set(
      rulebook.regions.filter((region) => region.level !== 'province').map((region) => region.adcode),
    ),
    clusterIds: new Set([...rulebook.clusters.map((cluster) => cluster.id), noCluster, unknownCluster]),
  };
}
