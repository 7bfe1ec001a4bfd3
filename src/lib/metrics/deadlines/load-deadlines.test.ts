import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import type { LibraryMeta } from '$lib/domain/library';
import { readAnnexes } from '$lib/policy/annexes/read-annexes';
import { readCentreRules } from '$lib/policy/centres/read-centres';
import { readDeadlineRules } from '$lib/policy/deadlines/read-deadlines';
import { policyRows } from '$lib/policy/policy-rows';
import { readRulebook } from '$lib/policy/read-rules';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { filterDefaults } from '../filter-defaults';
import type { Filters } from '../filters';
import { scopeOf } from '../scope';
import { loadDeadlines } from '../views/deadlines';
import { loadProjectDeadlines } from './load-deadlines';

const rulebook = readRulebook();
const sample = loadSample();
const annexes = readAnnexes();
const books = {
  rules: readDeadlineRules(),
  agreement: annexes.agreement,
  agreementYear: annexes.comparisons.laterYear,
  centres: readCentreRules(),
  graceDays: readScoring().reporting.graceDays,
};
const { filters } = filterDefaults(rulebook, sample.meta);

let engine: Engine;
beforeAll(async () => {
  engine = await startNodeEngine();
  await loadPolicy(engine, policyRows(rulebook));
  await loadLibrary(engine, sample.rows);
});
afterAll(() => engine.close());

const load = (patch: Partial<Filters> = {}, meta: LibraryMeta = sample.meta) =>
  loadDeadlines(engine, { rulebook, meta }, { ...filters, ...patch }, books);

describe('the deadlines of the sample', () => {
  test('begin with what is overdue, the largest money first', async () => {
    const { rows, counts } = await load();
    const overdue = rows.slice(0, counts.overdue);
    expect(overdue.every(({ state }) => state === 'overdue')).toBe(true);
    const money = overdue.map(({ moneyFen }) => moneyFen ?? -1);
    expect(money).toEqual([...money].sort((a, b) => b - a));
  });
  test('are told apart by their ids, and counted once', async () => {
    const { rows, groups, rowCount } = await load();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rowCount);
    const counted = groups.flatMap(({ counts }) => Object.values(counts)).reduce((sum, one) => sum + one, 0);
    expect(counted).toBe(rowCount);
  });
  test('of the cities add up to those of the province, centres aside', async () => {
    const ofProjects = async (patch: Partial<Filters>) =>
      (await load(patch)).rows.filter(({ categoryId }) => categoryId !== null).length;
    const places = new Set(
      sample.rows.project.map((row) =>
        row.reports_directly && row.county_adcode ? row.county_adcode : row.city_adcode,
      ),
    );
    let sum = 0;
    for (const region of places) sum += await ofProjects({ region });
    // A city's filter also matches a county by its own code; the sample's direct counties lie in no other place.
    expect(sum).toBe(await ofProjects({}));
  });
  test('know nothing of a later day: before the first award there are none of projects', async () => {
    const { rows } = await load({ asOf: '2020-01-01' });
    expect(rows.filter(({ categoryId }) => categoryId !== null)).toEqual([]);
  });
  test('are undetermined, not overdue, where the library holds no reports, acceptances and payments', async () => {
    const datasets = sample.meta.datasets.filter((one) => one === 'projects' || one === 'awards');
    const { groups } = await load({}, { ...sample.meta, datasets });
    const of = (kind: string) => groups.find((group) => group.kind === kind)?.counts;
    expect(of('quarterly_report')).toMatchObject({ overdue: 0, due_soon: 0, done: 0 });
    expect(of('acceptance')?.overdue).toBe(0);
    expect(of('final_payment')?.overdue).toBe(0);
  });
  test('leave centres out, and say so, under a filter that they do not know', async () => {
    const { centres, rows } = await load({ clusterId: 'biomedicine' });
    expect(centres).toBe('filtered');
    expect(rows.every(({ categoryId }) => categoryId !== null)).toBe(true);
  });
  test('of a guide without an agreement are marked as by analogy', async () => {
    const ofYear = async (guideYear: number) =>
      (await load({ guideYear })).rows.filter(({ categoryId }) => categoryId !== null);
    expect((await ofYear(2020)).every(({ byAnalogy }) => byAnalogy)).toBe(true);
    expect((await ofYear(2023)).some(({ byAnalogy }) => byAnalogy)).toBe(false);
  });
  test('of one project are the same as in the list of all', async () => {
    const { rows } = await load();
    const [first] = rows;
    const id = first?.subjectId ?? '';
    const scope = scopeOf({ ...filters, search: 'something else' }, sample.meta);
    const own = await loadProjectDeadlines(engine, { rulebook, meta: sample.meta }, scope, books, id);
    const listed = rows.filter(({ subjectId }) => subjectId === id);
    expect(own).toHaveLength(listed.length);
    expect(own).toEqual(expect.arrayContaining(listed));
  });
  test('come short where only the most urgent are asked for, with all of them counted', async () => {
    const view = await loadDeadlines(engine, { rulebook, meta: sample.meta }, filters, books, 5);
    const whole = await load();
    expect([view.rows.length, view.rowCount, view.counts]).toEqual([5, whole.rowCount, whole.counts]);
  });
});

test('a library without centres has no line of them, and says so', async () => {
  const bare = await startNodeEngine();
  await loadPolicy(bare, policyRows(rulebook));
  await loadLibrary(bare, {
    ...sample.rows,
    centre: [],
    centre_assessment: [],
    centre_report: [],
    centre_fact: [],
  });
  const view = await loadDeadlines(bare, { rulebook, meta: { ...sample.meta } }, filters, books);
  expect(view.centres).toBe('none');
  expect(view.rows.every(({ categoryId }) => categoryId !== null)).toBe(true);
  await bare.close();
});
