import { beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from './filter-defaults';
import {
  appropriation,
  contextOf,
  libraryOf,
  loadSmall,
  payment,
  project,
  recovery,
} from './fixtures/small-library';
import { ids } from './fixtures/small-rulebook';
import { measureBy } from './measure-by';
import { allMeasures, measureIds } from './measures';
import type { MetricsContext, Scope } from './scope';
import { scopeOf } from './scope';

let engine: Engine;
let context: MetricsContext;

const awarded = { awarded_on: '2024-03-15', status: 'under_way' } as const;
const rows = libraryOf({
  project: [
    project('P1', {
      ...awarded,
      award_fen: 1_000,
      requested_fen: 1_200,
      ceiling_fen: 1_100,
      total_investment_fen: 9_000,
    }),
    project('P2', { ...awarded, award_fen: 500, terminated_on: '2025-05-01', status: 'terminated' }),
    project('P3', { category_id: ids.gamma, ...awarded, award_fen: 300, total_investment_fen: 600 }),
    project('P4', { category_id: ids.delta, ...awarded, awarded_on: '2025-12-31', award_fen: 70 }),
    project('P5', { category_id: ids.beta, requested_fen: 40, status: 'rejected' }),
    project('P6', { category_id: ids.beta, submitted_on: '2025-12-31', requested_fen: 60, ceiling_fen: 50 }),
    project('P7', { category_id: ids.beta, submitted_on: null }),
  ],
  disbursement: [
    payment('P1', '2024-04-01', 400),
    payment('P1', '2025-12-31', 250, 2),
    payment('P2', '2024-04-01', 200),
    payment('P3', '2025-06-30', 300),
    payment('P4', '2026-01-01', 70),
  ],
  recovery: [recovery('P2', '2025-08-01', 150)],
  appropriation: [appropriation(ids.alpha, 2_000), appropriation(ids.gamma, 400)],
});

const scopeAt = (asOf: string, changes: Partial<Scope> = {}): Scope => ({
  ...scopeOf({ ...openFilters(2023), asOf }, context.meta),
  ...changes,
});

const totals = async (scope: Scope, within: MetricsContext = context) =>
  (await measureBy(engine, within.meta, { measures: measureIds, by: [], scope })).total();

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
  return () => engine.close();
});

describe('figures of a library counted by hand', () => {
  test('counts and sums at the as-of day', async () => {
    const figures = await totals(scopeAt('2025-12-31'));
    const values = Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, figure.value]));
    expect(values).toEqual({
      applications: 7,
      requested: 1_300,
      policy_ceiling: 1_150,
      ceiling_undetermined: 5,
      appropriation: 2_400,
      awards: 4,
      awarded: 1_870,
      first_paid: 900,
      paid: 1_150,
      // P1 350 and P4 70; P2 was terminated and P3 is paid in full.
      unpaid: 420,
      recovered: 150,
      terminated: 1,
      execution_rate: 1_150 / 2_400,
      commitment_rate: 1_800 / 2_400,
      disbursement_rate: 1_150 / 1_870,
      quota: 6,
      quota_used_rate: 2 / 6,
      quota_headroom: 4,
      application_quota_rate: 5 / 6,
      award_rate: 4 / 7,
      investment: 9_600,
      leverage: 9_600 / 1_300,
      awarded_per_gdp: (1_870 / 7_500_000_000_000) * 10_000_000_000,
      awarded_per_10k_people: (1_870 / 27_000_000) * 10_000,
    });
  });

  test('what states no value is left out and counted', async () => {
    const figures = await totals(scopeAt('2025-12-31'));
    expect(figures.requested.undetermined).toBe(4);
    expect(figures.policy_ceiling.undetermined).toBe(5);
    expect(figures.investment.undetermined).toBe(2);
    expect(figures.leverage).toMatchObject({ part: 9_600, whole: 1_300, undetermined: 2 });
  });

  test('a payment, an award and an application count on their day and not one day before', async () => {
    const before = await totals(scopeAt('2025-12-30'));
    const after = await totals(scopeAt('2025-12-31'));
    expect([before.paid.value, after.paid.value]).toEqual([900, 1_150]);
    expect([before.awards.value, after.awards.value]).toEqual([3, 4]);
    expect([before.applications.value, after.applications.value]).toEqual([6, 7]);
  });

  test('a termination ends the obligation on its day; the award and its quota stay used', async () => {
    const before = await totals(scopeAt('2025-04-30'));
    const after = await totals(scopeAt('2025-05-01'));
    expect([before.unpaid.value, after.unpaid.value]).toEqual([600 + 300 + 300, 600 + 300]);
    expect(after.awarded.value).toBe(before.awarded.value);
    expect(after.quota_used_rate.part).toBe(2);
    expect([before.terminated.value, after.terminated.value]).toEqual([0, 1]);
  });

  test('recovered money counts from its day and is not taken off the payments', async () => {
    const before = await totals(scopeAt('2025-07-31'));
    const after = await totals(scopeAt('2025-08-01'));
    expect([before.recovered.value, after.recovered.value]).toEqual([0, 150]);
    expect(after.paid.value).toBe(before.paid.value);
  });

  test('before the first award sums are a real zero and ratios of nothing are missing', async () => {
    const figures = await totals(scopeAt('2024-03-14'));
    expect(figures.awarded).toMatchObject({ value: 0, reason: null });
    expect(figures.disbursement_rate).toMatchObject({ value: null, reason: 'zero_whole' });
    expect(figures.execution_rate.value).toBe(0);
  });
});

