import { inUnit, type Fen } from '$lib/domain/money';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';

/** A number with as many decimals as it has, at most six, and commas: 1,234.5. The minus sign is U+2212. */
export const plainNumber = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 6 }).replace('-', '\u2212');

/** Number and unit, held together. */
export const withUnit = (figure: string, unit: string): string => (unit ? `${figure}\u00A0${unit}` : figure);

/** 1 亿元 and 1.5 亿元, but 12,345 万元: two decimals of 亿元 must say it all. */
const isRound = (fen: Fen) => Math.abs(fen) >= 1e10 && fen % 1e8 === 0;

/**
 * An amount of the rules or of the calculator exactly as it is, nothing rounded away: “2,000 万元”, “1 亿元”,
 * “20 million yuan”.
 */
export function exactMoney(fen: Fen): string {
  if (getLocale() === 'en') {
    return Math.abs(fen) >= 1e8
      ? withUnit(plainNumber(fen / 1e8), m.policy_unit_million())
      : withUnit(plainNumber(inUnit(fen, 'yuan')), m.unit_yuan());
  }
  return isRound(fen)
    ? withUnit(plainNumber(inUnit(fen, 'yiYuan')), m.unit_yi_yuan())
    : withUnit(plainNumber(inUnit(fen, 'wanYuan')), m.unit_wan_yuan());
}

/** A length of time in months, as years where it is whole years: “3 年”, “18 个月”. */
export const monthsWords = (months: number): string =>
  months % 12 === 0
    ? m.policy_years({ count: months / 12 })
    : m.policy_months({ count: plainNumber(months) });
