import type { SubQuotaState } from '$lib/policy/sub-quota-members';
import type { FactKind } from '../measures/measure';
import type { Scope } from '../scope';
import type { Fragment } from './fragment';
import { allOf, joined, raw, sql } from './fragment';
import { factsAt } from './standing';

/** Tables of the session that hold the facts and the events of a day. */
export interface KeptTables {
  facts: string;
  events: string;
}

/**
 * Where the facts come from: worked out within the statement (which then stands on its own, for reading), or
 * kept in a table of the session (for speed). Both give the same rows.
 */
export type FactSource = 'computed' | KeptTables;

/** Membership of a sub-quota (`SubQuotaState` of the policy), as a condition on a row of `sub_quota_member`. */
export const hasState = (alias: string, state: SubQuotaState): string => `${alias}.state = '${state}'`;

/** Conditions on guide, area and category, which both projects and categories can meet. */
export function categoryConditions(scope: Scope, alias: string): Fragment[] {
  const column = (name: string) => raw(`${alias}.${name}`);
  const conditions: Fragment[] = [];
  if (scope.guideYear !== null) conditions.push(sql`${column('guide_year')} = ${scope.guideYear}`);
  if (scope.areaId !== null) conditions.push(sql`${column('area_id')} = ${scope.areaId}`);
  if (scope.categoryIds !== null) {
    const ids = joined(
      scope.categoryIds.map((id) => sql`${id}`),
      ', ',
    );
    const none = scope.categoryIds.length === 0;
    conditions.push(none ? raw('FALSE') : sql`${column('category_id')} IN (${ids})`);
  }
  return conditions;
}

const searched = (search: string): Fragment => sql`f.project_id IN (
      SELECT p.project_id FROM project AS p
      WHERE POSITION(LOWER(${search}) IN LOWER(
        p.name || ' ' || p.recipient_name || ' ' || COALESCE(p.recipient_code, '') || ' ' || p.project_id
      )) > 0
    )`;

const inSubQuota = (subQuotaId: string): Fragment => sql`f.project_id IN (
      SELECT m.project_id FROM sub_quota_member AS m
      WHERE m.sub_quota_id = ${subQuotaId} AND ${raw(hasState('m', 'in'))}
    )`;

function projectConditions(scope: Scope): Fragment[] {
  const conditions = [raw("f.fact = 'project'"), ...categoryConditions(scope, 'f')];
  const { subQuotaId, region, group, clusterId, stage, search } = scope;
  if (subQuotaId !== null) conditions.push(inSubQuota(subQuotaId));
  // A city's own place leaves out its direct counties; a county matches by its own code.
  if (region !== null) conditions.push(sql`(f.place_adcode = ${region} OR f.county_adcode = ${region})`);
  if (group !== null) conditions.push(sql`f.region_group = ${group}`);
  if (scope.directOnly) conditions.push(raw('f.reports_directly'));
  if (clusterId !== null) conditions.push(sql`f.cluster_key = ${clusterId}`);
  if (stage !== null) conditions.push(sql`f.stage = ${stage}`);
  if (search !== '') conditions.push(searched(search));
  return conditions;
}

function conditionsOn(kind: FactKind, scope: Scope): Fragment[] {
  if (kind === 'project') return projectConditions(scope);
  if (kind === 'category') return [raw("f.fact = 'category'"), ...categoryConditions(scope, 'f')];
  const group = scope.group === null ? [] : [sql`f.region_group = ${scope.group}`];
  return [raw("f.fact = 'region'"), ...group];
}

const onlyProjects: readonly FactKind[] = ['project'];

/** Common table expressions, without WITH, up to `scoped`: the facts of some kinds that the filters let through. */
export function scopedFacts(
  source: FactSource,
  scope: Scope,
  kinds: readonly FactKind[] = onlyProjects,
): Fragment {
  const facts =
    source === 'computed' ? factsAt(scope.asOf) : sql`facts AS (SELECT * FROM ${raw(source.facts)})`;
  const wanted = kinds.map((kind) => sql`(${allOf(conditionsOn(kind, scope))})`);
  return sql`${facts},
scoped AS (
  SELECT f.* FROM facts AS f
  WHERE ${joined(wanted, '\n    OR ')}
)`;
}
