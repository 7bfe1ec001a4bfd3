import type { Row } from '$lib/domain/tables';
import { subQuotaStates } from '$lib/policy/sub-quota-members';
import type { Draft } from './drafts';

/** The sub-quotas that a project counts for by the rules, and those for which a fact is missing. */
export function subQuotaRows(
  projectId: string,
  { category, variantId, place }: Draft,
): Row<'sub_quota_member'>[] {
  const facts = { variantId, clusterId: place.clusterId, inCluster: place.clusterId !== null };
  return subQuotaStates(category, facts)
    .filter(({ state }) => state !== 'out')
    .map(({ subQuotaId, state }) => ({ project_id: projectId, sub_quota_id: subQuotaId, state }));
}
