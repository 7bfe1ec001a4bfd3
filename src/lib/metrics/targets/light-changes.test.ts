import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import type { LibraryRows } from '$lib/domain/tables';
import { readForms } from '$lib/policy/forms/read-forms';
import { policyRows } from '$lib/policy/policy-rows';
import { readRulebook } from '$lib/policy/read-rules';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from '../filter-defaults';
import { goalsFromRows } from './goals-from-rows';
import { lightChanges } from './light-changes';
import { loadGoals } from './load-goals';

const rulebook = readRulebook();
const forms = readForms();
const scoring = readScoring();
const { rows, meta } = loadSample();
const areas = new Map(
  rulebook.guides.flatMap((guide) => guide.categories.map(({ id, areaId }) => [id, areaId])),
);
const [variant] = scoring.variants;
if (!variant) throw new Error('there is no variant');
const goalsAt = (library: LibraryRows, asOf: string) =>
  goalsFromRows(library, { forms, scoring, variant, lights: rulebook.lights, asOf }, areas);

let engine: Engine;
beforeAll(async () => {
  engine = await startNodeEngine();
  await engine.loadTables({ ...rows, ...policyRows(rulebook) });
});
afterAll(() => engine.close());

describe('goals from rows in memory', () => {
  test.each([meta.asOf, '2024-12-31'])('are those that the engine gives, at %s', async (asOf) => {
    const all = goalsAt(rows, asOf);
    for (const year of meta.guideYears) {
      const filters = { ...openFilters(year), asOf };
      const wanted = await loadGoals(engine, { rulebook, meta }, filters, { forms, scoring }, variant);
      const own = all
        .filter(({ project }) => project.guide_year === year)
        .sort((a, b) => (a.project.project_id < b.project.project_id ? -1 : 1));
      expect(own.map(({ project }) => project)).toEqual(wanted.map(({ project }) => project));
      expect(own.map(({ goal, budget, progress }) => ({ goal, budget, progress }))).toEqual(
        wanted.map(({ goal, budget, progress }) => ({ goal, budget, progress })),
      );
    }
  });
});

describe('lights of two libraries', () => {
  const goals = goalsAt(rows, meta.asOf);
  const green = goals.find(({ goal, indicators }) => goal === 'green' && indicators.length > 0);
  const id = green?.project.project_id ?? '';

  test('of the same library do not differ', () => {
    expect(lightChanges(goals, goals)).toEqual([]);
  });

  test('differ where a reported value fell, and what turned red stands first', () => {
    const fallen: LibraryRows = {
      ...rows,
      progress: rows.progress.map((row) => (row.project_id === id ? { ...row, actual_number: 0 } : row)),
    };
    const changes = lightChanges(goals, goalsAt(fallen, meta.asOf));
    expect(changes.map(({ project }) => project.project_id)).toEqual([id]);
    expect(changes[0]).toMatchObject({ before: { goal: 'green' }, after: { goal: 'red' }, turnedRed: true });
    expect(lightChanges(goalsAt(fallen, meta.asOf), goals)[0]).toMatchObject({ turnedRed: false });
  });

  test('of a project that only one of them awarded are not compared', () => {
    const without = goals.filter(({ project }) => project.project_id !== id);
    expect(lightChanges(without, goals)).toEqual([]);
    expect(lightChanges(goals, without)).toEqual([]);
  });

  test('are sorted: turned red first, then the worst now, then the largest award', () => {
    const later = goalsAt(rows, '2025-06-30');
    const changes = lightChanges(later, goals);
    expect(changes.length).toBeGreaterThan(50);
    const firstOther = changes.findIndex(({ turnedRed }) => !turnedRed);
    expect(changes.slice(firstOther).some(({ turnedRed }) => turnedRed)).toBe(false);
  });
});
