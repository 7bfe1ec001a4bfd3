import { fenFromNumber, type MoneyUnit } from '../../domain/money.ts';
import type { Comparison, Condition, DateEdge, Fact, Test } from './condition.ts';
import { variantFact } from './condition.ts';
import type { AmountText, ConditionText, FactText, TestText, WindowText } from './schema.ts';

/** A condition that does not make sense, such as money without a unit; the reader adds file and place. */
export class ConditionError extends Error {
  constructor(
    readonly conditionId: string,
    problem: string,
  ) {
    super(problem);
    this.name = 'ConditionError';
  }
}

const comparisons = ['at_least', 'more_than', 'at_most', 'less_than'] as const satisfies Comparison[];
const moneyUnits = { CNY: 'yuan', CNY_10K: 'wanYuan', CNY_100M: 'yiYuan' } as const satisfies Record<
  string,
  MoneyUnit
>;
const monthsIn = { year: 12, month: 1 } as const;

type Bounded = Partial<Record<Comparison, number | undefined>>;

const boundsOf = (text: Bounded, convert: (printed: number) => number) =>
  comparisons.flatMap((comparison) => {
    const printed = text[comparison];
    return printed === undefined ? [] : [{ comparison, value: convert(printed) }];
  });

const edge = (included?: string, excluded?: string): DateEdge | null => {
  if (included !== undefined) return { day: included, included: true };
  return excluded === undefined ? null : { day: excluded, included: false };
};

const isWindow = (text: AmountText | WindowText): text is WindowText =>
  'from' in text || 'to' in text || 'after' in text || 'before' in text;

/** Compiles one item's tests against the facts that exist. */
export class TestCompiler {
  constructor(
    private readonly facts: ReadonlyMap<string, Fact>,
    private readonly variantIds: readonly string[],
  ) {}

  condition(text: ConditionText): Condition {
    const inside = this.within(text.id);
    return {
      id: text.id,
      kind: text.kind,
      name: text.name,
      when: this.when(text, inside),
      test: inside(text.test),
      inPrinciple: text.in_principle ?? false,
      source: text.source,
    };
  }

  private when(text: ConditionText, inside: (test: TestText) => Test): Test | null {
    const typed: Test | null = text.variants
      ? { kind: 'one_of', fact: variantFact, options: this.knownVariants(text.id, text.variants) }
      : null;
    const own = text.when ? inside(text.when) : null;
    if (typed && own) return { kind: 'all', tests: [typed, own] };
    return typed ?? own;
  }

  private knownVariants(conditionId: string, wanted: string[]): string[] {
    const stray = wanted.find((id) => !this.variantIds.includes(id));
    if (stray) throw new ConditionError(conditionId, `type “${stray}” is not defined`);
    return wanted;
  }

  private within(conditionId: string): (test: TestText) => Test {
    const fail = (problem: string): never => {
      throw new ConditionError(conditionId, problem);
    };
    const fact = (id: string, types: readonly Fact['type'][]): string => {
      const found = this.facts.get(id);
      if (!found) return fail(`fact “${id}” is not defined`);
      if (!types.includes(found.type)) return fail(`fact “${id}” is of type ${found.type}`);
      return id;
    };
    const amount = (ids: string[], text: Bounded & { unit?: keyof typeof moneyUnits | undefined }): Test => {
      const money = ids.every((id) => this.facts.get(id)?.type === 'money');
      const { unit } = text;
      if (money !== (unit !== undefined))
        return fail(`${ids.join(' + ')}: money needs a unit, others have none`);
      const facts = ids.map((id) => fact(id, ['money', 'count', 'number', 'percent', 'years']));
      const convert = unit
        ? (printed: number) => fenFromNumber(printed, moneyUnits[unit])
        : (printed: number) => printed;
      return { kind: 'amount', facts, bounds: boundsOf(text, convert) };
    };
    const options = (id: string, wanted: string[]): Test => {
      if (id === variantFact)
        return { kind: 'one_of', fact: id, options: this.knownVariants(conditionId, wanted) };
      const known = this.facts.get(fact(id, ['option']))?.options.map((one) => one.id) ?? [];
      const stray = wanted.find((option) => !known.includes(option));
      if (stray) return fail(`fact “${id}” has no option “${stray}”`);
      return { kind: 'one_of', fact: id, options: wanted };
    };
    const test = (text: TestText): Test => {
      if ('all' in text) return { kind: 'all', tests: text.all.map(test) };
      if ('any' in text) return { kind: 'any', tests: text.any.map(test) };
      if ('not' in text) return { kind: 'not', test: test(text.not) };
      if ('count' in text) return { kind: 'count', tests: text.count.map(test), atLeast: text.at_least };
      if ('holds' in text) return { kind: 'holds', fact: fact(text.holds, ['yes_no', 'document']) };
      if ('in' in text) return options(text.fact, text.in);
      if ('sum' in text) return amount(text.sum, text);
      if ('part' in text) {
        const bounds = boundsOf(text, (printed) => printed);
        const types = ['money', 'count', 'number'] as const;
        return { kind: 'share', part: fact(text.part, types), whole: fact(text.of, types), bounds };
      }
      if ('duration' in text) {
        const { from, to } = text.duration;
        const bounds = boundsOf(text, (printed) => printed * monthsIn[text.unit]);
        return { kind: 'duration', from: fact(from, ['date']), to: fact(to, ['date']), bounds };
      }
      if (isWindow(text)) {
        const window = { from: edge(text.from, text.after), to: edge(text.to, text.before) };
        return { kind: 'date', fact: fact(text.fact, ['date']), ...window };
      }
      return amount([text.fact], text);
    };
    return test;
  }
}

export const compileFact = (text: FactText): Fact => ({
  id: text.id,
  name: text.name,
  type: text.type,
  unit: text.unit ?? null,
  options: text.options ?? [],
  aliases: text.aliases,
  column: text.column ?? null,
});
