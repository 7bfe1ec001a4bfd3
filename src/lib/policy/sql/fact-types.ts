import type { Fact, ItemConditions, Test } from '../conditions/condition.ts';
import { variantFact } from '../conditions/condition.ts';
import { declaredInvestmentFact } from '../conditions/assess.ts';
import { factsOfLook } from '../conditions/evaluate-test.ts';
import type { Category, Subsidy, SubsidyBase } from '../rulebook.ts';

/** How a fact stands in a relation: money in 分, dates as days, options and types by id. */
export type FactSqlType = 'BIGINT' | 'DOUBLE' | 'DATE' | 'BOOLEAN' | 'VARCHAR';

const sqlTypes: Record<Fact['type'], FactSqlType> = {
  money: 'BIGINT',
  count: 'DOUBLE',
  number: 'DOUBLE',
  percent: 'DOUBLE',
  years: 'DOUBLE',
  date: 'DATE',
  yes_no: 'BOOLEAN',
  document: 'BOOLEAN',
  option: 'VARCHAR',
};

/** A column of a relation of facts. */
export interface FactColumn {
  id: string;
  type: FactSqlType;
  /** Null for the project's type, which is no fact of the vocabulary. */
  fact: Fact | null;
}

export function factsOfTest(test: Test): string[] {
  if (test.kind === 'not') return factsOfTest(test.test);
  if (test.kind === 'all' || test.kind === 'any' || test.kind === 'count')
    return test.tests.flatMap(factsOfTest);
  return factsOfLook(test);
}

/** The item's standards: its own, then those of its types. */
export const subsidiesOf = (category: Category): { variantId: string | null; subsidy: Subsidy }[] => [
  { variantId: null, subsidy: category.subsidy },
  ...category.variants.flatMap(({ id, subsidy }) => (subsidy ? [{ variantId: id, subsidy }] : [])),
];

function factsOfCeiling(category: Category, bases: readonly SubsidyBase[]): string[] {
  const asked = subsidiesOf(category).flatMap(({ subsidy }) => subsidy.components.map((one) => one.baseId));
  const estimated = bases.some((base) => base.estimateFrom !== null && asked.includes(base.id));
  return estimated ? [...asked, declaredInvestmentFact] : asked;
}

/**
 * The facts that an item's conditions and ceiling look at, each once, the type first: the columns beside
 * `project_id` that its statement reads.
 * @throws RangeError for a fact that the vocabulary does not define.
 */
export function factsAsked(
  category: Category,
  item: ItemConditions,
  facts: readonly Fact[],
  bases: readonly SubsidyBase[],
): FactColumn[] {
  const ofConditions = item.conditions.flatMap(({ when, test }) => [
    ...(when ? factsOfTest(when) : []),
    ...factsOfTest(test),
  ]);
  const ids = new Set([...ofConditions, ...factsOfCeiling(category, bases)]);
  ids.delete(variantFact);
  const columns = [...ids].map((id): FactColumn => {
    const fact = facts.find((one) => one.id === id);
    if (!fact) throw new RangeError(`${item.id} asks for ${id}, which the vocabulary does not define`);
    return { id, type: sqlTypes[fact.type], fact };
  });
  return [{ id: variantFact, type: 'VARCHAR', fact: null }, ...columns];
}
