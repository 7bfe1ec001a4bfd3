import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readForecast } from '$lib/policy/forecast/read-forecast';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from '../filter-defaults';
import type { Filters } from '../filters';
import {
  appropriation,
  contextOf,
  libraryOf,
  loadSmall,
  payment,
  project,
  tranche,
} from '../fixtures/small-library';
import { ids } from '../fixtures/small-rulebook';
import type { MetricsContext } from '../scope';
import { loadMoneyForecast } from './load-money-forecast';

const rules = readForecast();
let engine: Engine;
let context: MetricsContext;

/** Awarded at the start of 2024 for 1600; 100 paid at each quarter end until 2026-09-30, with one correction. */
const quarterEnds = ['2024', '2025', '2026'].flatMap((year) =>
  ['03-31', '06-30', '09-30', '12-31'].map((day) => `${year}-${day}`),
);
const paidOn = quarterEnds.filter((day) => day <= '2026-09-30');
const rows = libraryOf({
  project: [
    project('A1', { awarded_on: '2024-01-01', award_fen: 1600 }),
    project('A2', { awarded_on: '2026-08-01', award_fen: 50, category_id: ids.beta }),
  ],
  appropriation: [appropriation(ids.alpha, 2000)],
  tranche: [tranche('A1', '2024-01-31', 800), tranche('A1', '2026-12-31', 800, 2)],
  disbursement: [
    ...paidOn.map((day) => payment('A1', day, 100)),
    payment('A1', '2025-05-01', -30),
    payment('A1', '2025-05-02', 30),
  ],
});

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
});
afterAll(() => engine.close());

const load = (asOf: string, changes: Partial<Filters> = {}) =>
  loadMoneyForecast(engine, context, { ...openFilters(2023), asOf, ...changes }, rules);

describe('money that is paid evenly', () => {
  test('goes on evenly, with a band of nothing, because no past forecast was wrong', async () => {
    const { total, tests } = await load('2026-09-30', { categoryId: ids.alpha });
    expect(total.done).toBe(1100);
    expect(tests.category).toMatchObject({ method: 'even' });
    expect(tests.category?.steps[0]).toMatchObject({ width: 0, medianError: 0, origins: 7 });
    expect(total.year).toMatchObject({
      date: '2026-12-31',
      expected: { low: 1200, centre: 1200, high: 1200 },
    });
    expect(total.path.map(({ centre }) => centre)).toEqual([1200, 1300]);
  });

  test('asks for what is missing over the quarters to the end of the period', async () => {
    const { total, targetKind } = await load('2026-09-30', { categoryId: ids.alpha });
    expect(targetKind).toBe('appropriation');
    expect(total.end).toMatchObject({ date: '2027-12-31', target: 2000, reason: 'too_far' });
    expect(total.end.needed).toEqual({ kind: 'needs', amount: 900 / 5, quarters: 5 });
  });

  test('on the last day of a quarter the quarter has gone, on the first of the next it has not', async () => {
    const last = await load('2026-06-30', { categoryId: ids.alpha });
    const first = await load('2026-07-01', { categoryId: ids.alpha });
    const before = await load('2026-06-29', { categoryId: ids.alpha });
    expect(last.total.done).toBe(1000);
    expect(first.total.path).toMatchObject([{ date: '2026-09-30', centre: 1100 }]);
    // Two quarters ahead could be tried from five quarter ends only.
    expect(first.total.year).toMatchObject({ date: '2026-12-31', expected: null, reason: 'too_far' });
    expect(first.total.path).toEqual(last.total.path);
    expect(before.total.done).toBe(900);
    // One origin fewer has been answered: one too few.
    expect(before.total).toMatchObject({ path: [], reason: 'too_little_history' });
  });

  test('on the last day of the year there is nothing left to forecast of it', async () => {
    const { total } = await load('2025-12-31', { categoryId: ids.alpha });
    expect(total.year).toMatchObject({ date: '2025-12-31', expected: null, reason: 'period_over' });
  });

  test('a correction counts in its quarter and takes nothing away from the end of it', async () => {
    const { total } = await load('2025-05-01', { categoryId: ids.alpha });
    expect(total.done).toBe(470);
    expect(total.path.every(({ low }) => low >= 470)).toBe(true);
  });
});

describe('nothing is forecast', () => {
  test('with too little history', async () => {
    const { total, tests } = await load('2024-09-30', { categoryId: ids.alpha });
    expect(total).toMatchObject({ path: [], reason: 'too_little_history', year: { expected: null } });
    expect(tests.category).toBeNull();
  });

  test('before anything was awarded', async () => {
    expect((await load('2023-12-31')).total.reason).toBe('nothing_awarded');
  });

  test('once all that was awarded is paid: errors were only measured while money was owed', async () => {
    const early = await load('2026-09-30', { categoryId: ids.beta });
    expect(early.total.reason).toBe('too_little_history');
    await loadSmall(engine, {
      ...rows,
      disbursement: [...rows.disbursement, payment('A1', '2026-09-30', 500)],
    });
    const again = { ...context, meta: { ...context.meta } };
    const filters = { ...openFilters(2023), asOf: '2026-09-30', categoryId: ids.alpha };
    const { total } = await loadMoneyForecast(engine, again, filters, rules);
    expect(total).toMatchObject({ done: 1600, path: [], reason: 'nothing_owed' });
    await loadSmall(engine, rows);
  });

  test('once the period is over: then only what is short can be told', async () => {
    const { total } = await load('2027-12-31', { categoryId: ids.alpha });
    expect(total).toMatchObject({ path: [], reason: 'period_over' });
    expect(total.end.needed).toEqual({ kind: 'short', amount: 900 });
  });

  test('where stage or words choose the projects', async () => {
    expect((await load('2026-09-30', { stage: 'paid' })).total.reason).toBe('chosen_by_outcome');
    expect((await load('2026-09-30', { search: '演示' })).total.reason).toBe('chosen_by_outcome');
  });
});

test('a part of the province is held against what it was awarded', async () => {
  const { total, targetKind } = await load('2026-09-30', { region: '320100' });
  expect(targetKind).toBe('awarded');
  expect(total.end.target).toBe(1650);
});
