import { expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  isIsoDate,
  isoDate,
  lastDayOfMonth,
  quarterEnd,
  shareOfTimeGone,
} from './calendar';

test('only days that exist are dates', () => {
  expect(isIsoDate('2024-02-29')).toBe(true);
  expect(isIsoDate('2023-02-29')).toBe(false);
  expect(isIsoDate('2023-2-9')).toBe(false);
  expect(isoDate(2022, 13, 1)).toBeNull();
  expect(isoDate(2022, 6, 30)).toBe('2022-06-30');
});

test('a day exists exactly where the calendar has it', () => {
  for (const year of ['1900', '2000', '2023', '2024', '9999'])
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const time = Date.parse(text);
        const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
        expect([text, isIsoDate(text)]).toEqual([text, exists]);
      }
});

test('months and quarters end on their last day', () => {
  expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
  expect(quarterEnd('2026-07-01')).toBe('2026-09-30');
  expect(quarterEnd('2026-12-31')).toBe('2026-12-31');
});

test('days are counted across months and leap years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
});

test('the share of time gone counts the first and the last day and stays within 0 and 1', () => {
  expect(shareOfTimeGone('2023-09-30', '2023-10-01', '2027-09-30')).toBe(0);
  expect(shareOfTimeGone('2023-10-01', '2023-10-01', '2023-10-04')).toBe(0.25);
  expect(shareOfTimeGone('2023-10-04', '2023-10-01', '2023-10-04')).toBe(1);
  expect(shareOfTimeGone('2030-01-01', '2023-10-01', '2023-10-04')).toBe(1);
});
