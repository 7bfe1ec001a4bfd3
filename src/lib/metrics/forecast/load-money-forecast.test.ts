import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import { readForecast } from '$lib/policy/forecast/read-forecast';
import { policyRows } from '$lib/policy/policy-rows';
import { readRulebook } from '$lib/policy/read-rules';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { openFilters } from '../filter-defaults';
import type { Filters } from '../filters';
import { loadMoneyForecast } from './load-money-forecast';

const rules = readForecast();
const rulebook = readRulebook();
const sample = loadSample();
let engine: Engine;

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadPolicy(engine, policyRows(rulebook));
  await loadLibrary(engine, sample.rows);
});
afterAll(() => engine.close());

const load = (changes: Partial<Filters> = {}) =>
  loadMoneyForecast(engine, { rulebook, meta: sample.meta }, { ...openFilters(2023), ...changes }, rules);

describe('the money of the sample', () => {
  test('is carried forward to the end of the year and of the period', async () => {
    const { total, categories, tests, targetKind } = await load();
    console.log(
      JSON.stringify({ ...total, history: total.history.length }, null, 1),
      categories.length,
      targetKind,
    );
    console.log(JSON.stringify(tests.total), JSON.stringify(categories[3]?.outlook));
  });
});
