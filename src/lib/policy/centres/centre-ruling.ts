import type { FactValues, ItemConditions } from '../conditions/condition.ts';
import { evaluateItem, type Answer, type Eligibility } from '../conditions/evaluate.ts';
import type { CentreConditions, CentreRules } from './centres.ts';

/** How the conditions that decide were answered; priorities and what does not apply are left out. */
export interface ConditionCounts {
  met: number;
  notMet: number;
  open: number;
}

/** What the rules say of a centre. */
export interface CentreRuling {
  founding: Eligibility;
  /** Conditions of the centres' own guide for support. */
  support: Eligibility;
  /** Conditions of the fund guide's item that the money comes from; null where the guide has none. */
  fund: Eligibility | null;
  /** Both together: one miss decides, one open answer leaves it open. */
  supportAnswer: Eligibility['answer'];
}

export const countConditions = ({ conditions }: Eligibility): ConditionCounts => {
  const deciding = conditions.filter(({ condition }) => condition.kind !== 'priority');
  const count = (wanted: Answer) => deciding.filter(({ answer }) => answer === wanted).length;
  return { met: count('met'), notMet: count('not_met'), open: count('undetermined') };
};

const itemOf = ({ id, applicant, conditions, ambiguities }: CentreConditions): ItemConditions => ({
  id,
  applicant,
  cityLimit: null,
  conditions,
  ambiguities,
});

function together(answers: readonly Eligibility['answer'][]): Eligibility['answer'] {
  if (answers.includes('not_met')) return 'not_met';
  return answers.includes('undetermined') ? 'undetermined' : 'met';
}

/**
 * Checks a centre against the founding conditions by the facts of the day, and against those of support (both
 * documents, A-37) by the facts of its application.
 * @throws TypeError for a fact whose value is not of its kind
 */
export function ruleCentre(
  rules: Pick<CentreRules, 'founding' | 'support'>,
  fundItem: ItemConditions | null,
  facts: { now: FactValues; applied: FactValues },
): CentreRuling {
  const support = evaluateItem(itemOf(rules.support), facts.applied);
  const fund = fundItem && evaluateItem(fundItem, facts.applied);
  return {
    founding: evaluateItem(itemOf(rules.founding), facts.now),
    support,
    fund,
    supportAnswer: together([support.answer, ...(fund ? [fund.answer] : [])]),
  };
}
