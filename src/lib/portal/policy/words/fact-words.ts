import type { Category } from '$lib/policy/rulebook';
import { factById } from '$lib/policy/conditions/look-up';
import { variantFact, type ConditionBook, type Fact, type FactValue } from '$lib/policy/conditions/condition';
import { labelOf } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import { exactMoney, plainNumber, withUnit } from './amount-words';

/** Where the words of a test find their names: the facts, and the item whose types `variant` names. */
export interface WordContext {
  book: ConditionBook;
  category: Pick<Category, 'variants'>;
}

export const factName = ({ book }: WordContext, id: string): string => {
  if (id === variantFact) return m.policy_type();
  const fact = factById(book, id);
  return fact ? labelOf(fact.name) : id;
};

/** The name of an option, or of a type of the item. */
export function optionName({ book, category }: WordContext, factId: string, optionId: string): string {
  const options = factId === variantFact ? category.variants : factById(book, factId)?.options;
  const found = options?.find(({ id }) => id === optionId);
  return found ? labelOf(found.name) : optionId;
}

/** The unit that stands beside the figure of a fact; empty where it needs none. */
export function factUnit(fact: Fact): string {
  if (fact.type === 'money') return m.unit_wan_yuan();
  if (fact.type === 'percent') return '%';
  if (fact.type === 'years') return m.policy_unit_years();
  return fact.unit ? labelOf(fact.unit) : '';
}

/** A value that may be held by a fact, in words. Null is “未知”. */
export function factValueWords(context: WordContext, factId: string, value: FactValue | undefined): string {
  if (value === null || value === undefined) return m.policy_unknown();
  if (typeof value === 'boolean') return booleanWords(context, factId, value);
  if (typeof value === 'string') {
    const fact = factById(context.book, factId);
    return fact?.type === 'date' ? value : optionName(context, factId, value);
  }
  const fact = factById(context.book, factId);
  if (fact?.type === 'money') return exactMoney(value);
  return withUnit(plainNumber(value), fact ? factUnit(fact) : '');
}

/** 是 and 否, of a paper 有 and 无. */
export function booleanWords({ book }: WordContext, factId: string, value: boolean): string {
  if (factById(book, factId)?.type === 'document') return value ? m.policy_on_file() : m.policy_not_on_file();
  return value ? m.policy_yes() : m.policy_no();
}
