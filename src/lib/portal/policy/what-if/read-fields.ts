import { applyDraft } from '$lib/policy/what-if/apply-draft';
import type { RuleVocabulary } from '$lib/policy/what-if/draft-fields';
import type { DraftChange, DraftField, FieldValue } from '$lib/policy/what-if/draft';
import { placeOf, placeOfChange, type DraftItem } from './draft-fields-of';
import { readValue, type ReadValue, type TypingProblem } from './typed-values';

/** A changed value: what the guide says stands in the field. */
export interface FieldChange {
  field: DraftField;
  value: FieldValue;
}

export type ReadField = { field: DraftField } & ReadValue;

export const fieldsByPlace = (items: readonly DraftItem[]): ReadonlyMap<string, DraftField> =>
  new Map(items.flatMap(({ fields }) => fields).map((field) => [placeOf(field), field]));

export const changeOf = ({ field, value }: FieldChange): DraftChange => ({
  category: field.category,
  field: field.ref,
  value,
});

/** The fields in which something was typed, in the order of the guide. */
export const readFields = (
  fields: ReadonlyMap<string, DraftField>,
  typed: Readonly<Record<string, string>>,
): ReadField[] =>
  [...fields].flatMap(([place, field]) => {
    const text = typed[place];
    return text === undefined ? [] : [{ field, ...readValue(field, text) }];
  });

/**
 * What is wrong, by the place of the field: with single fields, and where the changes of an item together leave nothing
 * that could meet a condition.
 */
export function problemsOf(
  items: readonly DraftItem[],
  read: readonly ReadField[],
  vocabulary: RuleVocabulary,
  year: number,
): ReadonlyMap<string, TypingProblem> {
  const alone = read.flatMap(({ field, problem }): [string, TypingProblem][] =>
    problem ? [[placeOf(field), problem]] : [],
  );
  const sound = read.flatMap(({ field, value }) => (value === null ? [] : [{ field, value }]));
  const together = items.flatMap(({ item }): [string, TypingProblem][] => {
    const changes = sound.filter(({ field }) => field.category === item.category.id).map(changeOf);
    if (changes.length === 0) return [];
    const { category, conditions } = item;
    const draft = { id: 'checked', name: 'checked', copyOf: year, changes };
    const { refusals } = applyDraft({ category, conditions }, draft, vocabulary);
    return (refusals ?? []).map(({ change, reason }) => [placeOfChange(change), reason]);
  });
  return new Map([...together, ...alone]);
}