describe('missing is null with a reason, never zero', () => {
  test('a dataset that was never loaded', async () => {
    const bare = contextOf(rows, { datasets: ['projects'] });
    const figures = await totals(scopeAt('2025-12-31'), bare);
    expect(figures.awards).toMatchObject({ value: null, reason: 'no_awards' });
    expect(figures.paid).toMatchObject({ value: null, reason: 'no_disbursements' });
    expect(figures.appropriation).toMatchObject({ value: null, reason: 'no_appropriations' });
    expect(figures.quota_used_rate).toMatchObject({ value: null, reason: 'no_awards' });
    expect(figures.quota.value).toBe(6);
    expect(figures.applications.value).toBe(7);
  });

  test('a guide year without rows still has its quota', async () => {
    const figures = await totals(scopeAt('2025-12-31', { guideYear: 2026 }));
    expect(figures.applications).toMatchObject({ value: null, reason: 'no_data_for_year' });
    expect(figures.quota.value).toBe(5);
  });

  test('a category without quota or appropriation', async () => {
    const figures = await totals(scopeAt('2025-12-31', { categoryIds: [ids.delta] }));
    expect(figures.quota).toMatchObject({ value: null, reason: 'no_quota' });
    expect(figures.quota_used_rate).toMatchObject({ value: null, reason: 'no_quota' });
    expect(figures.appropriation).toMatchObject({ value: null, reason: 'no_appropriation' });
    expect(figures.execution_rate).toMatchObject({ value: null, reason: 'no_appropriation' });
    expect(figures.awarded.value).toBe(70);
  });

  test('projects of which none states the value', async () => {
    const figures = await totals(scopeAt('2025-12-31', { categoryIds: [ids.delta] }));
    expect(figures.requested).toMatchObject({ value: null, reason: 'no_values', undetermined: 1 });
  });

  test('money and quotas that are not set by city, and statistics that are not kept for a part of one', async () => {
    const figures = await totals(scopeAt('2025-12-31', { region: '320100' }));
    expect(figures.appropriation).toMatchObject({ value: null, reason: 'only_by_category' });
    expect(figures.quota_used_rate).toMatchObject({ value: null, reason: 'only_by_category' });
    expect(figures.awarded_per_gdp).toMatchObject({ value: null, reason: 'only_by_prefecture' });
    expect(figures.awarded.value).toBe(1_870);
  });
});

test('every measure has words in both languages and names its source', () => {
  for (const measure of allMeasures) {
    for (const words of [measure.label, measure.definition, measure.source]) {
      expect(words.zh).not.toBe('');
      expect(words.en).not.toBe('');
    }
    expect(measure.definition.zh.endsWith('。')).toBe(true);
  }
});
