import { addDays, daysBetween, lastDayOfMonth, type IsoDate } from '$lib/domain/calendar';
import type { DeadlineRow } from '$lib/metrics/deadlines/deadline-row';
import type { YearCalendar } from '$lib/policy/deadlines/deadline-rules';
import { dayKind, weekdayOf, type DayKind } from '$lib/policy/deadlines/working-days';

/** A month as YYYY-MM. */
export type Month = string;

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;
const week = 7;

export const monthOf = (day: IsoDate): Month => day.slice(0, 7);
export const isMonth = (text: string | null): text is Month => text !== null && monthPattern.test(text);

/** The month so many months later or earlier. */
export function monthAfter(month: Month, step: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + step;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** A day of the grid; days of the months beside it fill the first and the last week. */
export interface GridDay {
  on: IsoDate;
  isInMonth: boolean;
  isToday: boolean;
  kind: DayKind;
  rows: DeadlineRow[];
}

/** Whole weeks from Monday to Sunday that hold the month. */
export function monthGrid(
  month: Month,
  asOf: IsoDate,
  rows: readonly DeadlineRow[],
  calendars: readonly YearCalendar[],
): GridDay[][] {
  const first = `${month}-01`;
  const last = lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  const start = addDays(first, -weekdayOf(first));
  const count = Math.ceil((daysBetween(start, last) + 1) / week);
  const byDay = new Map<IsoDate, DeadlineRow[]>();
  for (const row of rows) {
    if (row.dueOn === null) continue;
    const own = byDay.get(row.dueOn) ?? [];
    byDay.set(row.dueOn, own);
    own.push(row);
  }
  return Array.from({ length: count }, (_, w) =>
    Array.from({ length: week }, (__, d): GridDay => {
      const on = addDays(start, w * week + d);
      const isInMonth = monthOf(on) === month;
      return {
        on,
        isInMonth,
        isToday: on === asOf,
        kind: dayKind(calendars, on),
        rows: isInMonth ? (byDay.get(on) ?? []) : [],
      };
    }),
  );
}
