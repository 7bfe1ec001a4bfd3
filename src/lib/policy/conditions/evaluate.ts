import type { Condition, FactValues, ItemConditions } from './condition.ts';
import { evaluateTest, type Look, type State } from './evaluate-test.ts';

/** 符合, 不符合, 待核实; a condition that speaks of other projects does not apply. */
export type Answer = 'met' | 'not_met' | 'undetermined' | 'not_applicable';

export interface ConditionAnswer {
  condition: Condition;
  answer: Answer;
  /** What was looked at, also where it applies (the condition's `when`). */
  looks: Look[];
  /** Facts that would settle an open answer. */
  missing: string[];
  /** The text says 原则上 and the test fails: left to judgement. */
  leftToJudgement: boolean;
}

export interface Eligibility {
  /** Undetermined also where the item prints no condition that could be checked. */
  answer: 'met' | 'not_met' | 'undetermined';
  conditions: ConditionAnswer[];
  /** Facts that would settle it; those of priorities are left out. */
  missing: string[];
}

const answerOf = (state: State): Answer => (state === null ? 'undetermined' : state ? 'met' : 'not_met');

/** One condition, with every look at the facts and, where it stays open, the facts that would settle it. */
export function evaluateCondition(condition: Condition, facts: FactValues): ConditionAnswer {
  const applies = condition.when ? evaluateTest(condition.when, facts) : null;
  if (applies?.state === false)
    return { condition, answer: 'not_applicable', looks: applies.looks, missing: [], leftToJudgement: false };
  const tested = evaluateTest(condition.test, facts);
  const looks = [...(applies?.looks ?? []), ...tested.looks];
  // Met whether or not it applies; otherwise an open “where” keeps it open.
  const state = applies?.state === null && tested.state !== true ? null : tested.state;
  const leftToJudgement = state === false && condition.inPrinciple;
  const answer = leftToJudgement ? 'undetermined' : answerOf(state);
  const open = [...(applies?.missing ?? []), ...tested.missing];
  return {
    condition,
    answer,
    looks,
    missing: answer === 'undetermined' ? [...new Set(open)] : [],
    leftToJudgement,
  };
}

/** All requirements and exclusions together: one miss decides, one open answer leaves it open. */
function together(answers: Answer[]): Eligibility['answer'] {
  if (answers.includes('not_met')) return 'not_met';
  const counted = answers.filter((answer) => answer !== 'not_applicable');
  return counted.length === 0 || counted.includes('undetermined') ? 'undetermined' : 'met';
}

/**
 * Checks a project against everything an item asks for. All answers are collected, not the first.
 * @throws TypeError for a fact whose value is not of its kind (see `checkFacts`).
 */
export function evaluateItem(item: ItemConditions, facts: FactValues): Eligibility {
  const conditions = item.conditions.map((condition) => evaluateCondition(condition, facts));
  const deciding = conditions.filter(({ condition }) => condition.kind !== 'priority');
  return {
    answer: together(deciding.map(({ answer }) => answer)),
    conditions,
    missing: [...new Set(deciding.flatMap(({ missing }) => missing))],
  };
}
