import { inUnit, type Fen, type MoneyUnit } from '$lib/domain/money';

const unitNames: Record<MoneyUnit, string> = { yuan: '元', wanYuan: '万元', yiYuan: '亿元' };

/** The unit as official tables print it. */
export const unitName = (unit: MoneyUnit): string => unitNames[unit];

/** An amount for a finding: plain digits in 万元, the unit of the official tables; its sentence names the unit. */
export const shownAmount = (amount: Fen): string => String(inUnit(amount, 'wanYuan'));
