import { expect, test } from 'vitest';
import { areaOf, categoryById, guideOf, subsidyOf, variantById } from './look-up';
import { readRulebook } from './read-rules';

const rulebook = readRulebook();

test('guides are found by year, categories by id, areas by category', () => {
  expect(guideOf(rulebook, 2023)?.categories).toHaveLength(27);
  expect(guideOf(rulebook, 2021)).toBeNull();
  const category = categoryById(rulebook, 'guides/2026/green-upgrade');
  expect(category?.guideYear).toBe(2026);
  expect(category && areaOf(rulebook, category)?.guideYear).toBe(2026);
  expect(categoryById(rulebook, 'guides/2023/nothing')).toBeNull();
});

test('a type with a standard of its own overrides the standard of its category', () => {
  const category = categoryById(rulebook, 'guides/2023/identifier-resolution');
  if (!category) throw new Error('the item is missing');
  expect(subsidyOf(category, null).kind).toBe('unknown');
  expect(subsidyOf(category, 'secondary-node').kind).toBe('fixed');
  expect(subsidyOf(category, 'public-service-platform').kind).toBe('rate');
  expect(variantById(category, 'nothing')).toBeNull();
});
