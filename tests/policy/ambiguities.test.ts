import { expect, test } from 'vitest';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { readForms } from '$lib/policy/forms/read-forms';
import { readPlatformRules } from '$lib/policy/platforms/read-platforms';
import type { Ambiguity } from '$lib/policy/rulebook';

const isAmbiguity = (value: object): value is Ambiguity =>
  'id' in value && 'question' in value && 'reading' in value;

function ambiguitiesIn(value: unknown): Ambiguity[] {
  if (typeof value !== 'object' || value === null) return [];
  return isAmbiguity(value) ? [value] : Object.values(value).flatMap(ambiguitiesIn);
}

const all = ambiguitiesIn([
  readConditionBook(),
  readForms(),
  readAnnexes(),
  readCentreRules(),
  readPlatformRules(),
]);

const series = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);

/** The places that a reader of the documents listed: items, forms, agreement, contacts, directions, centres, platforms. */
const known = [
  ...series('A', 50),
  'A-33b',
  ...series('B', 19),
  ...series('K', 10),
  ...series('K20', 3),
  ...['T-05', 'T-06', 'T-07', 'T-08', 'T-09'],
  ...series('C', 3),
  ...series('D', 4),
  ...series('I', 6),
  ...series('J', 11),
];

test('every place where the documents are unclear stands in the rule that it touches', () => {
  const ids = new Set(all.map(({ id }) => id));
  expect(known.filter((id) => !ids.has(id))).toEqual([]);
});

test('each says what is unclear and which reading is taken', () => {
  expect(all.length).toBeGreaterThan(known.length);
  expect(all.filter(({ question, reading }) => question.length < 4 || reading.length < 3)).toEqual([]);
});
