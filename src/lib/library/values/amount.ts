import { fenFromDecimal, MoneyFormatError, moneyUnits, type Fen, type MoneyUnit } from '$lib/domain/money';
import type { CellValue } from '../read/cells';
import { fault, missing, read, type Reading } from './reading';
import { halfWidth, isMissing } from './text';

const unitWords: Record<string, MoneyUnit> = {
  元: 'yuan',
  万: 'wanYuan',
  万元: 'wanYuan',
  亿: 'yiYuan',
  亿元: 'yiYuan',
};

/** The unit that a word such as 万元 names, or null. */
export const unitOf = (word: string): MoneyUnit | null => unitWords[word] ?? null;

const ownUnit = /(亿元|万元|亿|万|元)整?$/;
const currency = /^(?:人民币|RMB|CNY|\u00a5)/i;
const fullWidth = /[\uff0b-\uff0e\uff10-\uff19]/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** Exact where the text holds whole 分; a longer fraction, as a formula leaves it, is rounded to the 分. */
function fenReading(text: string, unit: MoneyUnit, change: 'amount_with_unit' | 'full_width_digits' | null) {
  try {
    return read(fenFromDecimal(text, unit), change);
  } catch (error) {
    if (!(error instanceof MoneyFormatError)) throw error;
    if (error.reason === 'too_large') return fault('amount_absurd');
    if (error.reason === 'not_a_number') return fault('amount_not_number');
    return read(fenFromDecimal(Number(text).toFixed(moneyUnits[unit]), unit), 'amount_rounded');
  }
}

/** Binary floats carry noise such as 0.30000000000000004; 15 digits are what a spreadsheet itself keeps. */
function readNumber(value: number, unit: MoneyUnit): Reading<Fen> {
  if (!Number.isFinite(value)) return fault('amount_not_number');
  const kept = Number(value.toPrecision(15));
  const text = kept.toString().includes('e') ? kept.toFixed(12) : kept.toString();
  return fenReading(text, unit, null);
}

/** As most cells are written. */
const plainNumber = /^[+-]?\d+(?:\.\d+)?$/;

function readWritten(text: string, unit: MoneyUnit): Reading<Fen> {
  if (plainNumber.test(text)) return fenReading(text, unit, null);
  const half = halfWidth(text.trim());
  const bare = half.replace(currency, '').trim();
  const word = ownUnit.exec(bare);
  const digits = (word ? bare.slice(0, word.index) : bare).trim();
  const plain = grouped.test(digits) ? digits.replaceAll(',', '') : digits;
  const said = word?.[1] ? unitOf(word[1]) : null;
  if (said) return fenReading(plain, said, 'amount_with_unit');
  return fenReading(plain, unit, fullWidth.test(text) ? 'full_width_digits' : null);
}

/**
 * An amount of money in 分. A unit in the cell itself (1.2亿元) goes before the column's unit.
 * Faults: `amount_not_number`, `amount_absurd` (too large to hold).
 */
export function readAmount(value: CellValue, unit: MoneyUnit): Reading<Fen> {
  if (isMissing(value)) return missing;
  if (typeof value === 'number') return readNumber(value, unit);
  if (typeof value === 'string') return readWritten(value, unit);
  // A date or a tick box where an amount belongs: the cell's format is wrong and the number cannot be trusted.
  return fault('amount_not_number');
}
