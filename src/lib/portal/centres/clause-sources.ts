import type { CentreCase } from '$lib/metrics/centres/centre-case';
import { variantFact } from '$lib/policy/conditions/condition';
import type { ConditionAnswer } from '$lib/policy/conditions/evaluate';
import { factsOfLook } from '$lib/policy/conditions/evaluate-test';
import { distinctRows, type FiledRow } from '../policy/clause/filed-row';

/** Facts that follow from the list of centres and not from a self-report. */
const listed = new Set([
  'centre_in_priority_field',
  'registered_in_province',
  'centre_approved_on',
  'centre_pilot_approved',
  'centre_host_firm',
  variantFact,
]);

function rowOf(
  fact: string,
  { centre, facts, assessments, latest, application, values }: CentreCase,
): FiledRow | null {
  if ((values.applied[fact] ?? null) === null) return null;
  const own = facts.find(({ fact_id: id }) => id === fact);
  if (listed.has(fact))
    return own && fact === 'centre_in_priority_field' && centre.field_number === null ? own : centre;
  if (own) return own;
  if (fact === 'centre_latest_grade')
    return assessments.find(({ aspect_id, year }) => aspect_id === null && year === latest?.year) ?? null;
  return fact === 'declaration_date' ? null : application;
}

/** The rows that the facts of a condition were read from, each once, in the order of its looks. */
export function clauseRows({ looks }: ConditionAnswer, one: CentreCase): FiledRow[] {
  return distinctRows(looks.flatMap(({ test }) => factsOfLook(test)).map((fact) => rowOf(fact, one)));
}
