import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../domain/calendar.ts';
import { readDeadlineRules } from './read-deadlines.ts';
import { dayKind, isWorkingDay, weekdayOf, workingDayAfter } from './working-days.ts';

const { calendars } = readDeadlineRules();

describe('ten working days after a half-year', () => {
  test.each([
    // Counted by hand on the notices' calendars.
    ['2022-12-31', '2023-01-16', true],
    ['2023-06-30', '2023-07-14', true],
    ['2023-12-31', '2024-01-15', true],
    ['2024-06-30', '2024-07-12', true],
    ['2024-12-31', '2025-01-15', true],
    ['2025-06-30', '2025-07-14', true],
    ['2025-12-31', '2026-01-15', true],
    ['2026-06-30', '2026-07-14', true],
    ['2026-12-31', '2027-01-14', false],
    ['2022-06-30', '2022-07-14', false],
  ])('of %s end on %s', (end, on, isVerified) => {
    expect(workingDayAfter(calendars, end, 10)).toEqual({ on, isVerified });
  });
});

describe('kinds of days', () => {
  test('a holiday on a plain weekday is off, a weekend made up for is worked', () => {
    expect(dayKind(calendars, '2024-02-12')).toBe('holiday');
    expect(dayKind(calendars, '2024-02-18')).toBe('make_up');
    expect(dayKind(calendars, '2024-02-17')).toBe('holiday');
    expect(dayKind(calendars, '2024-02-19')).toBe('work');
    expect(dayKind(calendars, '2024-02-25')).toBe('weekend');
  });
  test('the eve of the Spring Festival of 2024 is worked, as its notice says 鼓励 only', () => {
    expect(isWorkingDay(calendars, '2024-02-09')).toBe(true);
  });
  test('the last day of 2022 is off by the notice of 2023', () => {
    expect(dayKind(calendars, '2022-12-31')).toBe('holiday');
  });
  test('a leap day is a day like others', () => {
    expect(workingDayAfter(calendars, '2024-02-28', 1)).toEqual({ on: '2024-02-29', isVerified: true });
    expect(workingDayAfter(calendars, '2024-02-29', 1)).toEqual({ on: '2024-03-01', isVerified: true });
  });
  test('weeks begin on Monday', () => {
    expect([weekdayOf('2026-06-29'), weekdayOf('2026-07-05')]).toEqual([0, 6]);
  });
});

test('each make-up day is a weekend outside every span of days off', () => {
  for (const { workDays, daysOff } of calendars)
    for (const day of workDays) {
      expect([day, weekdayOf(day) > 4]).toEqual([day, true]);
      expect(daysOff.filter(({ from, to }) => from <= day && day <= to)).toEqual([]);
    }
});

test('weekdays off less weekends worked are the legal holidays of the year', () => {
  // 全国年节及纪念日放假办法: 11 days up to 2024, 13 from 2025.
  const weekdaysOff = calendars.map(({ daysOff, workDays }) => {
    const days = daysOff.flatMap(({ from, to }) =>
      Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)),
    );
    return days.filter((day) => weekdayOf(day) < 5).length - workDays.length;
  });
  expect(weekdaysOff).toEqual([11, 11, 13, 13]);
});

describe('for any day and count', () => {
  const start = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2022-06-01', days));
  const count = fc.integer({ min: 1, max: 40 });
  test('the answer is a working day with exactly so many working days up to it', () => {
    fc.assert(
      fc.property(start, count, (day, wanted) => {
        const { on } = workingDayAfter(calendars, day, wanted);
        const between = Array.from({ length: daysBetween(day, on) }, (_, at) => addDays(day, at + 1));
        expect(isWorkingDay(calendars, on)).toBe(true);
        expect(between.filter((one) => isWorkingDay(calendars, one))).toHaveLength(wanted);
      }),
    );
  });
  test('a later day or a larger count never gives an earlier answer', () => {
    fc.assert(
      fc.property(start, count, (day, wanted) => {
        const { on } = workingDayAfter(calendars, day, wanted);
        expect(workingDayAfter(calendars, day, wanted + 1).on > on).toBe(true);
        expect(workingDayAfter(calendars, addDays(day, 1), wanted).on >= on).toBe(true);
      }),
    );
  });
  test('a count below one is refused', () => {
    expect(() => workingDayAfter(calendars, '2024-01-01', 0)).toThrow(RangeError);
  });
});
