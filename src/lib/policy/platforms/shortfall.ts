import type { FactValues, Test } from '../conditions/condition.ts';
import { evaluateTest, factsOfLook, type LeafTest } from '../conditions/evaluate-test.ts';

/** What keeps a test from being met. */
export type Shortfall =
  /** A number is too small: in the unit of its facts (money in 分). */
  | { kind: 'amount'; facts: string[]; found: number; wanted: number; short: number }
  /** A share is too small: in percent, the gap rounded up to the hundredth of a point. */
  | { kind: 'share'; part: string; whole: string; found: number; wanted: number; short: number }
  /** The firm says that it does not have it, or the test is of another kind. */
  | { kind: 'lacking'; facts: string[] }
  /** Nobody has told: it stays open. */
  | { kind: 'unknown'; facts: string[] }
  /** All of these are wanting. */
  | { kind: 'all'; parts: Shortfall[] }
  /** One of these is enough. */
  | { kind: 'any'; parts: Shortfall[] };

const numberOf = (facts: FactValues, id: string): number => {
  const value = facts[id];
  return typeof value === 'number' ? value : 0;
};

/** The least value that satisfies every lower bound of the test. */
const leastOf = ({ bounds }: Extract<LeafTest, { kind: 'amount' | 'share' }>): number | null => {
  const lower = bounds.filter(({ comparison }) => comparison === 'at_least').map(({ value }) => value);
  return lower.length === bounds.length && lower.length > 0 ? Math.max(...lower) : null;
};

const hundredths = 100;

function shareShortfall(
  test: Extract<LeafTest, { kind: 'share' }>,
  wanted: number,
  facts: FactValues,
): Shortfall {
  const whole = numberOf(facts, test.whole);
  const found = whole === 0 ? 0 : Math.floor((numberOf(facts, test.part) / whole) * 1e4) / hundredths;
  const short = Math.round((wanted - found) * hundredths) / hundredths;
  return { kind: 'share', part: test.part, whole: test.whole, found, wanted, short };
}

function leafShortfall(test: LeafTest, facts: FactValues): Shortfall {
  const wanted = test.kind === 'amount' || test.kind === 'share' ? leastOf(test) : null;
  if (wanted === null) return { kind: 'lacking', facts: factsOfLook(test) };
  if (test.kind === 'share') return shareShortfall(test, wanted, facts);
  const named = factsOfLook(test);
  const found = named.reduce((sum, fact) => sum + numberOf(facts, fact), 0);
  return { kind: 'amount', facts: named, found, wanted, short: wanted - found };
}

/**
 * What is still missing to meet a test, in the numbers of its facts; null where it is met. Alternatives are kept as
 * alternatives: any one of them would do.
 * @throws TypeError for a fact whose value is not of its kind
 */
export function shortfallOf(test: Test, facts: FactValues): Shortfall | null {
  const { state, missing } = evaluateTest(test, facts);
  if (state === true) return null;
  if (test.kind === 'not') return { kind: state === null ? 'unknown' : 'lacking', facts: missing };
  if (test.kind === 'all' || test.kind === 'any' || test.kind === 'count') {
    const parts = test.tests.map((one) => shortfallOf(one, facts)).filter((one) => one !== null);
    const only = parts.length === 1 ? parts[0] : undefined;
    return only ?? { kind: test.kind === 'all' ? 'all' : 'any', parts };
  }
  return state === null ? { kind: 'unknown', facts: missing } : leafShortfall(test, facts);
}

/** The numbers that are too small, those of alternatives included. */
export function shortNumbers(shortfall: Shortfall): Extract<Shortfall, { kind: 'amount' | 'share' }>[] {
  if (shortfall.kind === 'all' || shortfall.kind === 'any') return shortfall.parts.flatMap(shortNumbers);
  return shortfall.kind === 'amount' || shortfall.kind === 'share' ? [shortfall] : [];
}
