import { describe, expect, test } from 'vitest';
import type { Row } from '$lib/domain/tables';
import { variantFact, type Condition, type Test } from '$lib/policy/conditions/condition';
import { evaluateCondition, evaluateItem } from '$lib/policy/conditions/evaluate';
import { factsOfLook } from '$lib/policy/conditions/evaluate-test';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { projectFacts } from '$lib/policy/conditions/project-facts';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { guideOf } from '$lib/policy/look-up';
import { readRulebook } from '$lib/policy/read-rules';
import { expandedRow } from './summary-row';

const rulebook = readRulebook();
const book = readConditionBook();
const guide = guideOf(rulebook, 2023);
if (!guide) throw new Error('no guide of 2023');
const carried = new Set([
  ...book.facts.filter((fact) => fact.column !== null).map(({ id }) => id),
  variantFact,
]);

const factsIn = (one: Test): string[] => {
  if (one.kind === 'all' || one.kind === 'any' || one.kind === 'count') return one.tests.flatMap(factsIn);
  return one.kind === 'not' ? factsIn(one.test) : factsOfLook(one);
};
const needsMore = ({ test: one }: Condition) => factsIn(one).every((fact) => !carried.has(fact));

/** A line of a summary table with every column filled, as the import writes it. */
const rowOf = (categoryId: string, variantId: string | null): Row<'project'> =>
  expandedRow({ category_id: categoryId, variant_id: variantId });

const places = guide.categories.flatMap((category) =>
  [null, ...category.variants.map(({ id }) => id)].map((variant) => ({ category, variant })),
);

describe('a line of a summary table', () => {
  test.each(places.map((place) => [`${place.category.id} ${place.variant ?? ''}`, place] as const))(
    '%s: a condition over facts that it does not carry is undetermined, and the facts are named',
    (_, { category, variant }) => {
      const facts = projectFacts(rowOf(category.id, variant), category, book.facts);
      const item = conditionsOf(book, category, guide);
      const open = item.conditions.filter(needsMore).map((one) => evaluateCondition(one, facts));
      const settled = open.filter(({ answer }) => !['undetermined', 'not_applicable'].includes(answer));
      expect(settled.map(({ condition }) => condition.id)).toEqual([]);
      const unnamed = open.filter(({ answer, missing }) => answer === 'undetermined' && missing.length === 0);
      expect(unnamed.map(({ condition }) => condition.id)).toEqual([]);
    },
  );

  test('never fulfils a whole item of the guide', () => {
    const fulfilled = places.filter(({ category, variant }) => {
      const facts = projectFacts(rowOf(category.id, variant), category, book.facts);
      return evaluateItem(conditionsOf(book, category, guide), facts).answer === 'met';
    });
    expect(fulfilled.map(({ category }) => category.id)).toEqual([]);
  });

  test('carries the dates of the project, so that a window or a term can be decided', () => {
    expect([...carried]).toEqual(expect.arrayContaining(['start_date', 'completion_date']));
  });
});
