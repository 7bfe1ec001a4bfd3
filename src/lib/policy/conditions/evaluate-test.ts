import { addMonths } from '../../domain/calendar.ts';
import type { Bound, Comparison, DateEdge, FactValues, Test } from './condition.ts';

/** True, false, or null where a fact is missing. */
export type State = boolean | null;

/** A test without parts of its own: the place where facts are looked at. */
export type LeafTest = Exclude<Test, { kind: 'all' | 'any' | 'not' | 'count' }>;

/** What one look at the facts gave. */
export interface Look {
  test: LeafTest;
  state: State;
  /** Facts that are not known and would settle it. */
  missing: string[];
}

export interface TestAnswer {
  state: State;
  looks: Look[];
  /** Missing facts that keep the answer open; empty where it is settled. */
  missing: string[];
}

const holdsFor: Record<Comparison, (found: number, wanted: number) => boolean> = {
  at_least: (found, wanted) => found >= wanted,
  more_than: (found, wanted) => found > wanted,
  at_most: (found, wanted) => found <= wanted,
  less_than: (found, wanted) => found < wanted,
};

const within = (found: number, bounds: Bound[]) =>
  bounds.every(({ comparison, value }) => holdsFor[comparison](found, value));

/** Percent have at most two decimals: comparing ten-thousandths keeps the arithmetic in whole numbers. */
const shareWithin = (part: number, whole: number, bounds: Bound[]) =>
  bounds.every(({ comparison, value }) => {
    const wanted = BigInt(Math.round(whole * 100)) * BigInt(Math.round(value * 100));
    const found = BigInt(Math.round(part * 100)) * 10_000n;
    const order = found > wanted ? 1 : found < wanted ? -1 : 0;
    return holdsFor[comparison](order, 0);
  });

/** “不超过 3 年” holds up to the same day three years on. */
const durationWithin = (from: string, to: string, bounds: Bound[]) =>
  bounds.every(({ comparison, value }) => {
    const day = addMonths(from, value);
    return holdsFor[comparison](to > day ? 1 : to < day ? -1 : 0, 0);
  });

const afterEdge = (day: string, edge: DateEdge | null) =>
  edge === null || day > edge.day || (edge.included && day === edge.day);
const beforeEdge = (day: string, edge: DateEdge | null) =>
  edge === null || day < edge.day || (edge.included && day === edge.day);

/** The facts of one look, in the order in which the test names them. */
export function factsOfLook(test: LeafTest): string[] {
  if (test.kind === 'amount') return test.facts;
  if (test.kind === 'share') return [test.part, test.whole];
  if (test.kind === 'duration') return [test.from, test.to];
  return [test.fact];
}

const wrongKind = (fact: string, value: unknown): never => {
  throw new TypeError(`fact ${fact} cannot be ${typeof value}`);
};

function numberOf(fact: string, facts: FactValues): number {
  const value = facts[fact];
  return typeof value === 'number' ? value : wrongKind(fact, value);
}

function textOf(fact: string, facts: FactValues): string {
  const value = facts[fact];
  return typeof value === 'string' ? value : wrongKind(fact, value);
}

/** @throws TypeError for a value that is not of the fact's kind: facts are checked where they come in. */
function look(test: LeafTest, facts: FactValues): boolean {
  switch (test.kind) {
    case 'amount':
      return within(
        test.facts.reduce((sum, fact) => sum + numberOf(fact, facts), 0),
        test.bounds,
      );
    case 'share':
      return shareWithin(numberOf(test.part, facts), numberOf(test.whole, facts), test.bounds);
    case 'duration':
      return durationWithin(textOf(test.from, facts), textOf(test.to, facts), test.bounds);
    case 'date': {
      const day = textOf(test.fact, facts);
      return afterEdge(day, test.from) && beforeEdge(day, test.to);
    }
    case 'holds': {
      const value = facts[test.fact];
      return typeof value === 'boolean' ? value : wrongKind(test.fact, value);
    }
    case 'one_of':
      return test.options.includes(textOf(test.fact, facts));
  }
}

function evaluateLeaf(test: LeafTest, facts: FactValues): TestAnswer {
  const missing = factsOfLook(test).filter((fact) => (facts[fact] ?? null) === null);
  const state = missing.length > 0 ? null : look(test, facts);
  return { state, looks: [{ test, state, missing }], missing };
}

const joined = (state: State, parts: TestAnswer[]): TestAnswer => ({
  state,
  looks: parts.flatMap((part) => part.looks),
  missing: state === null ? [...new Set(parts.flatMap((part) => part.missing))] : [],
});

const every = (states: State[]): State =>
  states.includes(false) ? false : states.includes(null) ? null : true;
const some = (states: State[]): State =>
  states.includes(true) ? true : states.includes(null) ? null : false;

function atLeast(states: State[], wanted: number): State {
  const met = states.filter((state) => state === true).length;
  const open = states.filter((state) => state === null).length;
  if (met >= wanted) return true;
  return met + open < wanted ? false : null;
}

export const negated = (state: State): State => (state === null ? null : !state);

/**
 * Evaluates a test in three values (Kleene): a missing fact leaves it open only where the other facts do not
 * settle it. All looks are kept, so that every reason can be shown and not only the first.
 */
export function evaluateTest(test: Test, facts: FactValues): TestAnswer {
  if (test.kind === 'not') {
    const inner = evaluateTest(test.test, facts);
    return { ...inner, state: negated(inner.state) };
  }
  if (test.kind !== 'all' && test.kind !== 'any' && test.kind !== 'count') return evaluateLeaf(test, facts);
  const parts = test.tests.map((one) => evaluateTest(one, facts));
  const states = parts.map((part) => part.state);
  if (test.kind === 'all') return joined(every(states), parts);
  if (test.kind === 'any') return joined(some(states), parts);
  return joined(atLeast(states, test.atLeast), parts);
}
