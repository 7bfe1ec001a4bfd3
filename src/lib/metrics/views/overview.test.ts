import { beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from '../filter-defaults';
import {
  appropriation,
  contextOf,
  libraryOf,
  loadSmall,
  member,
  payment,
  project,
} from '../fixtures/small-library';
import { ids } from '../fixtures/small-rulebook';
import type { MetricsContext } from '../scope';
import type { OverviewView } from './overview';
import { loadOverview } from './overview';

let engine: Engine;
let context: MetricsContext;
let view: OverviewView;

const won = { awarded_on: '2024-03-15', status: 'awarded' } as const;
const inAlpha = ['A1', 'A2', 'A3', 'A4', 'A5'];

// 方案：alpha 5 / 4 名额，立项 1,250 / 预算 1,000，拨付 100；beta 2 / 2；gamma 立项 380 / 400，拨付 300。
const rows = libraryOf({
  project: [
    ...inAlpha.map((id) =>
      project(id, { ...won, award_fen: 250, cluster_id: 'core-software', total_investment_fen: 1_000 }),
    ),
    project('B1', { ...won, category_id: ids.beta, award_fen: 10 }),
    project('B2', { ...won, category_id: ids.beta, award_fen: 10, city_adcode: '320500' }),
    project('C1', {
      ...won,
      category_id: ids.gamma,
      award_fen: 380,
      city_adcode: '320500',
      county_adcode: '320583',
      reports_directly: true,
    }),
    project('D1', { category_id: ids.draftAlpha, guide_year: 2026 }),
  ],
  disbursement: [payment('A1', '2024-06-30', 100), payment('C1', '2025-06-30', 300)],
  appropriation: [appropriation(ids.alpha, 1_000), appropriation(ids.gamma, 400)],
  sub_quota_member: [
    ...['A1', 'A2', 'A3'].map((id) => member(id, ids.firstType)),
    ...['A4', 'A5'].map((id) => member(id, ids.firstType, 'out')),
    member('A1', ids.biomedicine),
  ],
});

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
  view = await loadOverview(engine, context, openFilters(2023));
  return () => engine.close();
});

