import { declaredInvestmentFact } from '$lib/policy/conditions/assess';
import { factById } from '$lib/policy/conditions/look-up';
import {
  variantFact,
  type Condition,
  type ConditionBook,
  type Fact,
  type ItemConditions,
} from '$lib/policy/conditions/condition';
import { subsidyOf } from '$lib/policy/look-up';
import type { Category, SubsidyBase } from '$lib/policy/rulebook';
import { appliesTo, factsOf } from '../words/leaves';

export const fieldGroups = ['amounts', 'days', 'answers', 'papers', 'priorities'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** A fact that the calculator asks for; in `priorities` stand those that no other condition needs. */
export interface AskedFact {
  fact: Fact;
  group: FieldGroup;
}

const groupOfType: Record<Fact['type'], FieldGroup> = {
  money: 'amounts',
  count: 'amounts',
  number: 'amounts',
  percent: 'amounts',
  years: 'amounts',
  date: 'days',
  yes_no: 'answers',
  option: 'answers',
  document: 'papers',
};

/** Conditions that may speak of a project of this type; of any, while the type is not known. */
export const conditionsFor = ({ conditions }: ItemConditions, variantId: string | null): Condition[] =>
  conditions.filter((condition) => {
    const { variantIds } = appliesTo(condition);
    return variantIds === null || variantId === null || variantIds.includes(variantId);
  });

function baseFacts(category: Category, variantId: string | null, bases: readonly SubsidyBase[]): string[] {
  const { components } = subsidyOf(category, variantId);
  const baseIds = components.map(({ baseId }) => baseId);
  const mayStandIn = bases.some(({ id, estimateFrom }) => estimateFrom !== null && baseIds.includes(id));
  return mayStandIn ? [...baseIds, declaredInvestmentFact] : baseIds;
}

/** The facts that decide an item and its ceiling, each once: in groups, and within a group in the text's order. */
export function askedFacts(
  book: ConditionBook,
  category: Category,
  item: ItemConditions,
  variantId: string | null,
  bases: readonly SubsidyBase[],
): AskedFact[] {
  const conditions = conditionsFor(item, variantId);
  const deciding = new Set([
    ...baseFacts(category, variantId, bases),
    ...conditions.filter(({ kind }) => kind !== 'priority').flatMap(factsOf),
  ]);
  const all = [...new Set([...deciding, ...conditions.flatMap(factsOf)])].filter((id) => id !== variantFact);
  const asked = all.flatMap((id): AskedFact[] => {
    const fact = factById(book, id);
    return fact ? [{ fact, group: deciding.has(id) ? groupOfType[fact.type] : 'priorities' }] : [];
  });
  return fieldGroups.flatMap((group) => asked.filter((one) => one.group === group));
}

/** What one line of a summary table tells of an item, and what has to be found elsewhere. */
export interface TableFacts {
  carried: Fact[];
  elsewhere: Fact[];
}

export function tableFacts(asked: readonly AskedFact[]): TableFacts {
  const deciding = asked.filter(({ group }) => group !== 'priorities').map(({ fact }) => fact);
  const isCarried = (fact: Fact) => fact.column !== null || fact.id === declaredInvestmentFact;
  return { carried: deciding.filter(isCarried), elsewhere: deciding.filter((fact) => !isCarried(fact)) };
}
