import type { Library, LibraryCoverage, LibraryMeta } from '$lib/domain/library';
import type { Rulebook } from '$lib/policy/rulebook';
import type { PackageNote } from './describe-package';
import { hashRows } from './hash-rows';
import { wholePlacesOf, type PackageScope } from './scope';
import { scopeRows } from './scope-rows';
import { countRows } from '$lib/domain/tables';

/** What a library without limits of its own speaks of: the categories of its guides. */
function wholeCoverage(meta: LibraryMeta, { guides }: Rulebook): Omit<LibraryCoverage, 'places'> {
  const known = guides.filter(({ year }) => meta.guideYears.includes(year));
  return {
    areaIds: [...new Set(known.flatMap(({ areas }) => areas.map(({ id }) => id)))].sort(),
    categoryIds: known.flatMap(({ categories }) => categories.map(({ id }) => id)).sort(),
  };
}

/**
 * What is known once only this part is there. A place is known when the scope holds it whole; of a cluster's
 * projects alone no place is known, and no other cluster.
 */
function coverageOf({ meta }: Library, scope: PackageScope, rulebook: Rulebook): LibraryCoverage {
  const before = meta.coverage;
  const { areaIds, categoryIds } = before ?? wholeCoverage(meta, rulebook);
  const known = (ids: readonly string[], earlier: readonly string[] | undefined) =>
    earlier ? ids.filter((id) => earlier.includes(id)) : [...ids];
  const places = known(wholePlacesOf(scope), before?.places);
  const clusters = scope.clusterIds ?? [];
  if (clusters.length > 0) {
    return { places, areaIds, categoryIds, clusterIds: known([...clusters].sort(), before?.clusterIds) };
  }
  return { places, areaIds, categoryIds, ...(before?.clusterIds ? { clusterIds: before.clusterIds } : {}) };
}

/** A library that holds one part of the province and says so; the same moment, years and kind as the whole. */
export function scopeLibrary(library: Library, scope: PackageScope, rulebook: Rulebook): Library {
  const rows = scopeRows(library.rows, scope);
  const { kind, asOf, loadedAt, datasets, guideYears } = library.meta;
  return {
    // Named one by one: what is added to the meta later could speak of the whole.
    meta: {
      kind,
      hash: hashRows(rows),
      asOf,
      loadedAt,
      guideYears,
      datasets: datasets.filter((dataset) => dataset !== 'appropriations'),
      counts: countRows(rows),
      coverage: coverageOf(library, scope, rulebook),
    },
    rows,
  };
}

/** What a scoped package says about what it does not hold. */
export const scopeNotes: readonly PackageNote[] = [
  {
    code: 'appropriations_left_out',
    text: {
      zh: '预算（全省资金）不随部分数据包发出。',
      en: 'Appropriations are money of the whole province and are left out of a part.',
    },
  },
  {
    code: 'centres_and_platforms_left_out',
    text: {
      zh: '制造业创新中心、平台和标杆工厂的自报材料不随部分数据包发出。',
      en: 'What innovation centres, platforms and benchmark factories report is left out of a part.',
    },
  },
  {
    code: 'sources_reduced',
    text: {
      zh: '来源文件只留表别、汇总时间和所含行数；文件名、地区、校验值、工作表和行号不随部分数据包发出。',
      en: 'Of source files only kind, date and number of rows are kept; names, regions, hashes, sheets and row numbers are left out.',
    },
  },
];
