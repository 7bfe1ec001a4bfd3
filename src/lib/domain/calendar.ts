/** Calendar dates without time, as ISO text (YYYY-MM-DD); they compare and sort as text. */

export type IsoDate = string;

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

/** True for a date that exists: 2024-02-29 but not 2023-02-29. */
export function isIsoDate(text: string): boolean {
  const match = isoPattern.exec(text);
  if (!match) return false;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(time).toISOString().slice(0, 10) === text;
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
