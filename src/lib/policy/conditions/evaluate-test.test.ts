import { describe, expect, test } from 'vitest';
import type { Test } from './condition';
import { evaluateTest } from './evaluate-test';

const least = (fact: string, value: number): Test => ({
  kind: 'amount',
  facts: [fact],
  bounds: [{ comparison: 'at_least', value }],
});
const state = (one: Test, facts: Record<string, number | string | boolean | null>) =>
  evaluateTest(one, facts).state;

describe('bounds', () => {
  test.each([
    ['at_least', [false, true, true]],
    ['more_than', [false, false, true]],
    ['at_most', [true, true, false]],
    ['less_than', [true, false, false]],
  ] as const)('%s just below, at and just above', (comparison, wanted) => {
    const one: Test = { kind: 'amount', facts: ['input'], bounds: [{ comparison, value: 100 }] };
    expect([99, 100, 101].map((input) => state(one, { input }))).toEqual(wanted);
  });

  test('a sum counts all its facts, and one missing fact leaves it open', () => {
    const sum: Test = { kind: 'amount', facts: ['a', 'b'], bounds: [{ comparison: 'at_least', value: 10 }] };
    expect(state(sum, { a: 4, b: 6 })).toBe(true);
    expect(evaluateTest(sum, { a: 4 })).toMatchObject({ state: null, missing: ['b'] });
  });

  test('a share is exact where floating point is not', () => {
    const share: Test = {
      kind: 'share',
      part: 'spent',
      whole: 'total',
      bounds: [{ comparison: 'at_least', value: 20 }],
    };
    const total = 9_007_199_254_740_990;
    const fifth = total / 5;
    expect(state(share, { spent: fifth, total })).toBe(true);
    expect(state(share, { spent: fifth - 1, total })).toBe(false);
  });
});

describe('days', () => {
  const window: Test = {
    kind: 'date',
    fact: 'day',
    from: { day: '2021-01-01', included: true },
    to: { day: '2022-06-30', included: false },
  };

  test('an edge counts only where it is included', () => {
    const days = ['2020-12-31', '2021-01-01', '2022-06-29', '2022-06-30'];
    expect(days.map((day) => state(window, { day }))).toEqual([false, true, true, false]);
  });

  test('three years end on the same day, in a leap year on the last of February', () => {
    const three: Test = {
      kind: 'duration',
      from: 'start',
      to: 'end',
      bounds: [{ comparison: 'at_most', value: 36 }],
    };
    const until = (start: string, end: string) => state(three, { start, end });
    expect([until('2020-01-01', '2023-01-01'), until('2020-01-01', '2023-01-02')]).toEqual([true, false]);
    expect([until('2020-02-29', '2023-02-28'), until('2020-02-29', '2023-03-01')]).toEqual([true, false]);
  });
});

describe('three values', () => {
  const both = (kind: 'all' | 'any'): Test => ({ kind, tests: [least('a', 1), least('b', 1)] });

  test('a miss settles “all” and a hit settles “any”, whatever is missing', () => {
    expect(state(both('all'), { a: 0 })).toBe(false);
    expect(state(both('any'), { a: 1 })).toBe(true);
    expect(evaluateTest(both('any'), { a: 1 }).missing).toEqual([]);
  });

  test('otherwise a missing fact leaves it open and is named', () => {
    expect(evaluateTest(both('all'), { a: 1 })).toMatchObject({ state: null, missing: ['b'] });
    expect(evaluateTest(both('any'), { a: 0 })).toMatchObject({ state: null, missing: ['b'] });
  });

  test('“not” turns an answer round and leaves an open one open', () => {
    const not: Test = { kind: 'not', test: { kind: 'holds', fact: 'research' } };
    expect([true, false, null].map((research) => state(not, { research }))).toEqual([false, true, null]);
  });

  test('two of three: settled as soon as two hold or two fail', () => {
    const two: Test = { kind: 'count', atLeast: 2, tests: ['a', 'b', 'c'].map((fact) => least(fact, 1)) };
    expect(state(two, { a: 1, b: 1 })).toBe(true);
    expect(state(two, { a: 0, b: 0 })).toBe(false);
    expect(state(two, { a: 1, b: 0 })).toBeNull();
  });

  test('all looks are kept, those of settled parts too', () => {
    expect(evaluateTest(both('all'), { a: 0, b: 0 }).looks.map((look) => look.state)).toEqual([false, false]);
  });
});

test('a value of the wrong kind is an error, not an answer', () => {
  expect(() => evaluateTest(least('a', 1), { a: 'many' })).toThrow(TypeError);
  expect(() => evaluateTest({ kind: 'holds', fact: 'a' }, { a: 1 })).toThrow(TypeError);
});
