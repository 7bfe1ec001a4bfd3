import { describe, expect, test } from 'vitest';
import { assess } from '$lib/policy/conditions/assess';
import { printedGuide, rulebook } from '../fixtures/printed-guides';
import { conditionsFor } from './asked-facts';
import { exampleFacts } from './example-facts';

const cases = [2020, 2023].flatMap((year) =>
  printedGuide(year).items.flatMap((item) => {
    const types = item.category.variants.length > 0 ? item.category.variants.map(({ id }) => id) : [null];
    return types
      .filter((type) => conditionsFor(item.conditions, type).some(({ kind }) => kind !== 'priority'))
      .map((type) => ({ name: `${year} ${item.slug} ${type ?? ''}`, item, type }));
  }),
);

describe('the example that fills the fields', () => {
  test.each(cases)('fulfils $name', ({ item, type }) => {
    const facts = exampleFacts(item.words.book, item.category, item.conditions, type);
    const { eligibility } = assess(item.category, item.conditions, facts, rulebook.bases);
    const open = eligibility.conditions
      .filter(
        ({ condition, answer }) =>
          condition.kind !== 'priority' && answer !== 'met' && answer !== 'not_applicable',
      )
      .map(({ condition, answer }) => `${condition.id}: ${answer}`);
    expect(open).toEqual([]);
  });
});
