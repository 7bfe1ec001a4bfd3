import type { Scope } from '../scope';
import type { Fragment } from '../sql/fragment';
import { sql } from '../sql/fragment';
import type { FactSource } from '../sql/scoped';
import { scopedFacts } from '../sql/scoped';

/** One number that was reported for an indicator with a target, oldest first within its project and indicator. */
export type IndicatorHistoryRow = {
  project_id: string;
  guide_year: number;
  category_id: string;
  form_id: string;
  indicator_key: string;
  own_name: string | null;
  own_unit: string | null;
  target_number: number;
  start_date: string | null;
  end_date: string | null;
  period_end: string | null;
  actual_number: number | null;
};

/**
 * Numbers reported by the as-of day for awarded projects of the scope, beside their targets; an indicator that was never
 * reported has one row without a number. Of very many projects the first by number are taken.
 */
export const indicatorHistory = (
  source: FactSource,
  scope: Scope,
  mostProjects: number,
): Fragment => sql`WITH ${scopedFacts(source, scope)},
wanted AS (
  SELECT b.project_id, b.category_id, p.start_date, p.end_date
  FROM scoped AS b
  JOIN project AS p ON p.project_id = b.project_id
  WHERE b.is_awarded AND NOT b.is_terminated
  ORDER BY b.project_id
  LIMIT ${mostProjects}
)
SELECT t.project_id, t.guide_year, w.category_id, t.form_id, t.indicator_key, t.own_name, t.own_unit, t.target_number, w.start_date,
  w.end_date, g.period_end, g.actual_number
FROM target AS t
JOIN wanted AS w ON w.project_id = t.project_id
LEFT JOIN progress AS g ON g.project_id = t.project_id AND g.guide_year = t.guide_year AND g.form_id = t.form_id
  AND g.indicator_key = t.indicator_key AND g.actual_number IS NOT NULL AND g.period_end <= CAST(${scope.asOf} AS DATE)
WHERE t.target_number IS NOT NULL
ORDER BY t.project_id, t.form_id, t.indicator_key, g.period_end`;
