import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { Assessment } from '$lib/policy/conditions/assess';
import type { Answer } from '$lib/policy/conditions/evaluate';
import type { LampColour } from '$lib/ui/lamp';
import type { GuideItem } from '../guide/guide-view';
import { exactMoney } from '../words/amount-words';

/** The lamp of an answer: what is not known is grey, never green. */
export const answerLamp: Record<Answer, LampColour> = {
  met: 'green',
  not_met: 'red',
  undetermined: 'grey',
  not_applicable: 'grey',
};

export interface AnswerCounts {
  met: number;
  notMet: number;
  open: number;
}

/** How the conditions that decide were answered; priorities and what does not apply are left out. */
export function countAnswers({ eligibility }: Assessment): AnswerCounts {
  const answers = eligibility.conditions
    .filter(({ condition }) => condition.kind !== 'priority')
    .map(({ answer }) => answer);
  const count = (wanted: Answer) => answers.filter((answer) => answer === wanted).length;
  return { met: count('met'), notMet: count('not_met'), open: count('undetermined') };
}

/** Page title of the calculator: the answer for this project. */
export function answerTitle({ category }: GuideItem, assessment: Assessment, isEmpty: boolean): string {
  const name = labelOf(category.name);
  const { met, notMet, open } = countAnswers(assessment);
  if (met + notMet + open === 0) return m.policy_calc_title_nothing({ name });
  if (isEmpty) return m.policy_calc_title_empty({ name });
  const { known } = assessment.ceiling;
  switch (assessment.eligibility.answer) {
    case 'not_met':
      return m.policy_calc_title_not_met({ name, count: notMet });
    case 'undetermined':
      return m.policy_calc_title_open({ name, count: open });
    case 'met':
      return known
        ? m.policy_calc_title_met({ name, amount: exactMoney(known.fen) })
        : m.policy_calc_title_met_plain({ name });
  }
}

/** Title of the list of clauses: how many were answered which way. */
export function clausesTitle(assessment: Assessment): string {
  const { met, notMet, open } = countAnswers(assessment);
  return m.policy_clauses_title({ met, notMet, open });
}
