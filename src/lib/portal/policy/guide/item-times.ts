import type { Condition, Test } from '$lib/policy/conditions/condition';
import type { LeafTest } from '$lib/policy/conditions/evaluate-test';
import { leavesOf } from '../words/leaves';

/** A date or a length of time that an item sets. */
export interface ItemTime {
  condition: Condition;
  /** The tests to be worded; empty where only the condition's own words say it well (one of several, not …). */
  tests: LeafTest[];
}

const isTime = (test: LeafTest) => test.kind === 'date' || test.kind === 'duration';

/** True where the leaves together say what the test says: a leaf, or all of several. */
const isPlain = (test: Test): boolean =>
  test.kind === 'all' ? test.tests.every(isPlain) : !['any', 'not', 'count'].includes(test.kind);

/** When an item's projects must begin, end, last: its conditions on days, in the order of the text. */
export const timesOf = (conditions: readonly Condition[]): ItemTime[] =>
  conditions
    .filter(({ kind, test }) => kind !== 'priority' && leavesOf(test).some(isTime))
    .map((condition) => ({
      condition,
      tests: isPlain(condition.test) ? leavesOf(condition.test).filter(isTime) : [],
    }));
