import { conditionsOf } from '$lib/policy/conditions/look-up';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { guideOf } from '$lib/policy/look-up';
import { readRulebook } from '$lib/policy/read-rules';
import type { FactColumn } from '$lib/policy/sql/fact-types';
import { itemSql } from '$lib/policy/sql/item-sql';
import { quoteName, quoteText } from '$lib/policy/sql/sql-text';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import { startSite } from '../browser/site';
import { buildHarness } from '../warehouse/build-harness';
import { median, seconds, type Result } from './results';

const projects = 1_000_000;
const guideYear = 2023;
const runs = 3;

/** Made once, before the clock: a table of facts for each item. Timed: its statement, answers kept in a table. */
interface BenchStatements {
  prepare: string[];
  evaluate: string[];
  check: string;
}

/** Spreads whole numbers evenly; each column and row gives another one. */
const drawn = (column: number, below: number): string => `(HASH(i * 1000 + ${column}) % ${below})`;

function valueSql({ type, fact }: FactColumn, variantIds: readonly string[], column: number): string {
  const options = fact === null ? variantIds : fact.options.map((one) => one.id);
  const picked = options.map((id, index) => `WHEN ${index} THEN ${quoteText(id)}`).join(' ');
  const values = {
    BIGINT: `CAST(${drawn(column, 50_000_000_000)} AS BIGINT)`,
    DOUBLE: `CAST(${drawn(column, 10_000)} AS DOUBLE) / 100`,
    DATE: `DATE '2019-01-01' + CAST(${drawn(column, 1500)} AS INTEGER)`,
    BOOLEAN: `${drawn(column, 10)} > 0`,
    VARCHAR:
      options.length === 0 ? 'CAST(NULL AS VARCHAR)' : `CASE ${drawn(column, options.length)} ${picked} END`,
  };
  return `CASE WHEN ${drawn(column + 500, 10)} > 0 THEN ${values[type]} END`;
}

export function benchStatements(): BenchStatements {
  const rulebook = readRulebook();
  const book = readConditionBook();
  const guide = guideOf(rulebook, guideYear);
  if (!guide) throw new Error(`no guide of ${guideYear}`);
  const each = Math.ceil(projects / guide.categories.length);
  const items = guide.categories.map((category, index) => {
    const item = conditionsOf(book, category, guide);
    const table = `policy_facts_${index}`;
    const rules = { category, item, facts: book.facts, bases: rulebook.bases };
    const { sql, asked } = itemSql(rules, table);
    const variantIds = category.variants.map((variant) => variant.id);
    const columns = asked.map(
      (column, at) => `${valueSql(column, variantIds, at)} AS ${quoteName(column.id)}`,
    );
    const rows = Math.min(each, projects - index * each);
    return {
      prepare: `CREATE OR REPLACE TEMP TABLE ${table} AS
SELECT 'P' || CAST(i AS VARCHAR) AS project_id, ${columns.join(', ')} FROM range(${rows}) AS r(i)`,
      evaluate: `CREATE OR REPLACE TEMP TABLE policy_answers_${index} AS ${sql}`,
      count: `SELECT COUNT(*) AS n FROM policy_answers_${index}`,
    };
  });
  return {
    prepare: items.map(({ prepare }) => prepare),
    evaluate: items.map(({ evaluate }) => evaluate),
    check: `SELECT CAST(SUM(n) AS BIGINT) AS answered FROM (${items.map(({ count }) => count).join(' UNION ALL ')}) AS a`,
  };
}

function checked(answered: unknown): void {
  if (answered !== projects) throw new Error(`${String(answered)} projects answered, expected ${projects}`);
}

async function nativeMs({ prepare, evaluate, check }: BenchStatements): Promise<number> {
  const engine = await startNodeEngine();
  const run = (sql: string) => engine.query({ sql, params: [] });
  for (const sql of prepare) await run(sql);
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const started = performance.now();
    for (const sql of evaluate) await run(sql);
    times.push(performance.now() - started);
  }
  checked((await run(check))[0]?.['answered']);
  await engine.close();
  return median(times);
}

/** What runs in the page, as text: the runner adds helpers to functions that the page does not have. */
const pageScript = (statements: BenchStatements) => `(async () => {
  const { prepare, evaluate, check } = ${JSON.stringify(statements)};
  const engine = await window.warehouse.browserEngine();
  const run = (sql) => engine.query({ sql, params: [] });
  for (const sql of prepare) await run(sql);
  const times = [];
  for (let turn = 0; turn < ${runs}; turn += 1) {
    const started = performance.now();
    for (const sql of evaluate) await run(sql);
    times.push(performance.now() - started);
  }
  return { times, answered: (await run(check))[0].answered };
})()`;

async function browserMs(statements: BenchStatements): Promise<number> {
  const harness = await buildHarness();
  const site = await startSite(harness.folder);
  const { page, close } = await site.open();
  const { times, answered } = await page.evaluate<{ times: number[]; answered: unknown }>(
    pageScript(statements),
  );
  await close();
  await site.close();
  await harness.remove();
  checked(answered);
  return median(times);
}

/** Every condition, eligibility, ceiling and first payment of a million projects under one guide, all facts at hand. */
export async function policySqlTimes(): Promise<Result[]> {
  const statements = benchStatements();
  const what = `eligibility and ceiling of ${projects.toLocaleString('en-US')} projects, ${guideYear} guide`;
  return [
    { what: `${what}, native DuckDB`, measured: seconds(await nativeMs(statements)), goal: '—' },
    { what: `${what}, in the browser`, measured: seconds(await browserMs(statements)), goal: '< 3 s' },
  ];
}
