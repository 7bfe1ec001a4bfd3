import type { LibraryCoverage } from '$lib/domain/library';

const joined = (one: readonly string[], other: readonly string[]): string[] =>
  [...new Set([...one, ...other])].sort();

/**
 * What two libraries know together; absent is a whole library, beside which nothing is unknown. Clusters limit the
 * two together only where they limit both: a library without that limit knows something of every cluster.
 */
export function joinCoverage(
  one: LibraryCoverage | undefined,
  other: LibraryCoverage | undefined,
): LibraryCoverage | undefined {
  if (!one || !other) return undefined;
  const clusterIds = one.clusterIds && other.clusterIds && joined(one.clusterIds, other.clusterIds);
  return {
    places: joined(one.places, other.places),
    areaIds: joined(one.areaIds, other.areaIds),
    categoryIds: joined(one.categoryIds, other.categoryIds),
    ...(clusterIds ? { clusterIds } : {}),
  };
}
