import { addDays, isoDate, lastDayOfMonth, type IsoDate } from '$lib/domain/calendar';
import { dayOf, type CellValue } from '../read/cells';
import { fault, missing, read, type Reading } from './reading';
import { halfWidth, isMissing } from './text';

/** Which day of a month is meant where only the month is written. */
export type MonthEdge = 'start' | 'end';

const earliestYear = 1990;
const latestYear = 2060;

const separated = /^(\d{4})([-/.年])(\d{1,2})(?:([-/.月])(\d{1,2})日?|月)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})?$/;
const time = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;

function dayIn(year: number, month: number, day: number | null, edge: MonthEdge): IsoDate | null {
  if (year < earliestYear || year > latestYear || month < 1 || month > 12) return null;
  if (day !== null) return isoDate(year, month, day);
  return edge === 'start' ? isoDate(year, month, 1) : lastDayOfMonth(year, month);
}

function reading(day: IsoDate | null, unusual: boolean): Reading<IsoDate> {
  return day === null ? fault('date_impossible') : read(day, unusual ? 'date_converted' : null);
}

function readWritten(text: string, edge: MonthEdge): Reading<IsoDate> {
  const half = halfWidth(text).trim().replace(time, '').replace(/\s+/g, '');
  const changed = half !== text.replace(time, '');
  const parts = separated.exec(half);
  if (parts) {
    const [, year, mark, month, , day] = parts;
    const when = dayIn(Number(year), Number(month), day === undefined ? null : Number(day), edge);
    return reading(when, changed || mark === '.');
  }
  const close = compact.exec(half);
  if (!close) return fault('date_not_read');
  const [, year, month, day] = close;
  return reading(dayIn(Number(year), Number(month), day === undefined ? null : Number(day), edge), true);
}

// Day 1 of a spreadsheet's count is 1900-01-01, and it counts a 29 February 1900 that never was.
const serialStart = '1899-12-30';
const serialFirst = 32_874;
const serialLast = 58_804;

function readNumber(value: number, edge: MonthEdge): Reading<IsoDate> {
  if (Number.isInteger(value)) {
    if (value >= serialFirst && value <= serialLast)
      return read(addDays(serialStart, value), 'date_converted');
    return readWritten(String(value), edge);
  }
  // As a number, 2021.1 may have been typed as 2021.10: January or October, nobody can tell.
  if (/^\d{4}\.1$/.test(String(value))) return fault('date_ambiguous');
  return readWritten(String(value), edge);
}

/**
 * A date as ISO text. Where only the month is written the edge decides: first or last day.
 * Faults: `date_impossible` (no such day, or a year outside 1990–2060), `date_ambiguous`, `date_not_read`.
 */
export function readDate(value: CellValue, edge: MonthEdge): Reading<IsoDate> {
  if (isMissing(value)) return missing;
  if (value instanceof Date) {
    const [year, month, day] = dayOf(value).split('-').map(Number);
    return reading(dayIn(year ?? 0, month ?? 0, day ?? 0, edge), false);
  }
  if (typeof value === 'number') return readNumber(value, edge);
  return typeof value === 'string' ? readWritten(value, edge) : fault('date_not_read');
}
