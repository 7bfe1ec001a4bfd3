import { addDays, addMonths, type IsoDate } from '$lib/domain/calendar';
import { evaluateCondition } from '$lib/policy/conditions/evaluate';
import { evaluateTest, type LeafTest } from '$lib/policy/conditions/evaluate-test';
import { factById } from '$lib/policy/conditions/look-up';
import {
  variantFact,
  type Bound,
  type ConditionBook,
  type DateEdge,
  type FactValue,
  type ItemConditions,
  type Test,
} from '$lib/policy/conditions/condition';
import { subsidyOf } from '$lib/policy/look-up';
import type { Category } from '$lib/policy/rulebook';
import { conditionsFor } from './asked-facts';

/**
 * A project that fulfils an item, made from the item's own conditions: an example to start from. Amounts lie on the
 * bounds or above; where one condition moves a fact out of another's reach the rounds below set it right again.
 */
const rounds = 8;

class Example {
  readonly facts: Record<string, FactValue> = {};
  readonly #book: ConditionBook;
  /** A day to count from where no condition sets one: the year before the guide begins. */
  readonly #beginning: IsoDate;

  constructor(book: ConditionBook, guideYear: number) {
    this.#book = book;
    this.#beginning = `${guideYear - 1}-01-01`;
  }

  /** Sets facts so that the test holds, or, where it is not wanted, does not. */
  satisfy(test: Test, wanted: boolean): void {
    if (evaluateTest(test, this.facts).state === wanted) return;
    switch (test.kind) {
      case 'not':
        return this.satisfy(test.test, !wanted);
      case 'all':
      case 'any': {
        const everyOne = (test.kind === 'all') === wanted;
        return (everyOne ? test.tests : test.tests.slice(0, 1)).forEach((one) => this.satisfy(one, wanted));
      }
      case 'count':
        return (wanted ? test.tests.slice(0, test.atLeast) : test.tests).forEach((one) =>
          this.satisfy(one, wanted),
        );
      default:
        return this.satisfyLeaf(test, wanted);
    }
  }

  private satisfyLeaf(test: LeafTest, wanted: boolean): void {
    switch (test.kind) {
      case 'amount': {
        const [first = '', ...others] = test.facts;
        const rest = others.reduce((sum, id) => sum + this.number(id, 0), 0);
        this.facts[first] = Math.max(0, this.within(first, test.bounds, wanted) - rest);
        for (const id of others) this.facts[id] ??= 0;
        return;
      }
      case 'share': {
        const whole = this.number(test.whole, 100);
        this.facts[test.whole] = whole;
        const percent = this.within(null, test.bounds, wanted);
        this.facts[test.part] = Math.ceil((whole * percent) / 100);
        return;
      }
      case 'date':
        this.facts[test.fact] = this.day(test.from, test.to, wanted);
        return;
      case 'duration': {
        const months = this.within(null, test.bounds, wanted);
        const from = this.facts[test.from] ?? null;
        const to = this.facts[test.to] ?? null;
        if (typeof to === 'string') this.facts[test.from] = addMonths(to, -months);
        else {
          const begin = typeof from === 'string' ? from : this.#beginning;
          this.facts[test.from] = begin;
          this.facts[test.to] = addMonths(begin, months);
        }
        return;
      }
      case 'holds':
        this.facts[test.fact] = wanted;
        return;
      case 'one_of': {
        // The type is given, and what speaks of another type does not matter.
        if (test.fact === variantFact) return;
        const all = factById(this.#book, test.fact)?.options.map(({ id }) => id) ?? [];
        const fitting = wanted ? test.options : all.filter((id) => !test.options.includes(id));
        this.facts[test.fact] = fitting[0] ?? null;
      }
    }
  }

  private number(id: string, otherwise: number): number {
    const value = this.facts[id];
    return typeof value === 'number' ? value : otherwise;
  }

  /** A value within the bounds, or outside the first of them where that is wanted. */
  private within(id: string | null, bounds: readonly Bound[], wanted: boolean): number {
    const isMoney = id !== null && factById(this.#book, id)?.type === 'money';
    const step = isMoney ? 1e6 : 1;
    const inside = ({ comparison, value }: Bound) =>
      comparison === 'more_than' ? value + step : comparison === 'less_than' ? value - step : value;
    const outside = ({ comparison, value }: Bound) =>
      comparison === 'at_least' || comparison === 'more_than' ? Math.max(0, value - step) : value + step;
    const [first] = bounds;
    if (!first) return 0;
    return wanted ? inside(first) : outside(first);
  }

  private day(from: DateEdge | null, to: DateEdge | null, wanted: boolean): string | null {
    if (!wanted) return to ? addDays(to.day, 1) : from ? addDays(from.day, -1) : null;
    if (to) return to.included ? to.day : addDays(to.day, -1);
    return from ? (from.included ? from.day : addDays(from.day, 1)) : null;
  }
}

/** A base that no condition bounds takes what reaches the cap, so that the example shows an amount. */
function fillBases(example: Example, category: Category, variantId: string | null): void {
  const { components, capFen } = subsidyOf(category, variantId);
  for (const { baseId, percent, capFen: own } of components) {
    const most = own ?? capFen?.value ?? null;
    if ((example.facts[baseId] ?? null) === null && most !== null && percent > 0)
      example.facts[baseId] = Math.ceil((most * 100) / percent / 1e6) * 1e6;
  }
}

/** Facts of a project of this type that meets every requirement, as far as they can be found. */
export function exampleFacts(
  book: ConditionBook,
  category: Category,
  item: ItemConditions,
  variantId: string | null,
): Record<string, FactValue> {
  const example = new Example(book, category.guideYear);
  if (variantId !== null) example.facts[variantFact] = variantId;
  const conditions = conditionsFor(item, variantId);
  for (let round = 0; round < rounds; round += 1) {
    const open = conditions.filter(
      (condition) => !['met', 'not_applicable'].includes(evaluateCondition(condition, example.facts).answer),
    );
    if (open.length === 0) break;
    for (const condition of open) {
      if (condition.when) example.satisfy(condition.when, true);
      example.satisfy(condition.test, true);
    }
  }
  fillBases(example, category, variantId);
  return example.facts;
}
