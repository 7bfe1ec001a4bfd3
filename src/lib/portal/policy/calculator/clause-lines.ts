import type { Answer, ConditionAnswer } from '$lib/policy/conditions/evaluate';
import { evaluateTest, type LeafTest, type State } from '$lib/policy/conditions/evaluate-test';
import { variantFact, type FactValues, type Test } from '$lib/policy/conditions/condition';
import { m } from '$lib/i18n/paraglide/messages';
import { booleanWords, type WordContext } from '../words/fact-words';
import { appliesTo } from '../words/leaves';
import { foundWords, subjectWords, wantedWords } from '../words/test-words';

/** One look at the facts: what, what was found, what was expected. */
export interface LookLine {
  subject: string;
  found: string;
  expected: string;
  state: State;
}

export const answerWord = (answer: Answer): string =>
  ({
    met: m.policy_answer_met,
    not_met: m.policy_answer_not_met,
    undetermined: m.policy_answer_undetermined,
    not_applicable: m.policy_answer_not_applicable,
  })[answer]();

interface Expectation {
  test: LeafTest;
  negated: boolean;
}

function expectations(test: Test, negated = false): Expectation[] {
  switch (test.kind) {
    case 'all':
    case 'any':
    case 'count':
      return test.tests.flatMap((one) => expectations(one, negated));
    case 'not':
      return expectations(test.test, !negated);
    default:
      return [{ test, negated }];
  }
}

const expectedWords = (context: WordContext, { test, negated }: Expectation) => {
  if (!negated) return wantedWords(context, test);
  return test.kind === 'holds'
    ? booleanWords(context, test.fact, false)
    : m.policy_not({ test: wantedWords(context, test) });
};

/**
 * Found beside expected, look by look, in the order of the text. Where a condition applies only to some projects,
 * the facts that say so come first; the type is not repeated.
 */
export function lookLines(
  context: WordContext,
  { condition }: Pick<ConditionAnswer, 'condition'>,
  facts: FactValues,
): LookLine[] {
  const { under } = appliesTo(condition);
  return [...(under ? expectations(under) : []), ...expectations(condition.test)]
    .filter(({ test }) => !(test.kind === 'one_of' && test.fact === variantFact))
    .map((expectation) => {
      const { state } = evaluateTest(expectation.test, facts);
      return {
        subject: subjectWords(context, expectation.test),
        found: foundWords(context, expectation.test, facts),
        expected: expectedWords(context, expectation),
        state: state === null ? null : state !== expectation.negated,
      };
    });
}
