import { lastDayOfMonth, quarterEnd, type IsoDate } from '$lib/domain/calendar';

/** A quarter as a whole number, so that quarters can be counted: four a year. */
export type Quarter = number;

const perYear = 4;
const months = 3;

/** The quarter that a day lies in. */
export const quarterOf = (date: IsoDate): Quarter =>
  Number(date.slice(0, 4)) * perYear + Math.ceil(Number(date.slice(5, 7)) / months) - 1;

/** Last day of a quarter. */
export const endOf = (quarter: Quarter): IsoDate =>
  lastDayOfMonth(Math.floor(quarter / perYear), ((quarter % perYear) + 1) * months);

/** The last quarter that has ended by the end of a day; its own last day counts. */
export const lastWhole = (asOf: IsoDate): Quarter => quarterOf(asOf) - (quarterEnd(asOf) === asOf ? 0 : 1);

/** The last quarter of a day's calendar year. */
export const yearEndOf = (date: IsoDate): Quarter => Number(date.slice(0, 4)) * perYear + perYear - 1;
