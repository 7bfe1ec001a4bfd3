import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import { assess } from '$lib/policy/conditions/assess';
import type { FactValues } from '$lib/policy/conditions/condition';
import { conditionsOf } from '$lib/policy/conditions/look-up';
import { projectFacts } from '$lib/policy/conditions/project-facts';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { readRulebook } from '$lib/policy/read-rules';
import { boundOfCode } from '$lib/policy/sql/ceiling-sql';
import { answerOfCode } from '$lib/policy/sql/condition-sql';
import { factColumnsSql } from '$lib/policy/sql/fact-columns-sql';
import { subsidiesOf } from '$lib/policy/sql/fact-types';
import { itemSql, type ItemRulesInput, type ItemStatement } from '$lib/policy/sql/item-sql';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { AnswerRow, Engine } from '$lib/warehouse/engine';
import { relationOf } from './fact-relation';
import { madeUpBases, madeUpFacts, madeUpItems } from './made-up-item';
import { factsArbitrary } from './random-facts';

const rulebook = readRulebook();
const book = readConditionBook();
const { bases } = rulebook;
const items = rulebook.guides
  .filter((guide) => guide.copyOf === null)
  .flatMap((guide) =>
    guide.categories.map((category) => ({ category, item: conditionsOf(book, category, guide) })),
  );

let engine: Engine;

beforeAll(async () => {
  engine = await startNodeEngine();
});

afterAll(() => engine.close());

function expected(rules: ItemRulesInput, facts: FactValues) {
  const { eligibility, ceiling, tranches } = assess(rules.category, rules.item, facts, [...rules.bases]);
  return {
    eligible: eligibility.answer,
    conditions: eligibility.conditions.map(({ condition, answer }) => [condition.id, answer]),
    ceiling: ceiling.known?.fen ?? null,
    bound: ceiling.known?.bound ?? null,
    upperEstimate: ceiling.known?.upperEstimate ?? null,
    firstTranche: tranches?.[0]?.plannedFen ?? null,
  };
}

const found = (row: AnswerRow, statement: ItemStatement) => ({
  eligible: answerOfCode(Number(row['eligibility'])),
  conditions: statement.answers.map(({ conditionId, column }) => [
    conditionId,
    answerOfCode(Number(row[column])),
  ]),
  ceiling: row['ceiling_fen'],
  bound: row['bound'] === null ? null : boundOfCode(Number(row['bound'])),
  upperEstimate: row['upper_estimate'],
  firstTranche: row['first_tranche_fen'],
});

/** Both evaluations of the same rows, in the order of the rows. */
async function bothWays(rules: ItemRulesInput, rows: readonly FactValues[]) {
  const { asked } = itemSql(rules, 'nowhere');
  const statement = itemSql(rules, relationOf(rows, asked));
  const answers = await engine.query({ sql: `${statement.sql} ORDER BY project_id`, params: [] });
  return rows.map((facts, index) => ({
    facts,
    typescript: expected(rules, facts),
    sql: found(answers[index] ?? {}, statement),
  }));
}

/** Rows of one statement: enough for every edge of the longest item several times over. */
const rowsTogether = 400;

async function agree(rules: ItemRulesInput): Promise<void> {
  const { asked } = itemSql(rules, 'nowhere');
  const rows = fc.array(factsArbitrary(rules.category, rules.item, asked), {
    minLength: rowsTogether,
    maxLength: rowsTogether,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (facts) => {
      const apart = (await bothWays(rules, facts)).find(
        ({ typescript, sql }) => JSON.stringify(typescript) !== JSON.stringify(sql),
      );
      if (apart)
        expect({ facts: apart.facts, ...apart.sql }).toEqual({ facts: apart.facts, ...apart.typescript });
    }),
    { numRuns: 2, endOnFailure: true },
  );
}

describe('TypeScript and SQL agree on random facts', () => {
  test.each(items.map((rules) => [rules.category.id, rules] as const))('%s', async (_, rules) => {
    await agree({ ...rules, facts: book.facts, bases });
  });

  test.each(madeUpItems)('made up: %s', async (_, category, item) => {
    await agree({ category, item, facts: madeUpFacts, bases: madeUpBases });
  });
});

describe('TypeScript and SQL agree on the rows of a library', () => {
  const { rows } = loadSample();

  beforeAll(() => engine.load('project', rows.project));

  test.each(items.map((rules) => [rules.category.id, rules] as const))(
    '%s',
    async (id, { category, item }) => {
      const rules: ItemRulesInput = { category, item, facts: book.facts, bases };
      const statement = itemSql(rules, `(${factColumnsSql(rules)})`);
      const answers = await engine.query({ sql: `${statement.sql} ORDER BY project_id`, params: [] });
      const own = rows.project
        .filter((row) => row.category_id === id)
        .sort((a, b) => (a.project_id < b.project_id ? -1 : 1));
      const typescript = own.map((row) => expected(rules, projectFacts(row, category, book.facts)));
      expect(answers.map((row) => found(row, statement))).toEqual(typescript);
    },
  );
});

test('the random facts of every item give more than one answer, and a ceiling wherever there is a standard', () => {
  const seed = 1;
  const dull = items.filter(({ category, item }) => {
    const { asked } = itemSql({ category, item, facts: book.facts, bases }, 'nowhere');
    const rows = fc.sample(factsArbitrary(category, item, asked), { numRuns: rowsTogether, seed });
    const answers = rows.map((facts) => assess(category, item, facts, bases));
    const conditions = answers.flatMap(({ eligibility }) => eligibility.conditions);
    const oneSided = item.conditions.filter(
      ({ id }) =>
        new Set(conditions.filter((one) => one.condition.id === id).map(({ answer }) => answer)).size < 2,
    );
    const computable = subsidiesOf(category).some(({ subsidy }) => subsidy.kind !== 'unknown');
    return oneSided.length > 0 || computable !== answers.some(({ ceiling }) => ceiling.known !== null);
  });
  expect(dull.map(({ category }) => category.id)).toEqual([]);
});
