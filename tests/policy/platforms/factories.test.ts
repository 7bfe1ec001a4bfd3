import { describe, expect, test } from 'vitest';
import { clusterGroups } from '$lib/policy/platforms/cluster-groups';
import { elementFact, reportedElements } from '$lib/policy/platforms/element-list';
import { platformFacts, ruleFactory } from '$lib/policy/platforms/platform-ruling';
import { readPlatformRules } from '$lib/policy/platforms/read-platforms';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';

const rules = readPlatformRules();
const book = readConditionBook();
const wan = 1_000_000;

const built = (factId: string, number: number | null, text: string | null = null) => ({
  factId,
  number,
  text,
});
const allBuilt = [
  built('factory_elements_shop_floor', 1, 'quality-inspection'),
  built('factory_elements_production_management', 2, 'progress-control plant-logistics'),
  built('factory_elements_business_management', 1, 'inventory'),
];
const yes = ['sound_finances_and_credit', 'factory_project_built', 'factory_input_vouchers'].map((factId) =>
  built(factId, null, 'yes'),
);
const ruled = (input: number | null, elements = allBuilt) => {
  const stored = [built('factory_total_input', input), ...yes, ...elements];
  return ruleFactory(rules, platformFacts(book.facts, stored, true), stored);
};

describe('a benchmark factory', () => {
  test.each([
    ['2000 万元 of input are enough', 2000 * wan, 'met'],
    ['1 分 less is not', 2000 * wan - 1, 'not_met'],
    ['1 分 more is', 2000 * wan + 1, 'met'],
    ['without a number it stays open', null, 'undetermined'],
  ])('%s', (_, input, answer) => {
    expect(ruled(input).eligibility.answer).toBe(answer);
  });

  test('names the sub-class without an element', () => {
    const none = [...allBuilt.slice(0, 2), built('factory_elements_business_management', 0)];
    const ruling = ruled(2000 * wan, none);
    expect(ruling.missing).toEqual(['business-management']);
    expect(ruling.lacks.map(({ answer }) => answer.condition.id)).toEqual(['elements-business-management']);
  });

  test('a sub-class that nobody reported is open and not missing', () => {
    const ruling = ruled(2000 * wan, allBuilt.slice(0, 2));
    expect([ruling.missing, ruling.eligibility.answer]).toEqual([[], 'undetermined']);
  });

  test('the sub-classes of other classes ask for nothing', () => {
    const ruling = ruled(2000 * wan, [...allBuilt, built('factory_elements_commerce', 0)]);
    expect([ruling.missing, ruling.eligibility.answer]).toEqual([[], 'met']);
  });
});

describe('the catalogue of elements', () => {
  test('facts of the vocabulary are named as the sub-classes are', () => {
    const asked = rules.factory.conditions
      .flatMap(({ test: one }) => (one.kind === 'amount' ? one.facts : []))
      .filter((id) => id.startsWith('factory_elements'));
    const counted = rules.elements
      .filter(({ atLeast }) => atLeast !== null)
      .flatMap(({ subclasses }) => subclasses);
    expect(counted.map(elementFact)).toEqual(asked);
  });

  test('elements may stand by name or by id, and count themselves where no number stands', () => {
    const [, shopFloor] = reportedElements(rules, [
      built('factory_elements_shop_floor', null, '生产工艺优化、quality-inspection、没有的要素'),
    ]);
    expect([shopFloor?.built, shopFloor?.count]).toEqual([['process-optimisation', 'quality-inspection'], 2]);
  });
});

test('the 13 clusters are told apart, but for two that run into one of 2023', () => {
  const groups = clusterGroups(rules.clusters);
  expect(groups.flatMap(({ clusters }) => clusters)).toHaveLength(13);
  expect(
    groups.filter(({ clusters }) => clusters.length > 1).map(({ clusters }) => clusters.map(({ id }) => id)),
  ).toEqual([['integrated-circuits-2019', 'displays-2019']]);
  const ids = groups.flatMap((group) => group.ids);
  expect(new Set(ids).size).toBe(ids.length);
});
