import { describe, expect, test } from 'vitest';
import type { Row } from '$lib/domain/tables';
import { readRulebook } from '$lib/policy/read-rules';
import { guideOf } from '$lib/policy/look-up';
import { quotaUse } from '../../src/cli/check/quota-use';
import { expandedRow } from '../policy/summary-row';

const guide = guideOf(readRulebook(), 2023);
if (!guide) throw new Error('no guide of 2023');
const limited = guide.categories.flatMap(({ id, quota }) => (quota ? [[id, quota.value] as const] : []));

const applications = (categoryId: string, count: number): Row<'project'>[] =>
  Array.from({ length: count }, (_, index) =>
    expandedRow({ project_id: `p-${index}`, category_id: categoryId }),
  );
const use = (categoryId: string, count: number) =>
  quotaUse(guide, applications(categoryId, count), []).find(({ category }) => category === categoryId);

test.each(limited)('%s: one below, at and one above its quota of %i', (id, quota) => {
  const headroom = [quota - 1, quota, quota + 1].map((count) => use(id, count)?.headroom);
  expect(headroom).toEqual([1, 0, -1]);
});

describe('parts of a quota', () => {
  const parts = guide.categories.flatMap((category) =>
    category.subQuotas.map((part) => [part.id, category.id] as const),
  );

  test.each(parts)('%s counts its members, and apart those that lack a fact', (id, categoryId) => {
    const states = ['in', 'in', 'out', 'undetermined'];
    const members = states.map((state, index) => ({ project_id: `p-${index}`, sub_quota_id: id, state }));
    const found = quotaUse(guide, applications(categoryId, states.length), members)
      .flatMap(({ subQuotas }) => subQuotas)
      .find((part) => part.id === id);
    expect([found?.projects, found?.undetermined]).toEqual([2, 1]);
  });
});

test('a category without a quota has no headroom, and says why', () => {
  const open = quotaUse(guide, [], []).filter(({ quota }) => quota === null);
  expect(open.length).toBe(guide.categories.length - limited.length);
  expect(open.every(({ headroom, noQuotaReason }) => headroom === null && noQuotaReason !== null)).toBe(true);
});
