import { lastDayOfMonth, quarterEnd, type IsoDate } from '$lib/domain/calendar';
import { cellText, type CellValue } from '../read/cells';
import { readDate } from './date';
import { fault, missing, read, type Reading } from './reading';
import { halfWidth, isMissing } from './text';

const quarters: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

const quarterPattern = /^(20\d{2})(?:年度?|[-/. ])?第?(?:q([1-4])|([一二三四1-4])季度?)(?:末|累计)?$/i;
const halfPattern = /^(20\d{2})(?:年度?)?(上半年|下半年|全年|年度)(?:末|累计)?$/;

/** The last day of the quarter that a text names (2024年第一季度, 2024Q1, 2024年上半年), or null. */
export function quarterIn(text: string): IsoDate | null {
  const half = halfWidth(text).replace(/\s+/g, '');
  const quarter = quarterPattern.exec(half);
  if (quarter) {
    const number = quarters[quarter[2] ?? quarter[3] ?? ''] ?? 0;
    return lastDayOfMonth(Number(quarter[1]), number * 3);
  }
  const part = halfPattern.exec(half);
  return part ? lastDayOfMonth(Number(part[1]), part[2] === '上半年' ? 6 : 12) : null;
}

/**
 * The end of a reporting period: a quarter's name, or its last day or month as a date.
 * Faults: those of dates, and `period_not_quarter` for a day that ends no quarter.
 */
export function readPeriod(value: CellValue): Reading<IsoDate> {
  if (isMissing(value)) return missing;
  const named = quarterIn(cellText(value));
  if (named !== null) return read(named);
  const day = readDate(value, 'end');
  if (day.kind !== 'value') return day;
  return quarterEnd(day.value) === day.value ? day : fault('period_not_quarter');
}
