import type { Statement } from '$lib/warehouse/engine';
import type { Scope } from '../scope';
import { raw, sql } from './fragment';
import type { FactSource } from './scoped';
import { hasState, scopedFacts } from './scoped';

/** A row of `subQuotaUse`: how many projects in scope count for a part of a quota, or may count. */
export type SubQuotaUseRow = {
  category_id: string;
  sub_quota_id: string;
  awards: number;
  awards_undetermined: number;
  applications: number;
  applications_undetermined: number;
};

const counted = (flag: string, membership: string, name: string): string =>
  `COUNT(CASE WHEN s.${flag} AND ${membership} THEN 1 END) AS ${name}`;

const counts = [
  counted('is_awarded', hasState('m', 'in'), 'awards'),
  counted('is_awarded', hasState('m', 'undetermined'), 'awards_undetermined'),
  counted('is_application', hasState('m', 'in'), 'applications'),
  counted('is_application', hasState('m', 'undetermined'), 'applications_undetermined'),
].join(',\n  ');

/**
 * Awards and applications that count for a sub-quota, and those that lack the fact to tell; a sub-quota that no
 * project in scope touches has no row. Ids of sub-quotas repeat from guide to guide: the category tells them apart.
 */
export const subQuotaUse = (
  source: FactSource,
  scope: Scope,
): Statement => sql`WITH ${scopedFacts(source, scope)}
SELECT s.category_id, m.sub_quota_id,
  ${raw(counts)}
FROM sub_quota_member AS m
JOIN scoped AS s ON s.project_id = m.project_id
GROUP BY s.category_id, m.sub_quota_id`;
