import type { SubsidyBase } from '$lib/policy/rulebook';
import type { GuideItem } from '../guide/guide-view';
import { leavesOf } from '../words/leaves';
import { factsOfLook } from '$lib/policy/conditions/evaluate-test';
import type { Condition } from '$lib/policy/conditions/condition';
import { aspects, ruleEntries, type Aspect, type Measured, type RuleEntry } from './rule-entries';

/** By how much a value went up or down: of the same measure, one value on each side. */
export interface Difference {
  measured: Measured;
  from: number;
  to: number;
  /** to − from: 分, percentage points, months or a number. */
  by: number;
  /** Change in percent of the earlier value, rounded; null for percentages and where it was 0. */
  percent: number | null;
}

export interface CompareRow {
  key: string;
  aspect: Aspect;
  label: string;
  earlier: RuleEntry[];
  later: RuleEntry[];
  state: 'same' | 'changed' | 'added' | 'dropped';
  difference: Difference | null;
}

const distinct = (entries: RuleEntry[]): RuleEntry[] =>
  entries.filter((entry, index) => entries.findIndex(({ words }) => words === entry.words) === index);

const sameKeys = (some: RuleEntry[], others: RuleEntry[]) => {
  const keys = (entries: RuleEntry[]) => [...new Set(entries.map(({ key }) => key))].sort().join('|');
  return keys(some) === keys(others);
};

export function differenceOf(earlier: readonly RuleEntry[], later: readonly RuleEntry[]): Difference | null {
  const [one, more] = earlier;
  const [other, further] = later;
  if (!one?.amount || !other?.amount || more || further) return null;
  if (one.amount.measured !== other.amount.measured || one.amount.value === other.amount.value) return null;
  const { value: from, measured } = one.amount;
  const to = other.amount.value;
  const percent = measured === 'percent' || from === 0 ? null : Math.round(((to - from) / from) * 100);
  return { measured, from, to, by: to - from, percent };
}

function stateOf(earlier: RuleEntry[], later: RuleEntry[]): CompareRow['state'] {
  if (earlier.length === 0) return 'added';
  if (later.length === 0) return 'dropped';
  return sameKeys(earlier, later) ? 'same' : 'changed';
}

/** Values of both sides by aspect and subject, in the order of `aspects`, then of the earlier text. */
export function compareEntries(earlier: readonly RuleEntry[], later: readonly RuleEntry[]): CompareRow[] {
  const subjects = [...new Set([...earlier, ...later].map(({ aspect, subject }) => `${aspect} ${subject}`))];
  const rows = subjects.map((key): CompareRow => {
    const isHere = ({ aspect, subject }: RuleEntry) => `${aspect} ${subject}` === key;
    const [before, after] = [distinct(earlier.filter(isHere)), distinct(later.filter(isHere))];
    const first = after[0] ?? before[0];
    return {
      key,
      aspect: first?.aspect ?? 'rate',
      label: first?.label ?? '',
      earlier: before,
      later: after,
      state: stateOf(before, after),
      difference: differenceOf(before, after),
    };
  });
  return aspects.flatMap((aspect) => rows.filter((row) => row.aspect === aspect));
}

export interface ItemComparison {
  rows: CompareRow[];
  /** Conditions without a number that only one side asks for. */
  onlyEarlier: Condition[];
  onlyLater: Condition[];
  /** Rows that are not the same. */
  changed: number;
}

const plainKinds = new Set(['holds', 'one_of']);

/** Conditions that are answered by yes, no or a choice: they show no value, so they are listed. */
const plainConditions = (items: readonly GuideItem[]): Condition[] =>
  items
    .flatMap(({ conditions }) => conditions.conditions)
    .filter(({ test }) => leavesOf(test).every(({ kind }) => plainKinds.has(kind)));

const factKey = ({ test }: Condition) => [...new Set(leavesOf(test).flatMap(factsOfLook))].sort().join('+');

/** Items of two years that correspond, value by value. */
export function compareItems(
  earlier: readonly GuideItem[],
  later: readonly GuideItem[],
  bases: readonly SubsidyBase[],
): ItemComparison {
  const entries = (items: readonly GuideItem[]) => items.flatMap((item) => ruleEntries(item, bases));
  const rows = compareEntries(entries(earlier), entries(later));
  const [before, after] = [plainConditions(earlier), plainConditions(later)];
  const missingIn = (others: Condition[]) => {
    const keys = new Set(others.map(factKey));
    return (condition: Condition) => !keys.has(factKey(condition));
  };
  return {
    rows,
    onlyEarlier: before.filter(missingIn(after)),
    onlyLater: after.filter(missingIn(before)),
    changed: rows.filter(({ state }) => state !== 'same').length,
  };
}
