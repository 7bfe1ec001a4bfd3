import { expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import { readRulebook } from '$lib/policy/read-rules';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import { readDeadlineRules } from '$lib/policy/deadlines/read-deadlines';
import { policyRows } from '$lib/policy/policy-rows';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { filterDefaults } from '../filter-defaults';
import { loadDeadlines } from '../views/deadlines';

test('probe', async () => {
  const rulebook = readRulebook();
  const sample = loadSample();
  const engine = await startNodeEngine();
  await loadPolicy(engine, policyRows(rulebook));
  await loadLibrary(engine, sample.rows);
  const filters = filterDefaults(rulebook, sample.meta).filters;
  const books = { rules: readDeadlineRules(), agreement: readAnnexes().agreement, agreementYear: 2023, centres: readCentreRules(), graceDays: 30 };
  const t = performance.now();
  const view = await loadDeadlines(engine, { rulebook, meta: sample.meta }, filters, books);
  console.log(filters.guideYear, performance.now() - t, JSON.stringify({ ...view, rules: 0, rows: view.rows.slice(0, 3), groups: view.groups.map((g) => [g.kind, g.counts, g.overdueFen]) }, null, 1));
  const v20 = await loadDeadlines(engine, { rulebook, meta: sample.meta }, { ...filters, guideYear: 2020 }, books);
  console.log(JSON.stringify(v20.groups.map((g) => [g.kind, g.counts, g.overdueFen])), v20.rowCount);
  expect(1).toBe(1);
});
