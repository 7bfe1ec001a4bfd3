import { beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from './filter-defaults';
import type { Filters } from './filters';
import { contextOf, libraryOf, loadSmall, member, payment, project } from './fixtures/small-library';
import { ids } from './fixtures/small-rulebook';
import { measureBy } from './measure-by';
import type { MetricsContext } from './scope';
import { scopeOf } from './scope';

let engine: Engine;
let context: MetricsContext;

const won = { awarded_on: '2024-03-15', award_fen: 100, status: 'awarded' } as const;
const suzhou = { ...won, city_adcode: '320500' };
const kunshan = { ...suzhou, county_adcode: '320583', reports_directly: true };
const rows = libraryOf({
  project: [
    project('苏州', { ...suzhou, cluster_id: 'biomedicine', in_cluster: true }),
    project('常熟', { ...suzhou, county_adcode: '320581', in_cluster: false }),
    project('昆山', { ...kunshan, award_fen: 1_000, in_cluster: true }),
    project('泰兴', { ...won, city_adcode: '321200', county_adcode: '321283', reports_directly: true }),
    project('南京', { ...won, cluster_id: 'core-software', accepted_on: '2025-01-01' }),
    project('省本级', { ...won, city_adcode: '320000', recipient_code: "91O'B%_" }),
    project('宿迁', { city_adcode: '321300', status: 'rejected' }),
  ],
  disbursement: [payment('昆山', '2024-05-01', 500)],
  sub_quota_member: [
    member('苏州', ids.biomedicine),
    member('南京', ids.biomedicine, 'undetermined'),
    member('常熟', ids.biomedicine, 'out'),
  ],
});

const awardsBy = async (
  dimension: 'place' | 'region_group' | 'cluster' | 'stage' | 'county' | 'award_quarter',
) => {
  const scope = scopeOf(openFilters(2023), context.meta);
  const measured = await measureBy(engine, context.meta, {
    measures: ['awards', 'applications'],
    by: [dimension],
    scope,
  });
  const measure = dimension === 'stage' ? 'applications' : 'awards';
  return Object.fromEntries(measured.rows.map((row) => [String(row.keys[0]), row.figures[measure].value]));
};

const awardedWithin = async (changes: Partial<Filters>) => {
  const scope = scopeOf({ ...openFilters(2023), ...changes }, context.meta);
  const measured = await measureBy(engine, context.meta, {
    measures: ['awarded', 'applications'],
    by: [],
    scope,
  });
  return measured.total().awarded.value;
};

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
  return () => engine.close();
});

describe('places', () => {
  test('a direct county is a place of its own and left out of its city', async () => {
    expect(await awardsBy('place')).toEqual({
      320100: 1,
      320500: 2,
      320583: 1,
      321283: 1,
      320000: 1,
      321300: 0,
    });
  });

  test('the city filter gives what the city’s place gives; the county filter gives the county', async () => {
    expect(await awardedWithin({ region: '320500' })).toBe(200);
    expect(await awardedWithin({ region: '320583' })).toBe(1_000);
    expect(await awardedWithin({ region: '320581' })).toBe(100);
    expect(await awardedWithin({ directOnly: true })).toBe(1_100);
  });

  test('region groups take direct counties along with their city', async () => {
    expect(await awardsBy('region_group')).toEqual({ south: 4, middle: 1, north: 0, null: 1 });
    expect(await awardedWithin({ group: 'south' })).toBe(1_300);
  });

  test('statistics of a prefecture stand against all its awards, direct counties included', async () => {
    const scope = scopeOf(openFilters(2023), context.meta);
    const measured = await measureBy(engine, context.meta, {
      measures: ['awarded_per_gdp'],
      by: ['prefecture'],
      scope,
    });
    expect(measured.at('320500').awarded_per_gdp).toMatchObject({ part: 1_200, whole: 4_000_000_000_000 });
    expect(measured.at('320500').awarded_per_gdp.value).toBeCloseTo(3, 12);
    expect(measured.at('320583').awarded_per_gdp).toMatchObject({ value: null, reason: 'no_statistics' });
  });

  test('a measure kept by category is refused by place, with the reason', async () => {
    const scope = scopeOf(openFilters(2023), context.meta);
    const measured = await measureBy(engine, context.meta, {
      measures: ['appropriation'],
      by: ['place'],
      scope,
    });
    expect(measured.at('320500').appropriation).toMatchObject({ value: null, reason: 'only_by_category' });
    expect(measured.total().appropriation.reason).toBe('only_by_category');
  });
});

describe('other dimensions and filters', () => {
  test('outside the clusters and not stated are told apart', async () => {
    expect(await awardsBy('cluster')).toEqual({ biomedicine: 1, 'core-software': 1, none: 1, unknown: 3 });
    expect(await awardedWithin({ clusterId: 'none' })).toBe(100);
  });

  test('every project is in exactly one stage', async () => {
    expect(await awardsBy('stage')).toEqual({ awarded: 4, paid: 1, accepted: 1, dropped: 1 });
    expect(await awardedWithin({ stage: 'paid' })).toBe(1_000);
  });

  test('awards fall into the quarter of their day', async () => {
    expect(await awardsBy('award_quarter')).toEqual({ '2024Q1': 6, null: 0 });
  });

  test('a sub-quota narrows to those that count for it, not to those that may', async () => {
    expect(await awardedWithin({ categoryId: ids.alpha, subQuotaId: ids.biomedicine })).toBe(100);
  });

  test('search finds part of a name or code, and takes signs of SQL as they are written', async () => {
    expect(await awardedWithin({ search: '昆山' })).toBe(1_000);
    expect(await awardedWithin({ search: "o'b%_" })).toBe(100);
    expect(await awardedWithin({ search: '%' })).toBe(100);
    expect(await awardedWithin({ search: "' OR 1=1 --" })).toBe(0);
  });
});
