import type { Condition, FactValues, Test } from '../conditions/condition.ts';
import { evaluateTest, factsOfLook, type LeafTest, type State } from '../conditions/evaluate-test.ts';
import type { PlatformLevel } from './platforms.ts';

/** A number that a level asks for. */
export interface LevelThreshold {
  levelId: string;
  condition: Condition;
  test: LeafTest;
  /** Another number of the same condition would do instead. */
  isAlternative: boolean;
}

/** What is counted, with the number that each level asks for it; null where a level asks for none. */
export interface ThresholdLine {
  /** Facts that are counted, joined by +. */
  key: string;
  facts: string[];
  levels: (LevelThreshold | null)[];
}

interface Found {
  test: LeafTest;
  isAlternative: boolean;
}

function numbersOf(test: Test, isAlternative = false): Found[] {
  if (test.kind === 'not') return numbersOf(test.test, isAlternative);
  if (test.kind === 'all') return test.tests.flatMap((one) => numbersOf(one, isAlternative));
  if (test.kind === 'any' || test.kind === 'count') return test.tests.flatMap((one) => numbersOf(one, true));
  return test.kind === 'amount' || test.kind === 'share' ? [{ test, isAlternative }] : [];
}

/** Every number that a level asks for, in the order of its text. */
export const levelThresholds = ({ id, conditions }: PlatformLevel): LevelThreshold[] =>
  conditions.flatMap((condition) =>
    numbersOf(condition.test).map((found) => ({ levelId: id, condition, ...found })),
  );

/** The numbers of all levels beside each other; the order is that of the level that asks for most. */
export function thresholdLines(levels: readonly PlatformLevel[]): ThresholdLine[] {
  const all = levels.map(levelThresholds);
  const keyOf = ({ test }: LevelThreshold) => factsOfLook(test).join(' + ');
  const longestFirst = [...all].sort((a, b) => b.length - a.length).flat();
  const keys = [...new Set(longestFirst.map(keyOf))];
  return keys.map((key) => {
    const ofLevels = all.map((own) => own.find((one) => keyOf(one) === key) ?? null);
    const first = ofLevels.find((one) => one !== null);
    return { key, facts: first ? factsOfLook(first.test) : [], levels: ofLevels };
  });
}

/** Whether the reported values reach a threshold, looked at alone; null where a value is missing. */
export const thresholdState = ({ test }: LevelThreshold, facts: FactValues): State =>
  evaluateTest(test, facts).state;
