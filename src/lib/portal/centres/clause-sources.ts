import { m } from '$lib/i18n/paraglide/messages';
import type { CentreCase } from '$lib/metrics/centres/centre-case';
import { variantFact } from '$lib/policy/conditions/condition';
import type { ConditionAnswer } from '$lib/policy/conditions/evaluate';
import { factsOfLook } from '$lib/policy/conditions/evaluate-test';
import type { CellSource } from '../policy/clause/clause-note.svelte';

interface Filed {
  file_name: string;
  source_sheet: string | null;
  source_row: number | null;
}

const rowWords = ({ source_row: row }: Filed): string | null => (row === null ? null : m.word_row({ row }));

/** File, sheet and row of a row. */
export const rowSource = (row: Filed): CellSource => ({
  file: row.file_name,
  sheet: row.source_sheet,
  cell: rowWords(row),
});

/** What stands for a row's place in a table: its row, or its file where rows are not counted. */
export const placeWords = (row: Filed): string => rowWords(row) ?? row.file_name;

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
): Filed | null {
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
export function clauseRows({ looks }: ConditionAnswer, one: CentreCase): Filed[] {
  const rows = looks.flatMap(({ test }) => factsOfLook(test)).map((fact) => rowOf(fact, one));
  return [...new Set(rows)].filter((row) => row !== null);
}
