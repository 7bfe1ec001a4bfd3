import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownCell } from '$lib/policy/scoring/own-cell';
import { CellHistory, type Report } from './indicator-cells';
import { forecastValue, growthCurve } from './indicator-methods';
import { quarterOf } from './quarters';

const cell = ownCell({ year: 2023, form: '1-18', key: 'own/1', name: '专利', unit: '件' });
const history = (reports: Report[], target = 100, start = '2024-01-01', end = '2025-12-31') =>
  new CellHistory({ projectId: 'A', categoryId: 'c', formId: '1-18', cell, target, start, end }, reports);
const at = (date: string, value: number): Report => ({ quarter: quarterOf(date), value });
const ways = { curve: growthCurve([], 0, 20), recentQuarters: 4 };
const end = quarterOf('2025-12-31');

describe('the ways to carry an indicator forward', () => {
  const half = history([at('2024-06-30', 20), at('2024-12-31', 45)]);
  const origin = quarterOf('2024-12-31');

  test('even divides by the share of time gone, leap day and all', () => {
    expect(forecastValue('even', half, origin, end, ways)).toBeCloseTo((45 / 366) * 731, 9);
  });
  test('recent goes on at the pace since a year before', () => {
    expect(forecastValue('recent', half, origin, end, ways)).toBeCloseTo(45 + (45 / 4) * 4, 9);
  });
  test('cohort adds what earlier projects added over the same part of their time', () => {
    const earlier = history([at('2022-12-31', 40), at('2023-12-31', 100)], 100, '2022-01-01', '2023-12-31');
    const curve = growthCurve([earlier], origin, 20);
    expect(forecastValue('cohort', half, origin, end, { ...ways, curve })).toBeCloseTo(45 + 60, 9);
  });
  test('a report from after the origin is not known', () => {
    expect(half.latestBy(quarterOf('2024-09-30'))?.value).toBe(20);
    expect(forecastValue('even', half, quarterOf('2024-03-31'), end, ways)).toBeNull();
  });
  test('from the end of the project on the value stays', () => {
    const ended = history([at('2025-12-31', 90)]);
    expect(forecastValue('even', ended, end, end + 4, ways)).toBe(90);
  });
  test('a value that went backwards is where it goes on from', () => {
    const back = history([at('2024-03-31', 50), at('2024-06-30', 30)]);
    const value = forecastValue('recent', back, quarterOf('2024-06-30'), end, ways);
    expect(value).toBeGreaterThanOrEqual(30);
  });
});

test('no method falls below the latest report, and none changes after the project has ended', () => {
  const reports = fc.array(fc.double({ min: -100, max: 1000, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(reports, fc.integer({ min: 0, max: 12 }), (values, steps) => {
      const first = quarterOf('2024-03-31');
      const one = history(values.map((value, index) => ({ quarter: first + index, value })));
      const origin = first + values.length - 1;
      for (const method of ['even', 'recent', 'cohort'] as const) {
        const value = forecastValue(method, one, origin, origin + steps, ways);
        expect(value).toBeGreaterThanOrEqual(values.at(-1) ?? 0);
        expect(forecastValue(method, one, origin, end + 3, ways)).toBe(
          forecastValue(method, one, origin, end, ways),
        );
      }
    }),
  );
});
