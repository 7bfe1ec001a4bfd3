import type { IsoDate } from '$lib/domain/calendar';
import type { Fragment } from '../sql/fragment';
import { sql } from '../sql/fragment';
import type { FactSource } from '../sql/scoped';
import { scopedFacts } from '../sql/scoped';
import type { Scope } from '../scope';

/** An awarded project of the scope as it stood on the as-of day. */
export type AwardedRow = {
  project_id: string;
  name: string;
  recipient_name: string;
  guide_year: number;
  area_id: string | null;
  category_id: string;
  variant_id: string | null;
  place_adcode: string;
  cluster_key: string;
  awarded_on: string | null;
  award_fen: number | null;
  paid_fen: number;
  start_date: string | null;
  end_date: string | null;
  is_terminated: boolean;
};

/** Awarded projects in scope, in the order of their numbers. */
export const awardedRows = (
  source: FactSource,
  scope: Scope,
): Fragment => sql`WITH ${scopedFacts(source, scope)}
SELECT b.project_id, p.name, p.recipient_name, b.guide_year, b.area_id, b.category_id, b.variant_id, b.place_adcode,
  b.cluster_key, b.awarded_on, b.award_fen, b.paid_fen, p.start_date, p.end_date, b.is_terminated
FROM scoped AS b
JOIN project AS p ON p.project_id = b.project_id
WHERE b.is_awarded
ORDER BY b.project_id`;

/** The latest report of a cell by the as-of day, beside its target; one side may be missing. */
export type ReportedRow = {
  project_id: string;
  guide_year: number;
  form_id: string;
  indicator_key: string;
  own_name: string | null;
  own_unit: string | null;
  target_number: number | null;
  target_text: string | null;
  actual_number: number | null;
  actual_text: string | null;
  period_end: string | null;
};

/** The same, with what was the latest report on an earlier day. */
export type GoalRow = ReportedRow & {
  before_number: number | null;
  before_text: string | null;
  before_end: string | null;
};

/**
 * Targets of awarded projects in scope with the latest actual value that was reported for a period that ended by the
 * as-of day, and by an earlier day. A cell that was reported blank does not hide an earlier value.
 */
export const goalRows = (
  source: FactSource,
  scope: Scope,
  before: IsoDate,
): Fragment => sql`WITH ${scopedFacts(source, scope)},
wanted AS (SELECT b.project_id FROM scoped AS b WHERE b.is_awarded),
latest AS (
  SELECT g.project_id, g.guide_year, g.form_id, g.indicator_key, MAX(g.period_end) AS period_end,
    MAX(CASE WHEN g.period_end <= CAST(${before} AS DATE) THEN g.period_end END) AS before_end
  FROM progress AS g
  JOIN wanted AS w ON w.project_id = g.project_id
  WHERE g.period_end <= CAST(${scope.asOf} AS DATE) AND (g.actual_number IS NOT NULL OR g.actual_text IS NOT NULL)
  GROUP BY g.project_id, g.guide_year, g.form_id, g.indicator_key
)
SELECT t.project_id, t.guide_year, t.form_id, t.indicator_key, t.own_name, t.own_unit, t.target_number, t.target_text,
  g.actual_number, g.actual_text, g.period_end,
  e.actual_number AS before_number, e.actual_text AS before_text, e.period_end AS before_end
FROM target AS t
JOIN wanted AS w ON w.project_id = t.project_id
LEFT JOIN latest AS l ON l.project_id = t.project_id AND l.guide_year = t.guide_year AND l.form_id = t.form_id
  AND l.indicator_key = t.indicator_key
LEFT JOIN progress AS g ON g.project_id = l.project_id AND g.guide_year = l.guide_year AND g.form_id = l.form_id
  AND g.indicator_key = l.indicator_key AND g.period_end = l.period_end
LEFT JOIN progress AS e ON e.project_id = l.project_id AND e.guide_year = l.guide_year AND e.form_id = l.form_id
  AND e.indicator_key = l.indicator_key AND e.period_end = l.before_end
ORDER BY t.project_id, t.form_id, t.indicator_key`;

/** Groups that projects of the scope ticked on their forms. */
export type TickedRow = { project_id: string; guide_year: number; form_id: string; group_ids: string | null };

export const tickedRows = (
  source: FactSource,
  scope: Scope,
): Fragment => sql`WITH ${scopedFacts(source, scope)}
SELECT f.project_id, f.guide_year, f.form_id, f.group_ids
FROM target_form AS f
JOIN scoped AS b ON b.project_id = f.project_id
WHERE b.is_awarded
ORDER BY f.project_id, f.form_id`;

/** One report of a cell. */
export type HistoryRow = {
  project_id: string;
  period_end: string;
  actual_number: number | null;
  actual_text: string | null;
};

/** All reports of one cell by the as-of day, project by project, oldest first; values are cumulative and never added. */
export const historyRows = (
  source: FactSource,
  scope: Scope,
  { formId, key }: { formId: string; key: string },
): Fragment => sql`WITH ${scopedFacts(source, scope)}
SELECT g.project_id, g.period_end, g.actual_number, g.actual_text
FROM progress AS g
JOIN scoped AS b ON b.project_id = g.project_id
WHERE b.is_awarded AND g.form_id = ${formId} AND g.indicator_key = ${key}
  AND g.period_end <= CAST(${scope.asOf} AS DATE) AND (g.actual_number IS NOT NULL OR g.actual_text IS NOT NULL)
ORDER BY g.project_id, g.period_end`;
