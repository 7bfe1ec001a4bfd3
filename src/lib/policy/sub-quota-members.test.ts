import { describe, expect, test } from 'vitest';
import { categoryById } from './look-up';
import { readRulebook } from './read-rules';
import { subQuotaState, subQuotaStates, type MembershipFacts } from './sub-quota-members';

const rulebook = readRulebook();
const nothingKnown: MembershipFacts = { variantId: null, clusterId: null, inCluster: null };

const statesOf = (slug: string, facts: Partial<MembershipFacts>) => {
  const category = categoryById(rulebook, `guides/2023/${slug}`);
  if (!category) throw new Error(`no item ${slug}`);
  return subQuotaStates(category, { ...nothingKnown, ...facts }).map((one) => one.state);
};

describe('parts told by cluster', () => {
  test('biomedicine and medical devices count, other clusters do not', () => {
    expect(statesOf('specialised-sme', { clusterId: 'biomedicine' })).toEqual(['in']);
    expect(statesOf('specialised-sme', { clusterId: 'medical-devices' })).toEqual(['in']);
    expect(statesOf('specialised-sme', { clusterId: 'green-food' })).toEqual(['out']);
  });

  test('no cluster at all is out, an unnamed cluster and silence are undetermined', () => {
    expect(statesOf('mergers-acquisitions', { inCluster: false })).toEqual(['out']);
    expect(statesOf('mergers-acquisitions', { inCluster: true })).toEqual(['undetermined']);
    expect(statesOf('mergers-acquisitions', {})).toEqual(['undetermined']);
  });
});

describe('parts told by type', () => {
  test('a type is in its own part and out of the other', () => {
    expect(statesOf('identifier-resolution', { variantId: 'secondary-node' })).toEqual(['in', 'out']);
    expect(statesOf('information-consumption', { variantId: 'public-service-platform' })).toEqual([
      'out',
      'in',
    ]);
  });

  test('without a type both are undetermined, whatever the cluster', () => {
    expect(statesOf('leading-software-firms', { clusterId: 'core-software' })).toEqual([
      'undetermined',
      'undetermined',
    ]);
  });
});

test('a category may have one part by type and one by cluster', () => {
  const facts = { variantId: 'disaster-and-safety', clusterId: 'biomedicine' };
  expect(statesOf('core-technology-engineering', facts)).toEqual(['in', 'in']);
  expect(statesOf('core-technology-engineering', { variantId: 'other-direction', inCluster: false })).toEqual(
    ['out', 'out'],
  );
});

test('a part told by both is in by either, and one told by nothing is undetermined', () => {
  const source = { document: 'd', section: 's', words: '不超过1个' };
  const name = { zh: '分项', en: 'Part' };
  const both = {
    id: 'a/b',
    name,
    bound: 'max' as const,
    amount: 1,
    source,
    variantIds: ['v'],
    clusterIds: ['c'],
  };
  expect(subQuotaState(both, { variantId: 'x', clusterId: 'c', inCluster: true })).toBe('in');
  expect(subQuotaState(both, { variantId: null, clusterId: 'x', inCluster: true })).toBe('undetermined');
  expect(subQuotaState({ ...both, variantIds: [], clusterIds: [] }, nothingKnown)).toBe('undetermined');
});
