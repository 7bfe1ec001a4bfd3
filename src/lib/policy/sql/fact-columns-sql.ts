import { variantFact } from '../conditions/condition.ts';
import { byVariant } from './ceiling-sql.ts';
import { factsAsked, subsidiesOf, type FactColumn } from './fact-types.ts';
import type { ItemRulesInput } from './item-sql.ts';
import { quoteName, quoteText } from './sql-text.ts';

/** Whether the library's one base of a project is this fact: only where the standard applies one rate. */
const isOnlyBase = (fact: string, bases: readonly string[]): boolean =>
  bases.length === 1 && bases[0] === fact;

function baseSql(fact: string, { category }: ItemRulesInput): string | null {
  const choices = subsidiesOf(category).map(({ variantId, subsidy }) => ({
    variantId,
    known: isOnlyBase(
      fact,
      subsidy.components.map((one) => one.baseId),
    ),
  }));
  if (!choices.some(({ known }) => known)) return null;
  const chosen = choices.map(({ variantId, known }) => ({
    variantId,
    sql: known ? 'p.subsidy_base_fen' : 'CAST(NULL AS BIGINT)',
  }));
  // All the same is plain: no choice by type is needed.
  return choices.every(({ known }) => known) ? 'p.subsidy_base_fen' : byVariant(chosen);
}

function columnSql({ id, type, fact }: FactColumn, rules: ItemRulesInput): string {
  const sources = [baseSql(id, rules), fact?.column ? `p.${fact.column}` : null].filter(
    (source) => source !== null,
  );
  const [first] = sources;
  const value =
    first === undefined ? 'NULL' : sources.length === 1 ? first : `COALESCE(${sources.join(', ')})`;
  return `CAST(${value} AS ${type}) AS ${quoteName(id)}`;
}

/**
 * The facts of an item's projects as the library's `project` table knows them, for `itemSql`: columns that carry a
 * fact, the declared total, and the subsidy base where the standard applies one rate. Everything else is null, so
 * that what asks for it answers “undetermined”.
 */
export function factColumnsSql(rules: ItemRulesInput, table = 'project'): string {
  const asked = factsAsked(rules.category, rules.item, rules.facts, rules.bases);
  const columns = asked.filter(({ id }) => id !== variantFact).map((column) => columnSql(column, rules));
  return `SELECT p.project_id, ${[quoteName(variantFact), ...columns].join(',\n  ')}
FROM (SELECT t.*, t.variant_id AS ${quoteName(variantFact)} FROM ${table} AS t
  WHERE t.category_id = ${quoteText(rules.category.id)}) AS p`;
}
