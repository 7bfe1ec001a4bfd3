import type { IsoDate } from '$lib/domain/calendar';
import type { Scope } from '../scope';
import type { Fragment } from '../sql/fragment';
import { raw, sql } from '../sql/fragment';
import type { FactSource } from '../sql/scoped';
import { scopedFacts } from '../sql/scoped';

/** An awarded project of the scope that was not terminated, with the days that its deadlines count from. */
export type OwingRow = {
  project_id: string;
  name: string;
  recipient_name: string;
  guide_year: number;
  category_id: string;
  variant_id: string | null;
  place_adcode: string;
  award_fen: number | null;
  awarded_on: string;
  start_date: string | null;
  end_date: string | null;
  accepted_on: string | null;
};

const day = (asOf: IsoDate): Fragment => sql`CAST(${asOf} AS DATE)`;

/** Of one project only, whatever the filters, or of all that they let through. */
const owing = (
  source: FactSource,
  scope: Scope,
  projectId: string | null,
): Fragment => sql`${scopedFacts(source, scope)},
owing AS (
  SELECT b.project_id, b.guide_year, b.category_id, b.variant_id, b.place_adcode, b.award_fen, b.awarded_on
  FROM ${projectId === null ? raw('scoped') : raw('facts')} AS b
  WHERE b.fact = 'project' AND b.is_awarded AND NOT b.is_terminated
    AND ${projectId === null ? raw('TRUE') : sql`b.project_id = ${projectId}`}
)`;

/** Projects in the order of their numbers. */
export const owingRows = (
  source: FactSource,
  scope: Scope,
  projectId: string | null = null,
): Fragment => sql`WITH ${owing(source, scope, projectId)}
SELECT b.project_id, p.name, p.recipient_name, b.guide_year, b.category_id, b.variant_id, b.place_adcode, b.award_fen,
  b.awarded_on, p.start_date, p.end_date,
  CASE WHEN p.accepted_on <= ${day(scope.asOf)} THEN p.accepted_on END AS accepted_on
FROM owing AS b
JOIN project AS p ON p.project_id = b.project_id
ORDER BY b.project_id`;

/** A quarter that a project reported for: at least one value. */
export type ReportedRow = { project_id: string; period_end: string };

export const reportedRows = (
  source: FactSource,
  scope: Scope,
  projectId: string | null = null,
): Fragment => sql`WITH ${owing(source, scope, projectId)}
SELECT DISTINCT g.project_id, g.period_end
FROM progress AS g
JOIN owing AS b ON b.project_id = g.project_id
WHERE g.period_end <= ${day(scope.asOf)} AND (g.actual_number IS NOT NULL OR g.actual_text IS NOT NULL)
ORDER BY g.project_id, g.period_end`;

/** A planned payment with what was paid of it by the day; null where nothing was. */
export type PlanRow = {
  project_id: string;
  sequence: number;
  planned_on: string;
  planned_fen: number;
  paid_fen: number | null;
  paid_on: string | null;
};

const payments = (asOf: IsoDate): Fragment => sql`paid AS (
  SELECT d.project_id, d.sequence, CAST(SUM(d.paid_fen) AS BIGINT) AS paid_fen, MAX(d.paid_on) AS paid_on
  FROM disbursement AS d
  WHERE d.paid_on <= ${day(asOf)}
  GROUP BY d.project_id, d.sequence
)`;

export const planRows = (
  source: FactSource,
  scope: Scope,
  projectId: string | null = null,
): Fragment => sql`WITH ${owing(source, scope, projectId)}, ${payments(scope.asOf)}
SELECT t.project_id, t.sequence, t.planned_on, t.planned_fen, m.paid_fen, m.paid_on
FROM tranche AS t
JOIN owing AS b ON b.project_id = t.project_id
LEFT JOIN paid AS m ON m.project_id = t.project_id AND m.sequence = t.sequence
ORDER BY t.project_id, t.sequence`;

/** What was paid by the day, by payment: for projects without a plan on record. */
export type PaidRow = { project_id: string; sequence: number; paid_fen: number; paid_on: string };

export const paidRows = (
  source: FactSource,
  scope: Scope,
  projectId: string | null = null,
): Fragment => sql`WITH ${owing(source, scope, projectId)}, ${payments(scope.asOf)}
SELECT m.project_id, m.sequence, m.paid_fen, m.paid_on
FROM paid AS m
JOIN owing AS b ON b.project_id = m.project_id
ORDER BY m.project_id, m.sequence`;

/** Checks by the day that did not pass; the latest stands last. */
export type CheckRow = { project_id: string; result: string };

export const failedChecks = (
  source: FactSource,
  scope: Scope,
  projectId: string | null = null,
): Fragment => sql`WITH ${owing(source, scope, projectId)}
SELECT a.project_id, a.result
FROM acceptance AS a
JOIN owing AS b ON b.project_id = a.project_id
WHERE a.accepted_on <= ${day(scope.asOf)} AND a.result IN ('deferred', 'failed')
ORDER BY a.project_id, a.accepted_on`;