describe('the overview', () => {
  test('is plain data that survives JSON', () => {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });

  test('its total equals the sums over the rows', () => {
    const { figures, pace, lights } = view.total;
    expect(figures.awarded.value).toBe(5 * 250 + 2 * 10 + 380);
    expect(figures.paid.value).toBe(400);
    expect(figures.quota_used_rate).toMatchObject({ part: 7, whole: 6, value: 7 / 6 });
    expect(figures.leverage).toMatchObject({ part: 5_000, whole: 1_250, undetermined: 3 });
    // 731 of the 1,461 days from 2024 to 2027 are gone.
    expect(pace.timeShare).toBe(731 / 1461);
    expect(pace.expected).toBe(Math.round((1_400 * 731) / 1461));
    expect(pace.ahead).toBe(400 / 1_400 - 731 / 1461);
    expect(lights).toEqual({ red: 1, yellow: 0, green: 0, blue: 1, grey: 0 });
  });

  test('areas come in the order of the guide and share the gap', () => {
    expect(view.areas.map(({ areaId, pace, shareOfBehind }) => [areaId, pace.behind, shareOfBehind])).toEqual(
      [
        ['making', 400, 1],
        ['greening', 0, 0],
      ],
    );
    expect(view.areas[0]?.figures.quota_used_rate.whole).toBe(6);
    expect(view.areas[1]?.figures.quota_used_rate.reason).toBe('no_quota');
  });

  test('alarms stand by severity, then by money, then by projects', () => {
    expect(view.alerts.map(({ kind, gap, gapFen, used, limit }) => [kind, gap, gapFen, used, limit])).toEqual(
      [
        ['red_light', null, 400, 100, 1_000],
        ['overspent', null, 250, 1_250, 1_000],
        ['over_quota', 1, null, 5, 4],
        ['sub_quota_over', 1, null, 3, 2],
        ['sub_quota_short', 1, null, 1, 2],
        ['at_quota', 0, null, 2, 2],
        ['near_appropriation', null, 0, 380, 400],
      ],
    );
    expect(view.alerts[0]).toMatchObject({ severity: 'broken', categoryId: ids.alpha, execution: 0.1 });
    expect(view.alerts[3]?.subQuota?.id).toBe(ids.firstType);
  });

  test('only categories with quota and appropriation are points', () => {
    expect(view.scatter).toMatchObject([
      { categoryId: ids.alpha, quotaUsed: 1.25, execution: 0.1, appropriation: 1_000, light: 'red' },
    ]);
    expect(view.counts).toEqual({ listed: 4, withAppropriation: 2, withQuota: 2, separateNotice: 1 });
  });

  test('places and clusters add up to the province', () => {
    const { cities, directCounties, elsewhere } = view.places;
    const awards = [...cities, ...directCounties].map((row) => row.figures.awards.value ?? 0);
    expect(awards.reduce((a, b) => a + b, elsewhere.awards.value ?? 0)).toBe(8);
    expect(directCounties.map((row) => [row.adcode, row.figures.awarded.value, row.light.light])).toEqual([
      ['320583', 380, 'blue'],
      ['321283', 0, 'grey'],
    ]);
    const { clusters, none, unknown } = view.clusters;
    expect(clusters.map((row) => row.figures.awards.value)).toEqual([0, 5]);
    expect([none.awards.value, unknown.awards.value]).toEqual([0, 3]);
  });

  test('years stand side by side at the same as-of day', () => {
    expect(
      view.years.map(({ guideYear, draft, figures }) => [
        guideYear,
        draft,
        figures.applications.value,
        figures.awards.value,
        figures.quota.value,
      ]),
    ).toEqual([
      [2023, false, 8, 8, 6],
      [2026, true, 1, 0, 5],
    ]);
    expect(view.years[1]?.figures.appropriation).toMatchObject({ value: null, reason: 'no_appropriation' });
  });

  test('within a category the other years show what corresponds to it', async () => {
    const { years } = await loadOverview(engine, context, { ...openFilters(2023), categoryId: ids.alpha });
    expect(years.map((row) => row.figures.applications.value)).toEqual([5, 1]);
    const without = await loadOverview(engine, context, { ...openFilters(2023), categoryId: ids.beta });
    expect(without.years.map((row) => row.figures.applications.value)).toEqual([2, 0]);
  });
});

describe('the overview where something is not known', () => {
  test('in one city no budget or quota is shown, and the light of its places remains', async () => {
    const city = await loadOverview(engine, context, { ...openFilters(2023), region: '320100' });
    expect(city.total.figures.appropriation.reason).toBe('only_by_category');
    expect(city.total.pace).toMatchObject({ expected: null, behind: null, timeShare: 731 / 1461 });
    expect(city.alerts).toEqual([]);
    expect(city.total.figures.awards.value).toBe(6);
    expect(city.places.cities.find((row) => row.adcode === '320500')?.figures.awards.value).toBe(1);
  });

  test('without an award list, applications are held against the quota', async () => {
    const bare = contextOf(rows, { datasets: ['projects'] });
    const own = await loadOverview(engine, bare, openFilters(2023));
    expect(own.quotaBasis).toBe('applications');
    expect(own.headline).toContain('application_quota_rate');
    expect(own.total.figures.awarded).toMatchObject({ value: null, reason: 'no_awards' });
    // A minimum that applications do not reach yet is no alarm: awards decide it.
    expect(own.alerts.map(({ kind, used, limit }) => [kind, used, limit])).toEqual([
      ['applications_over_quota', 5, 4],
      ['applications_over_quota', 3, 2],
    ]);
    expect(own.timeline.points.every((point) => point.paid === null && point.awards === null)).toBe(true);
  });

  test('before the first award applications are held against the quota, and awards are a real zero', async () => {
    const early = await loadOverview(engine, context, { ...openFilters(2023), asOf: '2024-03-14' });
    expect(early.quotaBasis).toBe('applications');
    expect(early.total.figures.awards.value).toBe(0);
  });
});
