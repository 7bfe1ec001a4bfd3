import type { IsoDate } from '$lib/domain/calendar';
import type { Dataset, LibraryCoverage, LibraryMeta } from '$lib/domain/library';
import { countRows, type LibraryRows, type Row } from '$lib/domain/tables';
import type { Rulebook } from '$lib/policy/rulebook';
import { hashRows } from './package/hash-rows';

/** What the rows know. An award column that is empty throughout means that no award list was ever loaded. */
export function datasetsOf(rows: LibraryRows): Dataset[] {
  const present: [Dataset, boolean][] = [
    ['projects', rows.project.length > 0],
    ['awards', rows.project.some((project) => project.award_fen !== null || project.awarded_on !== null)],
    ['appropriations', rows.appropriation.length > 0],
    ['disbursements', rows.disbursement.length > 0],
    ['targets', rows.target.length > 0],
    ['progress', rows.progress.length > 0],
    ['acceptances', rows.acceptance.length > 0],
  ];
  return present.flatMap(([dataset, known]) => (known ? [dataset] : []));
}

/** Latest 汇总时间 of the files that rows came from, or null when no file has one. */
export const latestCompiled = (rows: LibraryRows): IsoDate | null =>
  rows.source_file.reduce<IsoDate | null>(
    (latest, { compiled_on: day }) => (day !== null && (latest === null || day > latest) ? day : latest),
    null,
  );

const kindPrefix = 'summary-table-';

/** `source_file.kind` of a file with these summary tables: `summary-table-2-1+2-4`. */
export const kindOfTables = (tables: readonly string[]): string => kindPrefix + tables.join('+');

/** Annex numbers of the tables that a file of this kind holds; none for other files. */
export const tablesOfKind = (kind: string): string[] =>
  (kind.split(' ').find((part) => part.startsWith(kindPrefix)) ?? kindPrefix)
    .slice(kindPrefix.length)
    .split('+')
    .filter(Boolean);

/**
 * Which categories and places the loaded tables speak of. A place is covered once a project of it is loaded; an
 * area once one of its tables is.
 */
export function coverageOf(rows: LibraryRows, { summaryTables, guides }: Rulebook): LibraryCoverage {
  const loaded = new Set(rows.source_file.flatMap(({ kind }) => tablesOfKind(kind)));
  const areaIds = new Set(summaryTables.filter(({ id }) => loaded.has(id)).map(({ areaId }) => areaId));
  const placeOf = ({ reports_directly: direct, county_adcode: county, city_adcode: city }: Row<'project'>) =>
    direct && county !== null ? county : city;
  return {
    places: [...new Set(rows.project.map(placeOf))].sort(),
    areaIds: [...areaIds].sort(),
    categoryIds: guides
      .flatMap(({ categories }) => categories)
      .filter(({ areaId }) => areaIds.has(areaId))
      .map(({ id }) => id)
      .sort(),
  };
}

/**
 * Clusters that a library stays narrowed to when an import joins it: those of a scoped package, as long as the import
 * brings no project of another cluster or of none.
 */
export function clustersKept(
  before: LibraryCoverage | undefined,
  imported: readonly Row<'project'>[],
): string[] | undefined {
  const known = before?.clusterIds;
  if (!known) return undefined;
  const isWithin = ({ cluster_id: id }: Row<'project'>) => id !== null && known.includes(id);
  return imported.every(isWithin) ? known : undefined;
}

export interface OwnLibraryDates {
  /** Moment of loading, ISO with time. */
  loadedAt: string;
  /** 数据截止日 when no file names one; the day of loading is a fair choice. */
  fallbackAsOf: IsoDate;
}

/**
 * Describes rows that the user brought: hash, 数据截止日, what is known, how much.
 * @param clusterIds clusters that the rows are narrowed to; without them the rows speak of every cluster
 */
export const ownLibraryMeta = (
  rows: LibraryRows,
  dates: OwnLibraryDates,
  rulebook: Rulebook,
  clusterIds?: string[],
): LibraryMeta => ({
  kind: 'own',
  hash: hashRows(rows),
  asOf: latestCompiled(rows) ?? dates.fallbackAsOf,
  loadedAt: dates.loadedAt,
  datasets: datasetsOf(rows),
  guideYears: [...new Set(rows.project.map((project) => project.guide_year))].sort((a, b) => a - b),
  counts: countRows(rows),
  coverage: { ...coverageOf(rows, rulebook), ...(clusterIds ? { clusterIds } : {}) },
});
