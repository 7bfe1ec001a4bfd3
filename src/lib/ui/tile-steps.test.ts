import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equalCountLimits, stepOf } from './tile-steps';

describe('the step of shade', () => {
  test('a value below, on and above a limit', () => {
    expect([44.9, 45, 45.1].map((value) => stepOf(value, [45, 60]))).toEqual([1, 2, 2]);
    expect([59.9, 60, 60.1].map((value) => stepOf(value, [45, 60]))).toEqual([2, 3, 3]);
  });
  test('no value has no shade', () => {
    expect(stepOf(null, [45])).toBe(0);
  });
});

describe('limits by equal counts', () => {
  test('part thirteen values into five nearly equal groups with readable limits', () => {
    const values = [51, 65, 56, 40, 57, 62, 68, 63, 54, 49, 70, 61, 62];
    const limits = equalCountLimits(values);
    const counts = [1, 2, 3, 4, 5].map(
      (step) => values.filter((value) => stepOf(value, limits) === step).length,
    );
    expect(limits).toEqual([53, 57, 62, 64]);
    expect(counts).toEqual([3, 2, 2, 3, 3]);
  });
  test('equal values, or none, have no limits', () => {
    expect(equalCountLimits([5, 5, 5])).toEqual([]);
    expect(equalCountLimits([null, null])).toEqual([]);
  });
  test('limits rise, never exceed four, and every shade of the lowest value is the palest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 100_000 }), { minLength: 2, maxLength: 40 }),
        (values) => {
          const limits = equalCountLimits(values);
          expect(limits.length).toBeLessThanOrEqual(4);
          expect([...limits].sort((a, b) => a - b)).toEqual(limits);
          expect(stepOf(Math.min(...values), limits)).toBe(1);
        },
      ),
    );
  });
});
