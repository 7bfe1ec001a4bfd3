import type { IsoDate } from '$lib/domain/calendar';
import { libraryTables, type LibraryTableName } from '$lib/domain/tables';
import type { Fragment } from '../sql/fragment';
import { allOf, joined, raw, sql } from '../sql/fragment';

/** Which centres are looked at, and as of which day. */
export interface CentreScope {
  asOf: IsoDate;
  /** Codes of cities; null is the whole province. */
  cities: readonly string[] | null;
}

/** Tables whose rows hang on a centre. */
export type CentreTable = 'centre_fact' | 'centre_assessment' | 'centre_report';

const columnsOf = (table: LibraryTableName, alias: string): Fragment =>
  raw(
    Object.keys(libraryTables[table])
      .map((name) => `${alias}.${name}`)
      .join(', '),
  );

/** Text of several values to be bound, one `?` each. */
const listOf = (values: readonly string[]): Fragment =>
  joined(
    values.map((value) => sql`${value}`),
    ', ',
  );

const day = (asOf: IsoDate): Fragment => sql`CAST(${asOf} AS DATE)`;

/** A centre that was approved later is not known yet; one without a day of approval is. */
function centreConditions({ asOf, cities }: CentreScope): Fragment {
  const approved = sql`(c.approved_on IS NULL OR c.approved_on <= ${day(asOf)})`;
  if (cities === null) return approved;
  return cities.length === 0 ? raw('FALSE') : allOf([approved, sql`c.city_adcode IN (${listOf(cities)})`]);
}

const fileName = raw('COALESCE(o.name, t.source_file_id) AS file_name');

/** Centres of the scope in the order of their numbers, each with the name of its file. */
export const centreRows = (scope: CentreScope): Fragment => sql`SELECT ${columnsOf('centre', 'c')},
  COALESCE(o.name, c.source_file_id) AS file_name
FROM centre AS c
LEFT JOIN source_file AS o ON o.file_id = c.source_file_id
WHERE ${centreConditions(scope)}
ORDER BY c.centre_id`;

/**
 * What is known on a day: self-reports and reports by their own day, assessments by their year, as no table names the
 * day on which a result was told. A row without a day is known.
 */
const knownBy: Record<CentreTable, (asOf: IsoDate) => Fragment> = {
  centre_fact: (asOf) => sql`(t.reported_on IS NULL OR t.reported_on <= ${day(asOf)})`,
  centre_assessment: (asOf) => sql`t.year <= EXTRACT(YEAR FROM ${day(asOf)})`,
  centre_report: (asOf) => sql`(t.submitted_on IS NULL OR t.submitted_on <= ${day(asOf)})`,
};

const orderOf: Record<CentreTable, string> = {
  centre_fact: 't.fact_id, t.reported_on',
  centre_assessment: 't.year, t.aspect_id',
  centre_report: 't.report_id, t.period_end',
};

/** Rows of one table that belong to centres of the scope, known on its day, each with the name of its file. */
export const centreParts = (
  table: CentreTable,
  scope: CentreScope,
): Fragment => sql`SELECT ${columnsOf(table, 't')},
  ${fileName}
FROM ${raw(table)} AS t
JOIN centre AS c ON c.centre_id = t.centre_id
LEFT JOIN source_file AS o ON o.file_id = t.source_file_id
WHERE ${centreConditions(scope)} AND ${knownBy[table](scope.asOf)}
ORDER BY t.centre_id, ${raw(orderOf[table])}`;

/**
 * The latest application for support by the host of each centre, handed in by the day: projects of the items given.
 * Of two on one day the later number counts.
 */
export const hostApplications = (
  scope: CentreScope,
  categoryIds: readonly string[],
): Fragment => sql`SELECT a.centre_id, ${columnsOf('project', 'p')}, COALESCE(o.name, p.source_file_id) AS file_name
FROM (
  SELECT c.centre_id, q.project_id,
    ROW_NUMBER() OVER (PARTITION BY c.centre_id ORDER BY q.submitted_on DESC, q.project_id DESC) AS place
  FROM centre AS c
  JOIN project AS q ON q.recipient_name = c.host
  WHERE ${centreConditions(scope)} AND q.submitted_on <= ${day(scope.asOf)}
    AND ${categoryIds.length === 0 ? raw('FALSE') : sql`q.category_id IN (${listOf(categoryIds)})`}
) AS a
JOIN project AS p ON p.project_id = a.project_id
LEFT JOIN source_file AS o ON o.file_id = p.source_file_id
WHERE a.place = 1
ORDER BY a.centre_id`;

/** How many centres the library holds at all, and the first period whose reports it keeps. */
export const centreHoldings = (): Fragment => sql`SELECT
  (SELECT CAST(COUNT(*) AS INTEGER) FROM centre) AS centres,
  (SELECT MIN(t.period_end) FROM centre_report AS t) AS reports_since`;
