/**
 * Money. Inside the portal an amount is an integer number of 分 (1 元 = 100 分); this file alone
 * converts from and to what people write (元, 万元, 亿元).
 */

/** An integer number of 分. Safe up to ±9,007,199,254,740,991 分 (about 90 万亿元). */
export type Fen = number;

/** The units that official tables use, with their worth in 分 as a power of ten. */
export const moneyUnits = { yuan: 2, wanYuan: 6, yiYuan: 10 } as const;
export type MoneyUnit = keyof typeof moneyUnits;

/** The text is no decimal number, or has more decimals than a 分 can hold, or is too large. */
export class MoneyFormatError extends Error {
  constructor(
    readonly found: string,
    readonly reason: 'not_a_number' | 'finer_than_a_fen' | 'too_large',
  ) {
    super(`no amount of money: ${found} (${reason})`);
    this.name = 'MoneyFormatError';
  }
}

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?$/;
/** Most amounts of official tables; no unit is finer than two decimals. */
const shortDecimal = /^\d{1,9}(?:\.\d\d?)?$/;
/** Below it, what two roundings of a float may be off stays under half a 分. */
const exactBelow = 2 ** 50;

/**
 * Exact conversion of a decimal text such as "1234.5678" in `unit` to 分, without floating point.
 * @throws MoneyFormatError when the text is no plain decimal, is finer than a 分, or is unsafe to hold.
 */
export function fenFromDecimal(text: string, unit: MoneyUnit): Fen {
  if (shortDecimal.test(text)) {
    const amount = Math.round(Number(text) * 10 ** moneyUnits[unit]);
    if (amount < exactBelow) return amount;
  }
  const match = decimalPattern.exec(text.trim());
  if (!match) throw new MoneyFormatError(text, 'not_a_number');
  const [, sign, whole = '', fraction = ''] = match;
  const places = moneyUnits[unit];
  const kept = fraction.slice(0, places).padEnd(places, '0');
  if (fraction.length > places && /[1-9]/.test(fraction.slice(places)))
    throw new MoneyFormatError(text, 'finer_than_a_fen');
  const amount = Number(whole + kept) * (sign === '-' ? -1 : 1);
  if (!Number.isSafeInteger(amount)) throw new MoneyFormatError(text, 'too_large');
  return amount === 0 ? 0 : amount;
}

/**
 * A number as a spreadsheet stores it (binary floating point), in `unit`, to 分. Rounds only the noise
 * that binary floats carry: 12.34 万元 gives 12340000 分; a value that is truly finer than a 分 is refused.
 * @throws MoneyFormatError
 */
export function fenFromNumber(value: number, unit: MoneyUnit): Fen {
  if (!Number.isFinite(value)) throw new MoneyFormatError(String(value), 'not_a_number');
  const scaled = value * 10 ** moneyUnits[unit];
  const rounded = Math.round(scaled);
  if (!Number.isSafeInteger(rounded)) throw new MoneyFormatError(String(value), 'too_large');
  const noise = Math.max(1e-6, Math.abs(scaled) * 1e-12);
  if (Math.abs(scaled - rounded) > noise) throw new MoneyFormatError(String(value), 'finer_than_a_fen');
  return rounded === 0 ? 0 : rounded;
}

/** A figure and its unit, apart, so that a page can set the unit smaller. */
export interface ShownMoney {
  figure: string;
  unit: MoneyUnit;
}

const grouped = (value: number, places: number): string =>
  value
    .toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
    .replace('-', '\u2212');

/** Shows an amount the house way: 亿元 with two decimals from 1 亿元, else 万元 without decimals. */
export function showMoney(amount: Fen): ShownMoney {
  if (Math.abs(amount) >= 10 ** moneyUnits.yiYuan)
    return { figure: showIn(amount, 'yiYuan', 2), unit: 'yiYuan' };
  return { figure: showIn(amount, 'wanYuan', 0), unit: 'wanYuan' };
}

/** Shows an amount in one given unit, for columns that keep one scale; half is rounded away from zero. */
export function showIn(amount: Fen, unit: MoneyUnit, places: number): string {
  const step = 10 ** (moneyUnits[unit] - places);
  const steps = Math.sign(amount) * Math.round(Math.abs(amount) / step);
  return grouped(steps / 10 ** places, places);
}

/** The amount in one unit as a plain number, for chart axes and spreadsheet cells. */
export const inUnit = (amount: Fen, unit: MoneyUnit): number => amount / 10 ** moneyUnits[unit];
