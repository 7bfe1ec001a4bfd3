import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import { readForecast } from '$lib/policy/forecast/read-forecast';
import { readForms } from '$lib/policy/forms/read-forms';
import { policyRows } from '$lib/policy/policy-rows';
import { readRulebook } from '$lib/policy/read-rules';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { openFilters } from '../filter-defaults';
import { loadCategoryIndicators, loadProjectIndicators } from './load-indicator-forecast';

const rulebook = readRulebook();
const sample = loadSample();
const books = { forms: readForms(), forecast: readForecast() };
const context = { rulebook, meta: sample.meta };
const green = 'guides/2023/green-upgrade';
let engine: Engine;

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadPolicy(engine, policyRows(rulebook));
  await loadLibrary(engine, sample.rows);
});
afterAll(() => engine.close());

const load = (asOf: string, category = green) =>
  loadCategoryIndicators(engine, context, { ...openFilters(2023), asOf }, category, books);

describe('the indicators of a category', () => {
  test('are carried forward while a project is under way, and no further than the last of them', async () => {
    const { indicators, test: tested } = await load('2024-03-31');
    const running = indicators.filter(({ outlook }) => outlook.path.length > 0);
    expect(running.length).toBeGreaterThan(0);
    expect(tested?.origins).toBeGreaterThanOrEqual(books.forecast.leastOrigins);
    for (const { outlook } of running) {
      expect(outlook.path.at(-1)?.date).toBe(outlook.end.date);
      let least = outlook.done;
      for (const { low, centre, high } of outlook.path) {
        expect(low >= outlook.done && low <= centre && centre <= high && centre >= least).toBe(true);
        least = centre;
      }
    }
  });

  test('are not forecast once every project has ended: what came is known', async () => {
    const { indicators } = await load('2026-09-30');
    expect(indicators.length).toBeGreaterThan(0);
    for (const { outlook } of indicators) {
      expect(outlook).toMatchObject({ path: [], reason: 'period_over', end: { expected: null } });
      expect(['met', 'short']).toContain(outlook.end.needed.kind);
    }
  });

  test('add up only things and money, one unit at a time', async () => {
    const { indicators } = await load('2026-09-30');
    expect(indicators.every(({ unit }) => unit?.kind === 'count' || unit?.kind === 'money')).toBe(true);
  });

  test('equal the latest reports, added up by hand', async () => {
    const { indicators } = await load('2024-03-31');
    const awarded = new Set(
      sample.rows.project
        .filter((row) => row.category_id === green && (row.awarded_on ?? '9') <= '2024-03-31')
        .map((row) => row.project_id),
    );
    for (const { formId, key, outlook } of indicators) {
      const latest = new Map<string, number>();
      for (const row of sample.rows.progress)
        if (
          awarded.has(row.project_id) &&
          row.form_id === formId &&
          row.indicator_key === key &&
          row.period_end <= '2024-03-31' &&
          row.actual_number !== null
        )
          latest.set(row.project_id, row.actual_number);
      expect(outlook.done).toBeCloseTo(
        [...latest.values()].reduce((sum, value) => sum + value, 0),
        6,
      );
    }
  });
});

describe('the indicators of one project', () => {
  test('come with what is needed a quarter and what is likely at its end', async () => {
    const one = sample.rows.project.find(
      (row) =>
        row.category_id === 'guides/2023/high-end-upgrade' &&
        (row.awarded_on ?? '9') <= '2024-03-31' &&
        (row.end_date ?? '') > '2024-06-30',
    );
    if (!one) throw new Error('the sample has no such project');
    const { indicators } = await loadProjectIndicators(engine, context, '2024-03-31', one, books);
    expect(indicators.length).toBeGreaterThan(0);
    for (const { outlook } of indicators) {
      const { end, done } = outlook;
      if (end.needed.kind === 'needs')
        expect(done + end.needed.amount * end.needed.quarters).toBeCloseTo(end.target ?? 0, 6);
      if (end.expected) expect(end.expected.centre).toBeGreaterThanOrEqual(done);
    }
  });
});
