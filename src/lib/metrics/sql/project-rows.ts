import type { Statement } from '$lib/warehouse/engine';
import type { Measure } from '../measures/measure';
import type { Scope } from '../scope';
import type { Fragment } from './fragment';
import { raw, sql } from './fragment';
import type { FactSource } from './scoped';
import { scopedFacts } from './scoped';

/** A project as it stood on the as-of day, with the place in a file that it was read from. */
export type ProjectRow = {
  project_id: string;
  name: string;
  recipient_name: string;
  guide_year: number;
  area_id: string | null;
  category_id: string;
  variant_id: string | null;
  place_adcode: string;
  city_adcode: string;
  county_adcode: string | null;
  reports_directly: boolean;
  cluster_key: string;
  stage: string;
  status: string;
  requested_fen: number | null;
  ceiling_fen: number | null;
  investment_fen: number | null;
  awarded_on: string | null;
  award_fen: number | null;
  paid_fen: number;
  unpaid_fen: number | null;
  recovered_fen: number;
  /** What the row adds to the figure it was asked for (to a ratio: to its part); null where it states none. */
  contribution: number | null;
  source_file_id: string;
  file_name: string | null;
  source_sheet: string | null;
  source_row: number | null;
};

/** Columns that lists can be sorted by; Chinese names sort by pinyin only in the page, by a collator. */
export const projectSortKeys = [
  'project_id',
  'category_id',
  'place_adcode',
  'cluster_key',
  'stage',
  'requested_fen',
  'ceiling_fen',
  'investment_fen',
  'awarded_on',
  'award_fen',
  'paid_fen',
  'unpaid_fen',
  'recovered_fen',
  'contribution',
] as const;
export type ProjectSortKey = (typeof projectSortKeys)[number];

export interface ProjectRowsRequest {
  source: FactSource;
  scope: Scope;
  /** The figure whose rows are meant; null gives every project in scope. */
  measure: Measure | null;
  sort: { by: ProjectSortKey; descending: boolean };
  limit: number;
  offset: number;
}

function behind(source: FactSource, scope: Scope, measure: Measure | null): Fragment {
  const every = { where: measure === null ? 'TRUE' : 'FALSE', contribution: 'NULL' };
  const { where, contribution } = measure?.rowsBehind ?? every;
  return sql`WITH ${scopedFacts(source, scope)},
behind AS (
  SELECT scoped.*, CAST(${raw(contribution)} AS BIGINT) AS contribution
  FROM scoped
  WHERE ${raw(where)}
)`;
}

/** The projects behind a figure, each with what it adds, sorted and cut to a page. */
export function projectRows(request: ProjectRowsRequest): Statement {
  const { source, scope, measure, sort, limit, offset } = request;
  if (!projectSortKeys.includes(sort.by)) throw new Error(`cannot sort projects by ${sort.by}`);
  const order = `b.${sort.by} ${sort.descending ? 'DESC' : 'ASC'} NULLS LAST, b.project_id`;
  return sql`${behind(source, scope, measure)}
SELECT b.project_id, p.name, p.recipient_name, b.guide_year, b.area_id, b.category_id, b.variant_id,
  b.place_adcode, p.city_adcode, b.county_adcode, b.reports_directly, b.cluster_key, b.stage, b.status,
  b.requested_fen, b.ceiling_fen, b.investment_fen, b.awarded_on, b.award_fen, b.paid_fen, b.unpaid_fen,
  b.recovered_fen, b.contribution, p.source_file_id, o.name AS file_name, p.source_sheet, p.source_row
FROM behind AS b
JOIN project AS p ON p.project_id = b.project_id
LEFT JOIN source_file AS o ON o.file_id = p.source_file_id
ORDER BY ${raw(order)}
LIMIT ${limit} OFFSET ${offset}`;
}

/** How many projects stand behind a figure, and what they add up to: one row `row_count`, `contributed`. */
export const projectRowsTotal = (
  source: FactSource,
  scope: Scope,
  measure: Measure | null,
): Statement => sql`${behind(source, scope, measure)}
SELECT COUNT(*) AS row_count, CAST(SUM(contribution) AS BIGINT) AS contributed FROM behind`;
