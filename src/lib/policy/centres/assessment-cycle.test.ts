import { describe, expect, test } from 'vitest';
import { assessedWindows, assessmentWindows, cycleAt, nextWindow, yearsOffCycle } from './assessment-cycle';
import { readCentreRules } from './read-centres';

const { cycles } = readCentreRules().assessment;
const cycleOn = (approved: string, day: string) => cycleAt(cycles, approved, day)?.id ?? null;
const spans = (approved: string, day: string) =>
  assessmentWindows(cycles, approved, day).map(({ from, to }) => [from, to]);

describe('the cycle', () => {
  test('is yearly to the day before three years are full, and every two years from that very day', () => {
    expect(cycleOn('2023-09-30', '2026-09-29')).toBe('first-years');
    expect(cycleOn('2023-09-30', '2026-09-30')).toBe('later-years');
    expect(cycleOn('2023-09-30', '2026-10-01')).toBe('later-years');
  });

  test('begins on the day of approval and not before', () => {
    expect(cycleOn('2023-09-30', '2023-09-29')).toBeNull();
    expect(cycleOn('2023-09-30', '2023-09-30')).toBe('first-years');
  });

  test('of a centre approved on a leap day turns on the last day of February', () => {
    expect(cycleOn('2020-02-29', '2023-02-27')).toBe('first-years');
    expect(cycleOn('2020-02-29', '2023-02-28')).toBe('later-years');
    expect(spans('2020-02-29', '2024-02-29').map(([, to]) => to)).toEqual([
      '2021-02-28',
      '2022-02-28',
      '2023-02-28',
      '2025-02-28',
    ]);
  });
});

test('windows follow each other without a gap: three of one year, then of two', () => {
  expect(spans('2019-05-20', '2026-09-30')).toEqual([
    ['2019-05-20', '2020-05-20'],
    ['2020-05-20', '2021-05-20'],
    ['2021-05-20', '2022-05-20'],
    ['2022-05-20', '2024-05-20'],
    ['2024-05-20', '2026-05-20'],
    ['2026-05-20', '2028-05-20'],
  ]);
});

describe('an assessment', () => {
  const windows = (years: number[], day: string) => assessedWindows(cycles, '2021-03-16', years, day);

  test('counts for the window that its year closes', () => {
    const found = windows([2022, 2023, 2024, 2026], '2026-09-30');
    expect(found.map(({ state, years }) => [state, years])).toEqual([
      ['assessed', [2022]],
      ['assessed', [2023]],
      ['assessed', [2024]],
      ['assessed', [2026]],
      ['open', []],
    ]);
  });

  test('is missed only when the last year that counts is over', () => {
    expect(windows([2022], '2023-12-31')[1]?.state).toBe('open');
    expect(windows([2022], '2024-01-01')[1]?.state).toBe('missed');
  });

  test('leaves the next window open: the one of its day, or the one after when that is assessed early', () => {
    const next = (years: number[], day: string) => nextWindow(cycles, '2021-03-16', windows(years, day));
    expect(next([2022, 2023, 2024], '2025-09-30')).toMatchObject({ firstYear: 2025, lastYear: 2026 });
    expect(next([2022, 2023, 2024, 2025], '2025-09-30')).toMatchObject({ firstYear: 2027, lastYear: 2028 });
    expect(nextWindow(cycles, '2021-03-16', [])).toBeNull();
  });

  test('in the year of approval is off the cycle', () => {
    const found = windows([2021, 2022], '2023-01-01');
    expect(yearsOffCycle(found, [2021, 2022])).toEqual([2021]);
  });
});
