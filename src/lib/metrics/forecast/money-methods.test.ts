import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { methodIds } from '$lib/policy/forecast/forecast';
import type { MoneyHistoryRow } from './money-history-sql';
import { cohortCurve, forecastPaid } from './money-methods';
import { MoneySeries } from './money-series';

const start = 8096;
const row = (
  kind: MoneyHistoryRow['kind'],
  quarter: number,
  amount_fen: number,
  cohort = start,
): MoneyHistoryRow => ({ kind, guide_year: 2023, category_id: 'c', cohort, quarter, amount_fen });
const ways = { curve: [] as number[], recentQuarters: 4 };

describe('the ways to carry payments forward', () => {
  const series = new MoneySeries([
    row('award', start, 1000),
    ...[40, 60, 20, 80, 100].map((amount, index) => row('payment', start + index, amount)),
    row('plan', start, 600),
    row('plan', start + 6, 400),
  ]);
  const origin = start + 4;

  test('even goes on at the mean since the first award', () => {
    expect(forecastPaid('even', series, origin, 2, ways)).toBe(300 + 2 * 60);
  });
  test('recent goes on at the mean of the last four quarters', () => {
    expect(forecastPaid('recent', series, origin, 2, ways)).toBe(300 + 2 * 65);
  });
  test('last year repeats the same quarters', () => {
    expect(forecastPaid('last-year', series, origin, 3, ways)).toBe(300 + 60 + 20 + 80);
  });
  test('plan keeps the share of the plan that was kept so far', () => {
    expect(forecastPaid('plan', series, origin, 1, ways)).toBe(300);
    expect(forecastPaid('plan', series, origin, 2, ways)).toBe(500);
  });
  test('cohort pays what awards of the same age were paid of what was left', () => {
    const older = new MoneySeries([
      row('award', start, 100, start),
      row('payment', start, 50, start),
      row('payment', start + 1, 25, start),
    ]);
    const curve = cohortCurve(older, start + 2);
    expect(curve).toEqual([0.5, 0.5, 0]);
    const young = new MoneySeries([
      row('award', start + 2, 200, start + 2),
      row('payment', start + 2, 100, start + 2),
    ]);
    expect(forecastPaid('cohort', young, start + 2, 1, { ...ways, curve })).toBe(150);
  });
  test('never more than was awarded, and a release is no longer owed', () => {
    expect(forecastPaid('even', series, origin, 100, ways)).toBe(1000);
    const released = new MoneySeries([
      row('award', start, 1000),
      row('payment', start, 300),
      row('release', start + 1, 700),
    ]);
    expect(released.unpaidBy(start + 1)).toBe(0);
    expect(forecastPaid('even', released, start + 3, 4, ways)).toBe(300);
  });
});

test('no method ever falls below what is paid, whatever was corrected', () => {
  const amounts = fc.array(fc.integer({ min: -500, max: 1000 }), { minLength: 5, maxLength: 20 });
  fc.assert(
    fc.property(
      amounts,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 5000 }),
      (paid, steps, award) => {
        const series = new MoneySeries([
          row('award', start, award),
          ...paid.map((amount, index) => row('payment', start + index, amount)),
        ]);
        const origin = start + paid.length - 1;
        const curve = cohortCurve(series, origin);
        for (const method of methodIds) {
          const value = forecastPaid(method, series, origin, steps, { ...ways, curve });
          expect(value).toBeGreaterThanOrEqual(series.paidBy(origin));
          expect(value).toBeLessThanOrEqual(series.paidBy(origin) + series.unpaidBy(origin));
        }
      },
    ),
  );
});
