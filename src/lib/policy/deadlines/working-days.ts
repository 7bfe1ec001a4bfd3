import { addDays, type IsoDate } from '../../domain/calendar.ts';
import type { YearCalendar } from './deadline-rules.ts';

/** What kind of day it is: a plain one, a weekend, a holiday of a notice, or a weekend that is worked. */
export type DayKind = 'work' | 'weekend' | 'holiday' | 'make_up';

const weekLength = 7;
const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** Monday is 0, Sunday 6. */
export const weekdayOf = (day: IsoDate): number => (new Date(day).getUTCDay() + weekLength - 1) % weekLength;

export const isWeekend = (day: IsoDate): boolean => weekdayOf(day) > 4;

/** The kind of a day; in a year without a notice only weekends are told apart. */
export function dayKind(calendars: readonly YearCalendar[], day: IsoDate): DayKind {
  if (calendars.some(({ workDays }) => workDays.includes(day))) return 'make_up';
  if (calendars.some(({ daysOff }) => daysOff.some(({ from, to }) => from <= day && day <= to)))
    return 'holiday';
  return isWeekend(day) ? 'weekend' : 'work';
}

export const isWorkingDay = (calendars: readonly YearCalendar[], day: IsoDate): boolean => {
  const kind = dayKind(calendars, day);
  return kind === 'work' || kind === 'make_up';
};

/** A day counted in working days, and whether every year it went through has a notice (else 待核实). */
export interface CountedDay {
  on: IsoDate;
  isVerified: boolean;
}

/**
 * The last of `count` working days that follow a day; the day itself does not count. Years without a notice are
 * counted by weekends only and make the answer unverified.
 * @throws RangeError for a count below 1
 */
export function workingDayAfter(calendars: readonly YearCalendar[], day: IsoDate, count: number): CountedDay {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`no count of working days: ${count}`);
  const known = new Set(calendars.map(({ year }) => year));
  let on = day;
  let isVerified = true;
  for (let left = count; left > 0;) {
    on = addDays(on, 1);
    isVerified &&= known.has(yearOf(on));
    if (isWorkingDay(calendars, on)) left -= 1;
  }
  return { on, isVerified };
}
