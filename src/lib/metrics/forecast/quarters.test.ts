import { expect, test } from 'vitest';
import { endOf, lastWhole, quarterOf, yearEndOf } from './quarters';

test('a quarter ends on its last day, also in a leap year', () => {
  expect(endOf(quarterOf('2024-02-29'))).toBe('2024-03-31');
  expect(endOf(quarterOf('2024-12-31'))).toBe('2024-12-31');
  expect(quarterOf('2025-01-01') - quarterOf('2024-12-31')).toBe(1);
});

test('a quarter is whole on its last day, and not the day before', () => {
  expect(endOf(lastWhole('2026-09-30'))).toBe('2026-09-30');
  expect(endOf(lastWhole('2026-09-29'))).toBe('2026-06-30');
  expect(endOf(lastWhole('2026-10-01'))).toBe('2026-09-30');
  expect(endOf(lastWhole('2024-02-29'))).toBe('2023-12-31');
});

test('the year end of a last day is that day', () => {
  expect(endOf(yearEndOf('2024-12-31'))).toBe('2024-12-31');
  expect(endOf(yearEndOf('2025-01-01'))).toBe('2025-12-31');
});
