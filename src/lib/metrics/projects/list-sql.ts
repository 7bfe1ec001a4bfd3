import type { Fragment } from '../sql/fragment';
import { raw, sql } from '../sql/fragment';
import type { FactSource } from '../sql/scoped';
import { scopedFacts } from '../sql/scoped';
import type { Scope } from '../scope';

/** A project of the list as it stood at the end of the as-of day; later events are not known yet (null). */
export type ListedProject = {
  project_id: string;
  name: string;
  recipient_name: string;
  recipient_code: string | null;
  industry: string | null;
  guide_year: number;
  category_id: string;
  variant_id: string | null;
  place_adcode: string;
  county_adcode: string | null;
  cluster_key: string;
  stage: string;
  investment_fen: number | null;
  requested_fen: number | null;
  ceiling_fen: number | null;
  award_fen: number | null;
  /** Null while nothing can have been paid: before the award. */
  paid_fen: number | null;
  unpaid_fen: number | null;
  recovered_fen: number | null;
  submitted_on: string | null;
  start_date: string | null;
  end_date: string | null;
  awarded_on: string | null;
  accepted_on: string | null;
  terminated_on: string | null;
  file_name: string;
  source_sheet: string | null;
  source_row: number | null;
};

export interface ListRequest {
  source: FactSource;
  scope: Scope;
  /** The last project of the part before; empty for the first part. */
  after: string;
  limit: number;
}

const paidSql = 'CASE WHEN b.is_awarded OR b.paid_fen <> 0 THEN b.paid_fen END AS paid_fen';
const recoveredSql = 'CASE WHEN b.recovered_fen <> 0 THEN b.recovered_fen END AS recovered_fen';

/**
 * A part of the list, in the order of project numbers: a library is asked for in parts, so that the page stays
 * alive between them. Applications handed in after the as-of day are left out.
 */
export const listRows = ({
  source,
  scope,
  after,
  limit,
}: ListRequest): Fragment => sql`WITH ${scopedFacts(source, scope)}
SELECT b.project_id, p.name, p.recipient_name, p.recipient_code, p.industry, b.guide_year, b.category_id, b.variant_id,
  b.place_adcode, b.county_adcode, b.cluster_key, b.stage, b.investment_fen, b.requested_fen, b.ceiling_fen,
  b.award_fen, ${raw(paidSql)}, b.unpaid_fen, ${raw(recoveredSql)}, p.submitted_on, p.start_date, p.end_date,
  b.awarded_on, CASE WHEN p.accepted_on <= CAST(${scope.asOf} AS DATE) THEN p.accepted_on END AS accepted_on,
  b.terminated_on, COALESCE(o.name, p.source_file_id) AS file_name, p.source_sheet, p.source_row
FROM scoped AS b
JOIN project AS p ON p.project_id = b.project_id
LEFT JOIN source_file AS o ON o.file_id = p.source_file_id
WHERE b.is_application AND b.project_id > ${after}
ORDER BY b.project_id
LIMIT ${limit}`;
