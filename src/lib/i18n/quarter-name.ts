import type { IsoDate } from '$lib/domain/calendar';
import { m } from './paraglide/messages';

/** The quarter that a day lies in: “2024 年 3 季度”. */
export const quarterName = (date: IsoDate): string =>
  m.chart_quarter({ year: date.slice(0, 4), quarter: Math.ceil(Number(date.slice(5, 7)) / 3) });
