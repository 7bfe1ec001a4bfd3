import { answerCodes, answerOfCode } from '$lib/policy/sql/condition-sql';
import { answerColumn, type ItemPair, type MoveRow } from './what-if-sql';
import type { DecidingCondition, WhatIfMove } from './what-if-view';

const isNotMet = (code: unknown): boolean => code === answerCodes.not_met;

/** The conditions that turned: to “not met” where a project falls out, from it where one comes in. */
function deciding({ before }: ItemPair, row: MoveRow): DecidingCondition[] {
  return before.item.conditions.flatMap(({ id, name, kind }, index) => {
    const was = row[answerColumn('before', index)];
    const is = row[answerColumn('after', index)];
    return kind !== 'priority' && was !== undefined && isNotMet(was) !== isNotMet(is) ? [{ id, name }] : [];
  });
}

/** Eligibility speaks of all conditions together: it applies to every project. */
function eligibilityOf(code: number): WhatIfMove['after'] {
  const answer = answerOfCode(code);
  if (answer === 'not_applicable') throw new RangeError('eligibility always applies');
  return answer;
}

/** A project that comes in or falls out, with what decided it. */
export const moveOf = (pair: ItemPair, row: MoveRow): WhatIfMove => ({
  projectId: row.project_id,
  name: row.name,
  recipient: row.recipient_name,
  categoryId: pair.before.category.id,
  placeAdcode: row.place_adcode,
  clusterKey: row.cluster_key,
  direction: isNotMet(row.eligible_after) ? 'falls_out' : 'comes_in',
  after: eligibilityOf(row.eligible_after),
  awarded: row.is_awarded,
  awardFen: row.award_fen,
  decidedBy: deciding(pair, row),
});
