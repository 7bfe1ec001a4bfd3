import type { IsoDate } from '$lib/domain/calendar';
import { noCluster, unknownCluster } from '../filter-defaults';
import type { FactKind } from '../measures/measure';
import type { Fragment } from './fragment';
import { joined, raw, sql } from './fragment';

/** A column of the facts: its SQL for each kind of fact; a kind that is left out has no value there. */
interface FactColumn {
  type: 'VARCHAR' | 'INTEGER' | 'BIGINT' | 'BOOLEAN' | 'DATE';
  project?: string;
  category?: string;
  region?: string;
}

const ofProject = (type: FactColumn['type'], project: string): FactColumn => ({ type, project });

const columns: Record<string, FactColumn> = {
  fact: { type: 'VARCHAR', project: "'project'", category: "'category'", region: "'region'" },
  project_id: ofProject('VARCHAR', 's.project_id'),
  guide_year: { type: 'INTEGER', project: 's.guide_year', category: 'c.guide_year' },
  area_id: { type: 'VARCHAR', project: 's.area_id', category: 'c.area_id' },
  category_id: { type: 'VARCHAR', project: 's.category_id', category: 'c.category_id' },
  variant_id: ofProject('VARCHAR', 's.variant_id'),
  place_adcode: ofProject('VARCHAR', 's.place_adcode'),
  prefecture_adcode: { type: 'VARCHAR', project: 's.city_adcode', region: 'g.adcode' },
  county_adcode: ofProject('VARCHAR', 's.county_adcode'),
  reports_directly: ofProject('BOOLEAN', 's.reports_directly'),
  region_group: { type: 'VARCHAR', project: 's.region_group', region: 'g.region_group' },
  cluster_key: ofProject('VARCHAR', 's.cluster_key'),
  stage: ofProject('VARCHAR', 's.stage'),
  status: ofProject('VARCHAR', 's.status'),
  award_quarter: ofProject('VARCHAR', 's.award_quarter'),
  has_quota: ofProject('BOOLEAN', 's.has_quota'),
  has_appropriation: ofProject('BOOLEAN', 's.has_appropriation'),
  is_application: ofProject('BOOLEAN', 's.is_application'),
  is_awarded: ofProject('BOOLEAN', 's.is_awarded'),
  is_terminated: ofProject('BOOLEAN', 's.is_terminated'),
  awarded_on: ofProject('DATE', 'CASE WHEN s.is_awarded THEN s.awarded_on END'),
  terminated_on: ofProject('DATE', 'CASE WHEN s.is_terminated THEN s.terminated_on END'),
  requested_fen: ofProject('BIGINT', 's.requested_fen'),
  ceiling_fen: ofProject('BIGINT', 's.ceiling_fen'),
  investment_fen: ofProject('BIGINT', 's.total_investment_fen'),
  award_fen: ofProject('BIGINT', 'CASE WHEN s.is_awarded THEN s.award_fen END'),
  paid_fen: ofProject('BIGINT', 's.paid_fen'),
  first_paid_fen: ofProject('BIGINT', 's.first_paid_fen'),
  unpaid_fen: ofProject(
    'BIGINT',
    'CASE WHEN NOT s.is_awarded THEN NULL WHEN s.is_terminated THEN 0 ELSE s.award_fen - s.paid_fen END',
  ),
  recovered_fen: ofProject('BIGINT', 's.recovered_fen'),
  quota: { type: 'BIGINT', category: 'c.quota' },
  appropriation_fen: { type: 'BIGINT', category: 'b.appropriation_fen' },
  gdp_fen: { type: 'BIGINT', region: 'g.gdp_fen' },
  population: { type: 'BIGINT', region: 'g.population' },
};

const origins: Record<FactKind, string> = {
  project: 'staged AS s',
  category:
    'category AS c LEFT JOIN budgets AS b ON b.category_id = c.category_id AND b.guide_year = c.guide_year',
  region: "region AS g WHERE g.level = 'city'",
};

function branch(kind: FactKind): Fragment {
  const selected = Object.entries(columns).map(
    ([name, column]) => `CAST(${column[kind] ?? 'NULL'} AS ${column.type}) AS ${name}`,
  );
  return raw(`SELECT ${selected.join(', ')}\n  FROM ${origins[kind]}`);
}

const ledgers = raw(`
payments AS (
  SELECT d.project_id,
    CAST(SUM(d.paid_fen) AS BIGINT) AS paid_fen,
    CAST(SUM(CASE WHEN d.sequence = 1 THEN d.paid_fen ELSE 0 END) AS BIGINT) AS first_paid_fen
  FROM disbursement AS d CROSS JOIN moment
  WHERE d.paid_on <= moment.as_of
  GROUP BY d.project_id
),
recoveries AS (
  SELECT r.project_id, CAST(SUM(r.recovered_fen) AS BIGINT) AS recovered_fen
  FROM recovery AS r CROSS JOIN moment
  WHERE r.recovered_on <= moment.as_of
  GROUP BY r.project_id
),
budgets AS (
  SELECT a.guide_year, a.category_id, CAST(SUM(a.amount_fen) AS BIGINT) AS appropriation_fen
  FROM appropriation AS a
  GROUP BY a.guide_year, a.category_id
)`);

