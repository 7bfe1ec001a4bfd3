import type { Condition } from '../conditions/condition.ts';
import type { Answer } from '../conditions/evaluate.ts';
import { leastOf } from './sql-text.ts';
import { testSql, type FactTypes } from './test-sql.ts';

/**
 * Answers as small numbers, the deciding one lowest: one miss decides, one open answer leaves it open, so that
 * the answer of all is the least of theirs.
 */
export const answerCodes = {
  not_met: 0,
  undetermined: 1,
  met: 2,
  not_applicable: 3,
} as const satisfies Record<Answer, number>;

const answersByCode: readonly Answer[] = ['not_met', 'undetermined', 'met', 'not_applicable'];

/** The answer that a number in a column stands for. @throws RangeError */
export function answerOfCode(code: number): Answer {
  const answer = answersByCode[code];
  if (!answer) throw new RangeError(`no answer has the code ${code}`);
  return answer;
}

const { not_met: notMet, undetermined, met, not_applicable: notApplicable } = answerCodes;

/** The code of one condition's answer over columns named by fact, as TINYINT. */
export function conditionSql(condition: Condition, types: FactTypes): string {
  const test = testSql(condition.test, types);
  const miss = condition.inPrinciple ? undetermined : notMet;
  if (condition.when === null)
    return `CAST(CASE WHEN ${test} THEN ${met} WHEN NOT ${test} THEN ${miss} ELSE ${undetermined} END AS TINYINT)`;
  const applies = testSql(condition.when, types);
  return `CAST(CASE WHEN NOT ${applies} THEN ${notApplicable} WHEN ${test} THEN ${met}
    WHEN ${applies} AND NOT ${test} THEN ${miss} ELSE ${undetermined} END AS TINYINT)`;
}

/** The code of all deciding answers together; undetermined where none could be checked. */
export function eligibilitySql(answers: readonly string[]): string {
  if (answers.length === 0) return `CAST(${undetermined} AS TINYINT)`;
  const least = leastOf(answers);
  return `CAST(CASE WHEN ${least} = ${notApplicable} THEN ${undetermined} ELSE ${least} END AS TINYINT)`;
}
