import { expect, test } from 'vitest';
import { readDeadlineRules } from '$lib/policy/deadlines/read-deadlines';
import { isMonth, monthAfter, monthGrid } from './month-grid';

const { calendars } = readDeadlineRules();

test('a month fills whole weeks from Monday to Sunday', () => {
  const weeks = monthGrid('2026-10', '2026-10-05', [], calendars);
  expect(weeks.map((days) => [days[0]?.on, days[6]?.on])).toEqual([
    ['2026-09-28', '2026-10-04'],
    ['2026-10-05', '2026-10-11'],
    ['2026-10-12', '2026-10-18'],
    ['2026-10-19', '2026-10-25'],
    ['2026-10-26', '2026-11-01'],
  ]);
  const days = weeks.flat();
  expect(days.filter(({ isInMonth }) => isInMonth)).toHaveLength(31);
  expect(days.filter(({ isInMonth, kind }) => isInMonth && kind === 'holiday')).toHaveLength(7);
  expect(days.filter(({ kind }) => kind === 'make_up').map(({ on }) => on)).toEqual(['2026-10-10']);
  expect(days.filter(({ isToday }) => isToday).map(({ on }) => on)).toEqual(['2026-10-05']);
});

test('a February of a leap year has 29 days, and one that begins on Monday four weeks', () => {
  expect(
    monthGrid('2028-02', '2028-01-01', [], calendars)
      .flat()
      .filter(({ isInMonth }) => isInMonth),
  ).toHaveLength(29);
  expect(monthGrid('2027-02', '2027-01-01', [], calendars)).toHaveLength(4);
});

test('months go over the end of a year both ways, and stray texts are no month', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-05', 0)]).toEqual([
    '2027-01',
    '2025-12',
    '2026-05',
  ]);
  expect(['2026-13', '2026-1', '', null].map(isMonth)).toEqual([false, false, false, false]);
});
