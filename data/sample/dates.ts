import { addDays, daysBetween, type IsoDate } from '$lib/domain/calendar';
import type { Random } from './random';

/** A day from `first` to `last`, both included. */
export const drawDay = (random: Random, first: IsoDate, last: IsoDate): IsoDate =>
  addDays(first, random.whole(0, daysBetween(first, last)));

/** The same day, or the Monday after it when offices are closed for the weekend. */
export function workday(day: IsoDate): IsoDate {
  const weekday = new Date(day).getUTCDay();
  return weekday === 6 ? addDays(day, 2) : weekday === 0 ? addDays(day, 1) : day;
}

export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