// A termination without a date still ends the obligation: the record says that it happened.
const projectsThen = raw(`
dated AS (
  SELECT p.*,
    c.area_id,
    c.quota IS NOT NULL AS has_quota,
    b.category_id IS NOT NULL AS has_appropriation,
    CASE WHEN p.reports_directly THEN COALESCE(p.county_adcode, p.city_adcode) ELSE p.city_adcode END AS place_adcode,
    g.region_group,
    CASE
      WHEN p.cluster_id IS NOT NULL THEN p.cluster_id
      WHEN p.in_cluster = FALSE THEN '${noCluster}'
      ELSE '${unknownCluster}'
    END AS cluster_key,
    p.submitted_on IS NULL OR p.submitted_on <= moment.as_of AS is_application,
    COALESCE(p.awarded_on <= moment.as_of, FALSE) AS is_awarded,
    COALESCE(p.terminated_on <= moment.as_of, p.status IN ('terminated', 'recovered')) AS is_terminated,
    COALESCE(p.accepted_on <= moment.as_of, FALSE) AS is_accepted,
    COALESCE(m.paid_fen, 0) AS paid_fen,
    COALESCE(m.first_paid_fen, 0) AS first_paid_fen,
    COALESCE(k.recovered_fen, 0) AS recovered_fen
  FROM project AS p
  CROSS JOIN moment
  LEFT JOIN category AS c ON c.category_id = p.category_id
  LEFT JOIN budgets AS b ON b.category_id = p.category_id AND b.guide_year = p.guide_year
  LEFT JOIN region AS g ON g.adcode = p.city_adcode
  LEFT JOIN payments AS m ON m.project_id = p.project_id
  LEFT JOIN recoveries AS k ON k.project_id = p.project_id
),
staged AS (
  SELECT dated.*,
    CASE
      WHEN is_terminated AND is_awarded THEN 'terminated'
      WHEN is_awarded AND is_accepted THEN 'accepted'
      WHEN is_awarded AND paid_fen <> 0 THEN 'paid'
      WHEN is_awarded THEN 'awarded'
      WHEN status IN ('rejected', 'withdrawn', 'terminated', 'recovered') THEN 'dropped'
      ELSE 'applied'
    END AS stage,
    CASE WHEN is_awarded
      THEN CAST(EXTRACT(YEAR FROM awarded_on) AS VARCHAR) || 'Q' || CAST(EXTRACT(QUARTER FROM awarded_on) AS VARCHAR)
    END AS award_quarter
  FROM dated
)`);

/**
 * Common table expressions, without WITH, up to `facts`: how things stood at the end of a day. One row a
 * project (what was awarded, paid and recovered by then, where it belongs, its stage), one a category (its
 * quota and its appropriation), one a prefecture (its statistics), so that one GROUP BY answers measures of
 * all three.
 */
export const factsAt = (
  asOf: IsoDate,
): Fragment => sql`moment AS (SELECT CAST(${asOf} AS DATE) AS as_of),${ledgers},${projectsThen},
facts AS (
  ${joined([branch('project'), branch('category'), branch('region')], '\n  UNION ALL\n  ')}
)`;

/** Keeps the facts of a day in a table of the session, so that a filter costs one scan and no join. */
export const keepFacts = (
  table: string,
  asOf: IsoDate,
): Fragment => sql`CREATE OR REPLACE TEMP TABLE ${raw(table)} AS
WITH ${factsAt(asOf)}
SELECT * FROM facts`;

/**
 * Keeps what happened to the projects in the facts, and what was planned: awards and payments up to the day,
 * planned tranches of awarded projects also beyond it. What was planned for after a termination is no longer
 * owed and is left out.
 */
export const keepEvents = (
  table: string,
  facts: string,
  asOf: IsoDate,
): Fragment => sql`CREATE OR REPLACE TEMP TABLE ${raw(table)} AS
SELECT f.project_id, 'award' AS kind, f.awarded_on AS happened_on, f.award_fen AS amount_fen
FROM ${raw(facts)} AS f
WHERE f.is_awarded
UNION ALL
SELECT d.project_id, 'payment', d.paid_on, d.paid_fen
FROM disbursement AS d
WHERE d.paid_on <= CAST(${asOf} AS DATE)
UNION ALL
SELECT t.project_id, 'plan', t.planned_on, t.planned_fen
FROM tranche AS t
JOIN ${raw(facts)} AS f ON f.project_id = t.project_id
WHERE f.is_awarded AND (NOT f.is_terminated OR t.planned_on <= f.terminated_on)`;

export const dropKept = (table: string): Fragment => sql`DROP TABLE IF EXISTS ${raw(table)}`;
