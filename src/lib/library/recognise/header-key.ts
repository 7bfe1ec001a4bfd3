import type { MoneyUnit } from '$lib/domain/money';
import { unitOf } from '../values/amount';
import { comparisonKey, halfWidth } from '../values/text';

const bracketedUnit = /[([【]\s*(?:单位\s*:?\s*)?(?:人民币\s*)?(亿元|万元|元)\s*[)\]】]/;
const trailingUnit = /(亿元|万元)$/;
const leadingYear = /^(?:20\d{2}年度?|上年度?|其中)+/;

export interface HeaderKey {
  /** What the header means, for comparing. */
  key: string;
  /** The unit that the header names, or null. */
  unit: MoneyUnit | null;
}

/** What a header says, without width, spaces, brackets, year and unit: 主营业务收入 （万元） → 主营业务收入, 万元. */
export function headerKey(header: string): HeaderKey {
  const half = halfWidth(header).replace(/\s+/g, '');
  const unit = bracketedUnit.exec(half) ?? trailingUnit.exec(half);
  const bare = unit ? half.replace(unit[0], '') : half;
  return { key: comparisonKey(bare).replace(leadingYear, ''), unit: unit?.[1] ? unitOf(unit[1]) : null };
}
