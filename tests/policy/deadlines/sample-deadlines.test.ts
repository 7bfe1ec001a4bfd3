import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import { filterDefaults } from '$lib/metrics/filter-defaults';
import type { Filters } from '$lib/metrics/filters';
import { loadDeadlines } from '$lib/metrics/views/deadlines';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import { readDeadlineRules } from '$lib/policy/deadlines/read-deadlines';
import { policyRows } from '$lib/policy/policy-rows';
import { readRulebook } from '$lib/policy/read-rules';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { lateAcceptances, lateReports, unpaidRest } from '../../pages/deadline-sums';
import type { Part } from '../../pages/sample-answers';

const rulebook = readRulebook();
const sample = loadSample();
const { filters } = filterDefaults(rulebook, sample.meta);
const annexes = readAnnexes();
const books = {
  rules: readDeadlineRules(),
  agreement: annexes.agreement,
  agreementYear: annexes.comparisons.laterYear,
  centres: readCentreRules(),
  graceDays: 30,
};
let engine: Engine;
beforeAll(async () => {
  engine = await startNodeEngine();
  await loadPolicy(engine, policyRows(rulebook));
  await loadLibrary(engine, sample.rows);
});
afterAll(() => engine.close());

test.each<[string, Partial<Filters>, Part]>([
  ['the province', {}, {}],
  ['a city', { region: '320200' }, { place: '320200' }],
  ['a cluster', { clusterId: 'biomedicine' }, { cluster: 'biomedicine' }],
  ['an earlier guide', { guideYear: 2020 }, { year: '2020' }],
])('deadlines of %s agree with plain loops over the rows of the sample', async (_, patch, part) => {
  const view = await loadDeadlines(engine, { rulebook, meta: sample.meta }, { ...filters, ...patch }, books);
  const rest = unpaidRest(part);
  expect({
    acceptance: view.acceptance,
    reports: view.groups.find(({ kind }) => kind === 'quarterly_report')?.counts.overdue,
    unpaid: view.unpaid.count,
    left: BigInt(view.unpaid.fen ?? 0),
  }).toEqual({
    acceptance: lateAcceptances(part),
    reports: lateReports(part),
    unpaid: rest.count,
    left: rest.fen,
  });
});
