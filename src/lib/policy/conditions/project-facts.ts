import type { Row } from '../../domain/tables.ts';
import type { Category } from '../rulebook.ts';
import { subsidyOf } from '../look-up.ts';
import { variantFact, type Fact, type FactValue, type FactValues } from './condition.ts';

/**
 * What a row of the project table says of the facts: those that a column carries, the type, and the base of the
 * subsidy where the library holds it and the standard has one base only. Everything else is unknown.
 */
export function projectFacts(row: Row<'project'>, category: Category, facts: readonly Fact[]): FactValues {
  const carried = facts.flatMap((fact): [string, FactValue][] =>
    fact.column === null ? [] : [[fact.id, row[fact.column]]],
  );
  const [base, second] = subsidyOf(category, row.variant_id).components;
  const known: [string, FactValue][] = base && !second ? [[base.baseId, row.subsidy_base_fen]] : [];
  return Object.fromEntries([...carried, ...known, [variantFact, row.variant_id]]);
}
