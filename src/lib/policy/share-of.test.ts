import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOf } from './share-of';

test('shares are cut down to whole 分', () => {
  expect(shareOf(1_000, 10)).toBe(100);
  expect(shareOf(999, 10)).toBe(99);
  expect(shareOf(1, 50)).toBe(0);
  expect(shareOf(1_000, 12.5)).toBe(125);
});

test('amounts near the end of the safe integers stay exact', () => {
  expect(shareOf(Number.MAX_SAFE_INTEGER, 100)).toBe(Number.MAX_SAFE_INTEGER);
  expect(shareOf(9_007_199_254_740_990, 30)).toBe(2_702_159_776_422_297);
});

test('a share never exceeds the whole up to 100 % and never falls when the amount rises', () => {
  const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 });
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 100 }), (whole, percent) => {
      expect(shareOf(whole, percent)).toBeLessThanOrEqual(whole);
      expect(shareOf(whole + 1, percent)).toBeGreaterThanOrEqual(shareOf(whole, percent));
    }),
  );
});
