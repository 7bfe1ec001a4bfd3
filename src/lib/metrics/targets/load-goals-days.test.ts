import { expect, test } from 'vitest';
import { quartersTo } from './indicator-history';
import { dayBefore } from './load-goals';

test.each([
  ['2026-09-30', '2026-06-30'],
  ['2026-10-01', '2026-09-30'],
  ['2026-11-21', '2026-09-30'],
  ['2026-01-01', '2025-12-31'],
  ['2024-03-31', '2023-12-31'],
])('the quarter end before %s is %s', (asOf, before) => {
  expect(dayBefore(asOf, 'quarter')).toBe(before);
});

test('a year before a leap day is the last day of that February', () => {
  expect(dayBefore('2024-02-29', 'year')).toBe('2023-02-28');
  expect(dayBefore('2026-09-30', 'year')).toBe('2025-09-30');
});

test('quarters run from the first report to the last quarter end by the as-of day', () => {
  expect(quartersTo('2025-11-02', '2026-06-30')).toEqual(['2025-12-31', '2026-03-31', '2026-06-30']);
  expect(quartersTo('2025-12-31', '2026-06-29')).toEqual(['2025-12-31', '2026-03-31']);
  expect(quartersTo('2026-07-01', '2026-08-01')).toEqual([]);
});
