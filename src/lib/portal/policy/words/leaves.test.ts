import { expect, test } from 'vitest';
import type { Condition, Test } from '$lib/policy/conditions/condition';
import { appliesTo, factsOf, leavesOf } from './leaves';

const holds = (fact: string): Test => ({ kind: 'holds', fact });
const types: Test = { kind: 'one_of', fact: 'variant', options: ['node'] };
const condition = (when: Test | null, asked: Test): Condition => ({
  id: 'one',
  kind: 'requirement',
  name: { zh: '一', en: 'One' },
  when,
  test: asked,
  inPrinciple: false,
  source: { document: 'd', section: '一', words: '一' },
});

test('a nested test falls into its leaves, in their order', () => {
  const nested: Test = {
    kind: 'any',
    tests: [holds('a'), { kind: 'all', tests: [{ kind: 'not', test: holds('b') }, holds('c')] }],
  };
  expect(leavesOf(nested)).toEqual([holds('a'), holds('b'), holds('c')]);
});

test('a condition asks for each fact once, also where it applies', () => {
  const share: Test = { kind: 'share', part: 'a', whole: 'b', bounds: [] };
  expect(factsOf(condition(types, { kind: 'all', tests: [share, holds('a')] }))).toEqual([
    'variant',
    'a',
    'b',
  ]);
});

test('types are told from what else a condition applies under', () => {
  expect(appliesTo(condition(null, holds('a')))).toEqual({ variantIds: null, under: null });
  expect(appliesTo(condition(types, holds('a')))).toEqual({ variantIds: ['node'], under: null });
  expect(appliesTo(condition(holds('b'), holds('a')))).toEqual({ variantIds: null, under: holds('b') });
  const both = condition({ kind: 'all', tests: [types, holds('b')] }, holds('a'));
  expect(appliesTo(both)).toEqual({ variantIds: ['node'], under: holds('b') });
});
