import { expect, test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import book from 'virtual:fundlens-conditions';
import { categoryById } from '../look-up';
import { givenFacts } from './given-facts';

const category = categoryById(rulebook, 'guides/2023/identifier-resolution');
if (!category) throw new Error('no such item');
const read = (given: Record<string, unknown>) => givenFacts(given, book, category);

test('a bare amount is 万元; a text may name its unit', () => {
  const amounts = [2000, '2,000', '2000万元', '0.2亿元', '20000000元'];
  expect(amounts.map((given) => read({ total_input: given }).facts['total_input'])).toEqual(
    amounts.map(() => 2_000_000_000),
  );
});

test('yes and no, days, options by name, types by id', () => {
  const { facts, problems } = read({
    construction_started: '是',
    completion_date: '2022-06-30',
    applicant_kind: '企业',
    variant: 'secondary-node',
  });
  expect(problems).toEqual([]);
  expect(facts).toEqual({
    construction_started: true,
    completion_date: '2022-06-30',
    applicant_kind: 'enterprise',
    variant: 'secondary-node',
  });
});

test('empty is unknown, not zero and not no', () => {
  expect(read({ total_input: '', construction_started: null }).facts).toEqual({
    total_input: null,
    construction_started: null,
  });
});

test('every problem is named, and the other facts stand', () => {
  const { facts, problems } = read({
    total_input: 'much',
    completion_date: '2022-02-30',
    construction_started: 1,
    applicant_kind: 'ministry',
    variant: 'third-node',
    nonsense: 1,
    software_input: 300,
  });
  expect(problems.map(({ fact, kind }) => [fact, kind])).toEqual([
    ['total_input', 'not_an_amount'],
    ['completion_date', 'not_a_day'],
    ['construction_started', 'not_yes_or_no'],
    ['applicant_kind', 'unknown_option'],
    ['variant', 'unknown_type'],
    ['nonsense', 'unknown_fact'],
  ]);
  expect(facts).toEqual({ software_input: 300_000_000 });
});

test('a negative amount is refused, zero is not', () => {
  expect(read({ total_input: -1 }).problems).toHaveLength(1);
  expect(read({ total_input: 0 }).facts).toEqual({ total_input: 0 });
});

test('a rate may be negative, a count may not', () => {
  const signed = givenFacts({ average_revenue_growth: '-3%', smart_equipment_sets: -1 }, book, category);
  expect(signed.facts).toEqual({ average_revenue_growth: -3 });
  expect(signed.problems.map(({ kind }) => kind)).toEqual(['not_a_number']);
});
