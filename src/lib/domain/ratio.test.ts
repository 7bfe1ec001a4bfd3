import { expect, test } from 'vitest';
import { ratioOf, showNumber, showPercent } from './ratio';

test('a missing or zero whole gives no ratio', () => {
  expect(ratioOf(1, null)).toBeNull();
  expect(ratioOf(1, 0)).toBeNull();
  expect(ratioOf(0, 4)).toBe(0);
});

test('percent rounds half away from zero and keeps its places', () => {
  expect(showPercent(0.605)).toBe('61');
  expect(showPercent(0.6049)).toBe('60');
  expect(showPercent(0.605, 1)).toBe('60.5');
  expect(showPercent(-0.145, 1)).toBe('\u221214.5');
});

test('numbers are grouped by thousands', () => {
  expect(showNumber(36600)).toBe('36,600');
  expect(showNumber(-1.25, 1)).toBe('\u22121.3');
});
