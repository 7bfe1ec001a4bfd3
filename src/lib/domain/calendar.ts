/** Calendar dates without time, as ISO text (YYYY-MM-DD); they compare and sort as text. */

export type IsoDate = string;

const isoPattern = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const longMonths = new Set([1, 3, 5, 7, 8, 10, 12]);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return longMonths.has(month) ? 31 : 30;
}

/** True for a date that exists: 2024-02-29 but not 2023-02-29. */
export function isIsoDate(text: string): boolean {
  if (!isoPattern.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(text.slice(0, 4)), month);
}

/** ISO text of a year, month (1-12) and day, or null when there is no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isIsoDate(text) ? text : null;
}

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  (Date.parse(to) - Date.parse(from)) / dayMs;

/** The date `days` later (or earlier). */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

/** The same day so many whole months later, or the last day of that month where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const last = lastDayOfMonth(year, month);
  return isoDate(year, month, Math.min(Number(date.slice(8)), Number(last.slice(8)))) ?? last;
}

/** Last day of a month (1-12). */
export const lastDayOfMonth = (year: number, month: number): IsoDate =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** Last day of the quarter that holds the date. */
export function quarterEnd(date: IsoDate): IsoDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return lastDayOfMonth(year, Math.ceil(month / 3) * 3);
}

/**
 * Share of a period that has gone by the end of `asOf`: 0 before its first day, 1 from its last day on.
 * Both the first and the last day count.
 */
export function shareOfTimeGone(asOf: IsoDate, start: IsoDate, end: IsoDate): number {
  const total = daysBetween(start, end) + 1;
  const gone = daysBetween(start, asOf) + 1;
  if (total <= 0) return gone >= 1 ? 1 : 0;
  return Math.min(1, Math.max(0, gone / total));
}
