import { m } from '$lib/i18n/paraglide/messages';
import { exactMoney, monthsWords, plainNumber, withUnit } from '../words/amount-words';
import type { CompareRow, Difference } from './compare-items';

const signed = (value: number, word: (size: number) => string): string =>
  `${value > 0 ? '+' : '\u2212'}${word(Math.abs(value))}`;

/** “+1,000 万元（+50 %）”, “−5 个百分点”, “+12 个月”. */
export function differenceWords({ measured, by, percent }: Difference): string {
  const size = {
    money: (value: number) => exactMoney(value),
    percent: (value: number) => m.policy_points({ count: plainNumber(value) }),
    months: monthsWords,
    number: plainNumber,
  }[measured];
  const change = signed(by, size);
  return percent === null
    ? change
    : m.policy_with_percent({
        change,
        percent: signed(percent, (value) => withUnit(plainNumber(value), '%')),
      });
}

/** 按 10 % became 不超过 10 %: the same figure, but a ceiling instead of a rate. */
const isNewBound = ({ aspect, earlier, later }: CompareRow): boolean =>
  aspect === 'rate' &&
  earlier.length === 1 &&
  later.length === 1 &&
  earlier[0]?.amount?.value === later[0]?.amount?.value;

/** What became of a value; empty where it is the same. */
export function changeWords(row: CompareRow): string {
  const { state, difference } = row;
  if (difference) return differenceWords(difference);
  if (state === 'changed' && isNewBound(row)) return m.policy_state_bound();
  return {
    same: '',
    changed: m.policy_state_changed(),
    added: m.policy_state_added(),
    dropped: m.policy_state_dropped(),
  }[state];
}
