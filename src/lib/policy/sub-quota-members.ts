import type { Category, SubQuota } from './rulebook';

export type SubQuotaState = 'in' | 'out' | 'undetermined';

/** What membership is decided by; null where the library does not say. */
export interface MembershipFacts {
  variantId: string | null;
  clusterId: string | null;
  /** False says that the project belongs to no cluster at all. */
  inCluster: boolean | null;
}

function byVariant(part: SubQuota, facts: MembershipFacts): SubQuotaState {
  if (part.variantIds.length === 0) return 'out';
  if (facts.variantId === null) return 'undetermined';
  return part.variantIds.includes(facts.variantId) ? 'in' : 'out';
}

function byCluster(part: SubQuota, facts: MembershipFacts): SubQuotaState {
  if (part.clusterIds.length === 0) return 'out';
  if (facts.clusterId !== null) return part.clusterIds.includes(facts.clusterId) ? 'in' : 'out';
  return facts.inCluster === false ? 'out' : 'undetermined';
}

/** Whether a project counts for a part of its category's quota: by its type or its cluster, either will do. */
export function subQuotaState(part: SubQuota, facts: MembershipFacts): SubQuotaState {
  if (part.variantIds.length === 0 && part.clusterIds.length === 0) return 'undetermined';
  const states = [byVariant(part, facts), byCluster(part, facts)];
  if (states.includes('in')) return 'in';
  return states.includes('undetermined') ? 'undetermined' : 'out';
}

/** The state of a project for every sub-quota of its category, in the category's order. */
export const subQuotaStates = (
  category: Category,
  facts: MembershipFacts,
): { subQuotaId: string; state: SubQuotaState }[] =>
  category.subQuotas.map((part) => ({ subQuotaId: part.id, state: subQuotaState(part, facts) }));
