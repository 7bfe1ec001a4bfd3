import type { Scope } from '../scope';
import type { Fragment } from '../sql/fragment';
import { raw, sql } from '../sql/fragment';
import type { FactSource } from '../sql/scoped';
import { scopedFacts } from '../sql/scoped';
import type { Quarter } from './quarters';

/**
 * Money that moved in a quarter: an award; a payment (a correction is negative); a release, what a terminated project will
 * no longer be paid; a plan, what the tranches of awarded projects set down, also beyond the as-of day.
 */
export type MoneyHistoryRow = {
  kind: 'award' | 'payment' | 'release' | 'plan';
  guide_year: number;
  category_id: string;
  /** The quarter in which the projects were awarded; of money paid without an award, the quarter of the payment. */
  cohort: Quarter;
  quarter: Quarter;
  amount_fen: number;
};

/** The number of the quarter that a day lies in, as `quarterOf` counts. */
const quarterOfDay = (day: string): Fragment =>
  raw(`CAST(EXTRACT(YEAR FROM ${day}) * 4 + EXTRACT(QUARTER FROM ${day}) - 1 AS INTEGER)`);

/** Awards, payments, releases and plans of the projects in scope, added up by category, cohort and quarter. */
export const moneyHistory = (
  source: FactSource,
  scope: Scope,
): Fragment => sql`WITH ${scopedFacts(source, scope)},
moves AS (
  SELECT 'award' AS kind, b.guide_year, b.category_id, b.awarded_on, b.awarded_on AS moved_on, b.award_fen AS amount_fen
  FROM scoped AS b
  WHERE b.is_awarded
  UNION ALL
  SELECT 'release', b.guide_year, b.category_id, b.awarded_on,
    COALESCE(b.terminated_on, CAST(${scope.asOf} AS DATE)), b.award_fen - b.paid_fen
  FROM scoped AS b
  WHERE b.is_awarded AND b.is_terminated
  UNION ALL
  SELECT 'payment', b.guide_year, b.category_id, COALESCE(b.awarded_on, d.paid_on), d.paid_on, d.paid_fen
  FROM scoped AS b
  JOIN disbursement AS d ON d.project_id = b.project_id
  WHERE d.paid_on <= CAST(${scope.asOf} AS DATE)
  UNION ALL
  SELECT 'plan', b.guide_year, b.category_id, b.awarded_on, t.planned_on, t.planned_fen
  FROM scoped AS b
  JOIN tranche AS t ON t.project_id = b.project_id
  WHERE b.is_awarded AND (NOT b.is_terminated OR t.planned_on <= b.terminated_on)
)
SELECT m.kind, m.guide_year, m.category_id,
  ${quarterOfDay('m.awarded_on')} AS cohort,
  ${quarterOfDay('m.moved_on')} AS quarter,
  CAST(SUM(m.amount_fen) AS BIGINT) AS amount_fen
FROM moves AS m
WHERE m.moved_on IS NOT NULL AND m.amount_fen IS NOT NULL
GROUP BY 1, 2, 3, 4, 5
ORDER BY 2, 3, 4, 5, 1`;
