import type { Bound, Comparison, DateEdge, FactValues, Test } from '$lib/policy/conditions/condition';
import type { LeafTest } from '$lib/policy/conditions/evaluate-test';
import { factById } from '$lib/policy/conditions/look-up';
import { listed } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import { exactMoney, monthsWords, plainNumber, withUnit } from './amount-words';
import { booleanWords, factName, factUnit, factValueWords, optionName, type WordContext } from './fact-words';

export const signs: Record<Comparison, string> = {
  at_least: '≥',
  more_than: '>',
  at_most: '≤',
  less_than: '<',
};

const bounds = (some: readonly Bound[], word: (value: number) => string): string =>
  some.map(({ comparison, value }) => `${signs[comparison]}\u00A0${word(value)}`).join(m.policy_and());

/** A number in the unit of a fact: money in full, counts with their unit. */
const inUnitOf =
  ({ book }: WordContext, id: string) =>
  (value: number): string => {
    const fact = factById(book, id);
    if (fact?.type === 'money') return exactMoney(value);
    return withUnit(plainNumber(value), fact ? factUnit(fact) : '');
  };

/** A window of days: “2021-01-01 至 2022-06-30”; an edge that does not count says so. */
export function windowWords(from: DateEdge | null, to: DateEdge | null): string {
  if (from?.included && to?.included) return m.policy_from_to({ from: from.day, to: to.day });
  const start =
    from && (from.included ? m.policy_from({ day: from.day }) : m.policy_after({ day: from.day }));
  const end = to && (to.included ? m.policy_until({ day: to.day }) : m.policy_before({ day: to.day }));
  return [start, end].filter((part) => part !== null).join(m.policy_and());
}

/** What a test asks of its facts, without naming them: “≥ 2,000 万元”, “≤ 2024-06-30”. */
export function wantedWords(context: WordContext, test: LeafTest): string {
  switch (test.kind) {
    case 'amount':
      return bounds(test.bounds, inUnitOf(context, test.facts[0] ?? ''));
    case 'share':
      return bounds(test.bounds, (value) => withUnit(plainNumber(value), '%'));
    case 'duration':
      return bounds(test.bounds, monthsWords);
    case 'date':
      return windowWords(test.from, test.to);
    case 'holds':
      return booleanWords(context, test.fact, true);
    case 'one_of':
      return test.options.map((id) => optionName(context, test.fact, id)).join(m.policy_or());
  }
}

/** The facts that a test looks at, as one subject: “项目总投入”, “已投入 ÷ 总投入”. */
export function subjectWords(context: WordContext, test: LeafTest): string {
  const name = (id: string) => factName(context, id);
  switch (test.kind) {
    case 'amount':
      return test.facts.map(name).join(' + ');
    case 'share':
      return `${name(test.part)} ÷ ${name(test.whole)}`;
    case 'duration':
      return `${name(test.from)} → ${name(test.to)}`;
    default:
      return name(test.fact);
  }
}

/** A whole test in words. */
export function testWords(context: WordContext, test: Test): string {
  switch (test.kind) {
    case 'all':
      return test.tests.map((one) => testWords(context, one)).join(m.policy_semicolon());
    case 'any':
      return test.tests.map((one) => testWords(context, one)).join(m.policy_or());
    case 'count':
      return m.policy_count_of({
        count: test.atLeast,
        tests: listed(test.tests.map((one) => testWords(context, one))),
      });
    case 'not':
      return m.policy_not({ test: testWords(context, test.test) });
    case 'holds':
      return subjectWords(context, test);
    default:
      return `${subjectWords(context, test)} ${wantedWords(context, test)}`;
  }
}

/** What was found where a test looked: “6,000 万元”, “27.4 % = 2,910 ÷ 10,620 万元”, “未知”. */
export function foundWords(context: WordContext, test: LeafTest, facts: FactValues): string {
  const word = (id: string) => factValueWords(context, id, facts[id]);
  const number = (id: string) => {
    const value = facts[id];
    return typeof value === 'number' ? value : null;
  };
  switch (test.kind) {
    case 'amount': {
      if (test.facts.length === 1) return word(test.facts[0] ?? '');
      const parts = test.facts.map(number);
      const sum = parts.reduce<number | null>(
        (total, one) => (total === null || one === null ? null : total + one),
        0,
      );
      const terms = test.facts.map(word).join(' + ');
      return sum === null ? terms : `${inUnitOf(context, test.facts[0] ?? '')(sum)} = ${terms}`;
    }
    case 'share': {
      const [part, whole] = [number(test.part), number(test.whole)];
      const terms = `${word(test.part)} ÷ ${word(test.whole)}`;
      if (part === null || whole === null || whole === 0) return terms;
      return `${withUnit(plainNumber(Math.floor((part / whole) * 1e4) / 100), '%')} = ${terms}`;
    }
    case 'duration':
      return `${word(test.from)} → ${word(test.to)}`;
    default:
      return word(test.fact);
  }
}
