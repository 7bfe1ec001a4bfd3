import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForecast } from '$lib/policy/forecast/read-forecast';
import { backTest, quantile, type Trial } from './back-test';
import { expectedPath } from './outlook';

const rules = readForecast();
const methods = [{ id: 'even' as const }, { id: 'recent' as const }];
const trial = (origin: number, error: number, changes: Partial<Trial> = {}): Trial => ({
  series: 'a',
  origin,
  steps: 1,
  method: 'even',
  error,
  ...changes,
});
const run = (errors: number[], changes: Partial<Trial> = {}) =>
  errors.map((error, index) => trial(8000 + index, error, changes));

describe('the quantile of past errors', () => {
  test('is one of them, and that share is no larger', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.8)).toBe(4);
    expect(quantile([1, 2, 3, 4], 0.8)).toBe(4);
    expect(quantile([7], 0.8)).toBe(7);
    expect(quantile([], 0.8)).toBeNull();
  });
});

describe('a back-test', () => {
  test('takes the method that came nearest, and tells how the naive one did', () => {
    const errors = [0.1, -0.2, 0.3, -0.4, 0.5, -0.6];
    const found = backTest(
      [
        ...run(errors),
        ...run(
          errors.map((error) => error / 2),
          { method: 'recent' },
        ),
      ],
      methods,
      rules,
    );
    expect(found).toMatchObject({ method: 'recent', origins: 6 });
    expect(found?.steps[0]).toMatchObject({ trials: 6, origins: 6, medianError: 0.15, naiveError: 0.3 });
    expect(found?.steps[0]?.width).toBeCloseTo(0.25, 12);
  });

  test('with one origin too few gives nothing, with enough a band', () => {
    const errors = Array.from({ length: rules.leastOrigins }, () => 0.1);
    expect(backTest(run(errors), methods, rules)?.steps).toHaveLength(1);
    expect(backTest(run(errors.slice(1)), methods, rules)).toBeNull();
    expect(backTest([], methods, rules)).toBeNull();
  });

  test('counts quarter ends, not series: many series of one quarter are no history', () => {
    const same = Array.from({ length: 50 }, (_, index) => trial(8000, 0.1, { series: String(index) }));
    expect(backTest(same, methods, rules)).toBeNull();
  });

  test('coverage is told from errors that were known at the time', () => {
    // Six quiet quarters, then one wide miss, then two quiet ones.
    const found = backTest(run([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.9, 0.1, 0.1]), methods, rules);
    expect(found?.steps[0]?.coverage).toEqual({ share: 2 / 3, of: 3 });
    expect(backTest(run([0, 0, 0, 0, 0, 0]), methods, rules)?.steps[0]?.coverage).toBeNull();
  });

  test('is never surer further ahead', () => {
    const far = run([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], { steps: 2 });
    const near = run([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    expect(backTest([...near, ...far], methods, rules)?.steps.map(({ width }) => width)).toEqual([0.5, 0.5]);
  });

  test('stops at the first step ahead that has too little behind it', () => {
    const far = run([1, 1, 1, 1, 1, 1], { steps: 3 });
    expect(backTest([...run([1, 1, 1, 1, 1, 1]), ...far], methods, rules)?.steps).toHaveLength(1);
  });
});

test('the band holds its centre, and neither falls below what is done', () => {
  const error = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(error, { minLength: rules.leastOrigins, maxLength: 30 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 8 }),
      (errors, done, size, values) => {
        const all = [1, 2, 3].flatMap((steps) => run(errors, { steps }));
        const found = backTest(all, methods, rules);
        if (!found) throw new Error('there were enough origins');
        const path = expectedPath(
          { origin: 8100, done, size, at: (steps) => values[steps] ?? 0 },
          8200,
          found,
        );
        expect(path).toHaveLength(3);
        let before = done;
        for (const { centre, low, high } of path) {
          expect(centre).toBeGreaterThanOrEqual(before);
          expect(low).toBeGreaterThanOrEqual(done);
          expect(low <= centre && centre <= high).toBe(true);
          before = centre;
        }
      },
    ),
  );
});
