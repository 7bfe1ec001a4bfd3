import { beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from '../filter-defaults';
import { appropriation, contextOf, libraryOf, loadSmall, payment, project } from '../fixtures/small-library';
import { ids } from '../fixtures/small-rulebook';
import type { MetricsContext } from '../scope';
import type { MeasureId } from '../measures';
import { loadCompare } from './compare';
import { rankBy, spreadOf } from './ranking';

let engine: Engine;
let context: MetricsContext;

const won = { awarded_on: '2024-03-15', award_fen: 1_000_000, status: 'awarded' } as const;
const rows = libraryOf({
  project: [
    project('南京1', { ...won, cluster_id: 'biomedicine' }),
    project('南京2', { ...won, cluster_id: 'core-software' }),
    project('苏州', { ...won, city_adcode: '320500', in_cluster: false }),
    project('昆山', { ...won, city_adcode: '320500', county_adcode: '320583', reports_directly: true }),
    project('泰州', { city_adcode: '321200', cluster_id: 'biomedicine' }),
    project('省本级', { ...won, city_adcode: '320000', cluster_id: 'not-on-the-list' }),
  ],
  disbursement: [payment('南京1', '2024-06-30', 900_000), payment('苏州', '2024-06-30', 300_000)],
  appropriation: [appropriation(ids.alpha, 9_000_000)],
});

const compare = (measureId: MeasureId, changes = {}) =>
  loadCompare(
    engine,
    context,
    { ...openFilters(2023), ...changes },
    { measureId, matrixMeasureId: 'awards' },
  );

beforeAll(async () => {
  engine = await startNodeEngine();
  await loadSmall(engine, rows);
  context = contextOf(rows);
  return () => engine.close();
});

describe('comparing places', () => {
  test('cities are ranked, equal ones share a rank, direct counties stand apart', async () => {
    const view = await compare('awards');
    expect(view.cities.map((row) => [row.adcode, row.figure.value, row.rank])).toEqual([
      ['320100', 2, 1],
      ['320500', 1, 2],
      ['321200', 0, 3],
      ['321300', 0, 3],
    ]);
    expect(view.directCounties.map((row) => [row.adcode, row.figure.value])).toEqual([
      ['320583', 1],
      ['321283', 0],
    ]);
    expect(view.elsewhere.value).toBe(1);
    expect(view.total.value).toBe(5);
  });

  test('a ratio that a city has no ground for has no rank and stands last', async () => {
    const view = await compare('disbursement_rate');
    expect(view.cities.map((row) => [row.adcode, row.figure.value, row.rank, row.light.light])).toEqual([
      ['320100', 0.45, 1, 'green'],
      ['320500', 0.3, 2, 'red'],
      ['321200', null, null, 'grey'],
      ['321300', null, null, 'grey'],
    ]);
    expect(view.citySpread?.last.adcode).toBe('320500');
    expect(view.citySpread?.difference).toBeCloseTo(0.15);
    expect(view.citySpread?.ratio).toBeCloseTo(1.5);
  });

  test('per GDP a prefecture takes its direct county in, and the county has no row of its own', async () => {
    const view = await compare('awarded_per_gdp');
    expect(view.cities.map((row) => [row.adcode, row.figure.part])).toEqual([
      ['320100', 2_000_000],
      ['320500', 2_000_000],
      ['321200', 0],
      ['321300', 0],
    ]);
    expect(view.directCounties[0]?.figure).toMatchObject({ value: null, reason: 'no_statistics' });
    expect(view.perGdp.cities.map((row) => row.adcode)).toEqual(view.cities.map((row) => row.adcode));
    expect(view.perGdp.gdpBeyondPublished).toBe(100_000_000_000);
  });

  test('a place filter does not empty the ranking', async () => {
    const view = await compare('awards', { region: '320500' });
    expect(view.cities[0]?.figure.value).toBe(2);
    expect(view.total.value).toBe(1);
  });

  test('measures that are not kept by place say so among the choices', async () => {
    const { choices } = await compare('awards');
    const choice = (id: MeasureId) => choices.find(({ measureId }) => measureId === id);
    expect(choice('quota')).toMatchObject({ byPlace: 'only_by_category', byCluster: 'only_by_category' });
    expect(choice('awarded_per_gdp')).toMatchObject({ byPlace: null, byCluster: 'only_by_prefecture' });
    expect(choice('paid')).toMatchObject({ byPlace: null, byCluster: null });
  });
});

describe('comparing clusters', () => {
  test('outside the clusters and not on the list are counted apart', async () => {
    const view = await compare('awards');
    expect(view.clusters.map((row) => [row.clusterId, row.figure.value])).toEqual([
      ['biomedicine', 1],
      ['core-software', 1],
    ]);
    expect([view.withoutCluster.value, view.unknownCluster.value]).toEqual([1, 2]);
  });

  test('the matrix holds every project once, in rows and in columns', async () => {
    const { matrix } = await compare('awards');
    const sum = (values: (number | null | undefined)[]) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(matrix.columns.map((place) => place?.adcode ?? null)).toEqual([
      '320100',
      '320500',
      '321200',
      '321300',
      '320583',
      '321283',
      null,
    ]);
    for (const row of matrix.rows)
      expect(sum(row.cells.map((cell) => cell.figure.value))).toBe(row.total.value);
    expect(sum(matrix.rows.map((row) => row.total.value))).toBe(5);
    expect(sum(matrix.columnTotals.map((figure) => figure.value))).toBe(5);
    expect(matrix.total.value).toBe(5);
    expect(matrix.rows[0]?.cells[0]).toMatchObject({ share: 1 });
  });
});

describe('a ranking', () => {
  const figure = (value: number | null) => ({
    value,
    reason: null,
    undetermined: 0,
    part: null,
    whole: null,
  });

  test('needs two values to have a spread', () => {
    const one = rankBy(
      [
        { id: 'a', v: 1 },
        { id: 'b', v: null },
      ],
      (item) => figure(item.v),
    );
    expect(spreadOf(one)).toBeNull();
  });

  test('a spread down to zero has a difference and no ratio', () => {
    const two = rankBy(
      [
        { id: 'a', v: 0 },
        { id: 'b', v: 3 },
      ],
      (item) => figure(item.v),
    );
    expect(spreadOf(two)).toMatchObject({ first: { id: 'b' }, difference: 3, ratio: null });
  });
});
