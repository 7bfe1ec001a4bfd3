import type { Fact, ItemConditions } from '../conditions/condition.ts';
import type { Category, SubsidyBase } from '../rulebook.ts';
import {
  boundSql,
  byVariant,
  cappedSql,
  ceilingColumns,
  estimateSql,
  firstTrancheSql,
} from './ceiling-sql.ts';
import { conditionSql, eligibilitySql } from './condition-sql.ts';
import { factsAsked, subsidiesOf, type FactColumn } from './fact-types.ts';
import { quoteName } from './sql-text.ts';

/** The rules of one item and what they are read with. */
export interface ItemRulesInput {
  category: Category;
  item: ItemConditions;
  facts: readonly Fact[];
  bases: readonly SubsidyBase[];
}

/** An item's rules as SQL. */
export interface ItemStatement {
  /** SELECT …: a row for each row of the relation. */
  sql: string;
  /** Columns that the relation must have beside `project_id`. */
  asked: FactColumn[];
  /** The column that holds the code of each condition's answer, in the order of the item. */
  answers: { conditionId: string; column: string }[];
}

/** Columns of every item's answer beside its conditions': codes of `answerCodes` and `boundCodes`, money in 分. */
export const outcomeColumns = [
  'project_id',
  'eligibility',
  'ceiling_fen',
  'bound',
  'upper_estimate',
  'first_tranche_fen',
] as const;

interface Named {
  name: string;
  sql: string;
}

/** Wraps a SELECT: what it had goes on, new columns beside it. */
const beside = (columns: readonly Named[], inner: string, alias: string): string =>
  columns.length === 0
    ? inner
    : `SELECT ${alias}.*, ${columns.map(({ name, sql }) => `${sql} AS ${name}`).join(',\n  ')}\nFROM (${inner}) AS ${alias}`;

function ceilingSteps({ category, bases }: ItemRulesInput, relation: string): string {
  const standards = subsidiesOf(category).map(({ variantId, subsidy }, index) => ({
    variantId,
    subsidy,
    columns: ceilingColumns(subsidy, bases, `s${index}`),
  }));
  const chosen = (name: string, sqlOf: (standard: (typeof standards)[number]) => string): Named => ({
    name,
    sql: byVariant(standards.map((standard) => ({ variantId: standard.variantId, sql: sqlOf(standard) }))),
  });
  const based = beside(
    standards.flatMap(({ columns }) => columns.bases),
    relation,
    'f',
  );
  const shared = beside(
    standards.flatMap(({ columns }) => columns.shares),
    based,
    'b',
  );
  const summed = beside(
    standards.map(({ columns }) => columns.sum),
    shared,
    'p',
  );
  const ceilings = beside(
    [
      chosen('ceiling_fen', ({ subsidy, columns }) => cappedSql(subsidy, columns.sum.name)),
      chosen('bound', ({ subsidy, columns }) => boundSql(subsidy, columns.sum.name)),
      chosen('upper_estimate', ({ subsidy, columns }) => estimateSql(subsidy, bases, columns.sum.name)),
    ],
    summed,
    'm',
  );
  return beside(
    [chosen('first_tranche_fen', ({ subsidy }) => firstTrancheSql(subsidy, 'ceiling_fen'))],
    ceilings,
    'c',
  );
}

/**
 * Compiles an item's conditions and standard to one statement over a relation of facts, one row a project:
 * `project_id` and a nullable column for each fact asked (see `factsAsked`; `factColumnsSql` makes one from the
 * project table). It answers as `assess` does, fact by fact: each condition, all together, the ceiling with what
 * bound it, and the first payment of an award at the ceiling. A ceiling that cannot be computed is null.
 * @param relation a table name of our own, or a SELECT in brackets
 * @throws RangeError for a fact that the vocabulary does not define
 */
export function itemSql(rules: ItemRulesInput, relation: string): ItemStatement {
  const { category, item, facts, bases } = rules;
  const asked = factsAsked(category, item, facts, bases);
  const types = new Map(asked.map(({ id, type }) => [id, type]));
  const conditions = item.conditions.map((condition, index) => ({
    condition,
    column: `answer_${index + 1}`,
  }));
  const answered = beside(
    conditions.map(({ condition, column }) => ({ name: column, sql: conditionSql(condition, types) })),
    `SELECT project_id, ${asked.map(({ id }) => quoteName(id)).join(', ')} FROM ${relation} AS r`,
    'g',
  );
  const deciding = conditions.filter(({ condition }) => condition.kind !== 'priority');
  const outputs = [
    'project_id',
    `${eligibilitySql(deciding.map(({ column }) => column))} AS eligibility`,
    'CAST(ceiling_fen AS BIGINT) AS ceiling_fen',
    'CAST(bound AS TINYINT) AS bound',
    'upper_estimate',
    'CAST(first_tranche_fen AS BIGINT) AS first_tranche_fen',
    ...conditions.map(({ column }) => column),
  ];
  return {
    sql: `SELECT ${outputs.join(', ')}\nFROM (${ceilingSteps(rules, answered)}) AS o`,
    asked,
    answers: conditions.map(({ condition, column }) => ({ conditionId: condition.id, column })),
  };
}
