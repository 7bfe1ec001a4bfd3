import { beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from '../filter-defaults';
import type { Filters } from '../filters';
import {
  appropriation,
  contextOf,
  libraryOf,
  loadSmall,
  member,
  payment,
  project,
  tranche,
} from '../fixtures/small-library';
import { ids } from '../fixtures/small-rulebook';
import type { MetricsContext } from '../scope';
import type { QuotaView } from './quota';
import { loadCategoryTimeline, loadQuota } from './quota';

let engine: Engine;
let context: MetricsContext;

const won = { awarded_on: '2024-03-15', award_fen: 200, status: 'awarded' } as const;
const rows = libraryOf({
  project: [
    project('A1', { ...won, requested_fen: 300, ceiling_fen: 250 }),
    project('A2', { ...won, requested_fen: 300, terminated_on: '2025-01-01', city_adcode: '320500' }),
    project('A3', { requested_fen: 90, ceiling_fen: 80 }),
    project('C1', { ...won, category_id: ids.gamma, city_adcode: '320000' }),
  ],
  disbursement: [payment('A1', '2024-06-30', 150), payment('A2', '2024-06-30', 20)],
  tranche: [
    tranche('A1', '2024-06-30', 100),
    tranche('A2', '2024-06-30', 100),
    tranche('A2', '2025-06-30', 100, 2),
  ],
  appropriation: [appropriation(ids.alpha, 1_000)],
  sub_quota_member: [
    member('A1', ids.firstType),
    member('A2', ids.firstType, 'undetermined'),
    member('A3', ids.firstType),
    member('A1', ids.biomedicine),
    member('A2', ids.biomedicine, 'undetermined'),
  ],
});

const load = (changes: Partial<Filters> = {}): Promise<QuotaView> =>
  loadQuota(engine, context, { ...openFilters(2023), ...changes });

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
  return () => engine.close();
});

describe('a category row', () => {
  test('has quota, money and headroom, the terminated project still using its place', async () => {
    const { categories } = await load();
    const alpha = categories[0];
    expect(alpha?.figures.quota_headroom.value).toBe(2);
    expect(alpha?.figures.awarded.value).toBe(400);
    expect(alpha?.figures.unpaid.value).toBe(50);
    expect(alpha?.figures.policy_ceiling).toMatchObject({ value: 330, undetermined: 1 });
    expect(alpha?.figures.ceiling_undetermined.value).toBe(1);
    expect(alpha?.quotaUse).toBe('room');
  });

  test('without a quota it says why and raises no alarm', async () => {
    const { categories } = await load();
    const gamma = categories[2];
    expect(gamma?.figures.quota_headroom).toMatchObject({ value: null, reason: 'no_quota' });
    expect(gamma).toMatchObject({ quotaUse: null, flags: [], noQuotaReason: { zh: '未设名额' } });
    expect(categories[3]?.separateNotice).toBe(true);
  });

  test('a sub-quota tells those that count from those that lack the fact', async () => {
    const { categories, summary } = await load();
    expect(categories[0]?.subQuotas).toMatchObject([
      { subQuotaId: ids.firstType, bound: 'max', used: 1, undetermined: 1, margin: 1, verdict: 'room' },
      {
        subQuotaId: ids.biomedicine,
        bound: 'min',
        used: 1,
        undetermined: 1,
        margin: -1,
        verdict: 'undetermined',
      },
    ]);
    expect(summary).toMatchObject({
      withQuota: 2,
      over: 0,
      full: 0,
      subQuotas: 2,
      subQuotasShort: 0,
      shortBy: 0,
    });
  });

  test('before anything is awarded a sub-quota is open, held against applications', async () => {
    const { categories, quotaBasis } = await load({ asOf: '2024-03-14', categoryId: ids.beta });
    expect(quotaBasis).toBe('applications');
    expect(categories).toHaveLength(1);
    const { categories: alpha } = await load({ asOf: '2023-05-31', categoryId: ids.alpha });
    expect(alpha[0]?.subQuotas.map((part) => part.verdict)).toEqual(['open', 'open']);
  });

  test('one city’s projects have no quota row of their own', async () => {
    const { categories } = await load({ region: '320500' });
    expect(categories[0]?.figures.awards.value).toBe(1);
    expect(categories[0]?.figures.quota).toMatchObject({ value: null, reason: 'only_by_category' });
    expect(categories[0]?.subQuotas).toEqual([]);
  });
});

describe('the course of a category', () => {
  test('opens with the one furthest behind', async () => {
    const { selected } = await load();
    expect(selected?.categoryId).toBe(ids.alpha);
    expect(selected?.timeline.points.at(-1)?.planned).toBe(200);
  });

  test('leaves out what was planned after a termination', async () => {
    const timeline = await loadCategoryTimeline(engine, context, openFilters(2023), ids.alpha);
    expect(timeline?.plannedInAll).toBe(200);
    const before = await loadCategoryTimeline(
      engine,
      context,
      { ...openFilters(2023), asOf: '2024-12-31' },
      ids.alpha,
    );
    expect(before?.plannedInAll).toBe(300);
  });

  test('a category that the guide does not list has none', async () => {
    expect(await loadCategoryTimeline(engine, context, openFilters(2023), 'guides/2023/other')).toBeNull();
  });
});

describe('the way down', () => {
  test('goes from areas to categories to places to projects, each level summing to the one above', async () => {
    const top = await load();
    expect(top.drill.level).toBe('area');
    const inArea = await load({ areaId: 'making' });
    expect(inArea.drill).toMatchObject({ level: 'category', path: [{ level: 'area', key: 'making' }] });
    expect(inArea.drill.rows.map((row) => row.figures.awards.value)).toEqual([2, 0]);
    const inCategory = await load({ areaId: 'making', categoryId: ids.alpha });
    expect(inCategory.drill.level).toBe('place');
    expect(
      inCategory.drill.rows.map((row) => row.figures.awards.value).filter((value) => value !== 0),
    ).toEqual([1, 1]);
    const inCity = await load({ categoryId: ids.alpha, region: '320500' });
    expect(inCity.drill.level).toBe('project');
    expect(inCity.drill.path.map((step) => step.key)).toEqual(['making', ids.alpha, '320500']);
    expect(inCity.drill.projects).toMatchObject({
      rowCount: 1,
      rows: [{ project_id: 'A2', stage: 'terminated' }],
    });
  });

  test('projects of no known place have a row of their own', async () => {
    const { drill } = await load({ categoryId: ids.gamma });
    expect(drill.rows.at(-1)).toMatchObject({ key: null, figures: { awards: { value: 1 } } });
  });
});
