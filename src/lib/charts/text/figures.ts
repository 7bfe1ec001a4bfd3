import { showPercent } from '$lib/domain/ratio';
import { showIn, type Fen, type MoneyUnit } from '$lib/domain/money';
import { m } from '$lib/i18n/paraglide/messages';

/** Figure and unit stand close in charts: U+2009. */
export const thin = '\u2009';

/** What stands for a missing figure; the reason goes into the tooltip or beside it. */
export const absent = '—';

/** "61 %" for 0.61, or the dash. */
export const percentText = (ratio: number | null, places = 0): string =>
  ratio === null ? absent : `${showPercent(ratio, places)}${thin}%`;

export const unitText = (unit: MoneyUnit): string =>
  ({ yuan: m.chart_unit_yuan(), wanYuan: m.chart_unit_wan_yuan(), yiYuan: m.chart_unit_yi_yuan() })[unit];

/** Amounts of one chart share a unit: 亿元 when the largest reaches 1 亿元, else 万元. */
export function commonUnit(amounts: readonly (Fen | null)[]): 'wanYuan' | 'yiYuan' {
  const largest = Math.max(0, ...amounts.map((amount) => Math.abs(amount ?? 0)));
  return largest >= 1e10 ? 'yiYuan' : 'wanYuan';
}

/** "36.60 亿元" or "36,600 万元", or the dash. */
export function moneyText(amount: Fen | null, unit: 'wanYuan' | 'yiYuan'): string {
  if (amount === null) return absent;
  return `${showIn(amount, unit, unit === 'yiYuan' ? 2 : 0)}${thin}${unitText(unit)}`;
}

/** "+16" or "−6" of two ratios in points; 0 has no sign. Rounded once, from the difference. */
export function pointsText(difference: number): string {
  const text = showPercent(difference);
  return Number(text.replace('\u2212', '-')) > 0 ? `+${text}` : text === '\u22120' ? '0' : text;
}

/** Ticks of an axis of ratios, in percent; only the last one carries the sign. */
export const percentTick =
  ({ max, step }: { max: number; step: number }) =>
  (value: number): string =>
    `${Math.round(value * 100)}${value > max - step / 2 ? `${thin}%` : ''}`;

/** Room that the widest of those ticks takes at the left of a panel. */
export const percentTickText = `100${thin}%`;
