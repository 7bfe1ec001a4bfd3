import type { Condition, ConditionBook } from '$lib/policy/conditions/condition';
import { factById } from '$lib/policy/conditions/look-up';
import { leavesOf } from '../words/leaves';

export const conditionGroups = ['requirement', 'exclusion', 'document', 'priority'] as const;
export type ConditionGroup = (typeof conditionGroups)[number];

/** A requirement that asks for nothing but papers stands among the papers. */
export function groupOf(condition: Condition, book: ConditionBook): ConditionGroup {
  if (condition.kind !== 'requirement') return condition.kind;
  const onlyPapers = leavesOf(condition.test).every(
    (test) => test.kind === 'holds' && factById(book, test.fact)?.type === 'document',
  );
  return onlyPapers ? 'document' : 'requirement';
}

/** Conditions by what they are, in the order in which a reader needs them; a group without any is left out. */
export const groupConditions = (
  conditions: readonly Condition[],
  book: ConditionBook,
): { group: ConditionGroup; conditions: Condition[] }[] =>
  conditionGroups
    .map((group) => ({ group, conditions: conditions.filter((one) => groupOf(one, book) === group) }))
    .filter((entry) => entry.conditions.length > 0);
