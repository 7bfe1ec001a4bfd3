import type { IsoDate } from '$lib/domain/calendar';
import { libraryTables, type LibraryTableName } from '$lib/domain/tables';
import type { Fragment } from '../sql/fragment';
import { allOf, joined, raw, sql } from '../sql/fragment';

/** Which platforms and factories are looked at, and as of which day. */
export interface PlatformScope {
  asOf: IsoDate;
  /** Codes of cities; null is the whole province. */
  cities: readonly string[] | null;
  /** Ids that a cluster may stand under, `none` for rows outside the clusters; null is all. */
  clusters: readonly string[] | 'none' | null;
}

const columnsOf = (table: LibraryTableName, alias: string): Fragment =>
  raw(
    Object.keys(libraryTables[table])
      .map((name) => `${alias}.${name}`)
      .join(', '),
  );

/** A column among values that are bound, one `?` each; among none it holds for no row. */
const among = (column: string, values: readonly string[]): Fragment =>
  values.length === 0
    ? raw('FALSE')
    : sql`${raw(column)} IN (${joined(
        values.map((value) => sql`${value}`),
        ', ',
      )})`;

function scopeConditions({ asOf, cities, clusters }: PlatformScope): Fragment {
  const conditions = [sql`(p.reported_on IS NULL OR p.reported_on <= CAST(${asOf} AS DATE))`];
  if (cities !== null) conditions.push(among('p.city_adcode', cities));
  if (clusters === 'none') conditions.push(raw('p.cluster_id IS NULL'));
  else if (clusters !== null) conditions.push(among('p.cluster_id', clusters));
  return allOf(conditions);
}

/** Platforms and factories of the scope in the order of their numbers, each with the name of its file. */
export const platformRows = (scope: PlatformScope): Fragment => sql`SELECT ${columnsOf('platform', 'p')},
  COALESCE(o.name, p.source_file_id) AS file_name
FROM platform AS p
LEFT JOIN source_file AS o ON o.file_id = p.source_file_id
WHERE ${scopeConditions(scope)}
ORDER BY p.platform_id`;

/** What platforms and factories of the scope report, each value with the name of its file. */
export const platformMetricRows = (
  scope: PlatformScope,
): Fragment => sql`SELECT ${columnsOf('platform_metric', 't')},
  COALESCE(o.name, t.source_file_id) AS file_name
FROM platform_metric AS t
JOIN platform AS p ON p.platform_id = t.platform_id
LEFT JOIN source_file AS o ON o.file_id = t.source_file_id
WHERE ${scopeConditions(scope)}
ORDER BY t.platform_id, t.fact_id`;

/** How many platforms and factories the library holds at all. */
export const platformHoldings = (): Fragment =>
  raw(`SELECT
  CAST(COUNT(*) FILTER (WHERE p.kind = 'platform') AS INTEGER) AS platforms,
  CAST(COUNT(*) FILTER (WHERE p.kind <> 'platform') AS INTEGER) AS factories
FROM platform AS p`);
