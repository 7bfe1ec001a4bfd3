import { beforeAll, describe, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { noCluster, openFilters, unknownCluster } from './filter-defaults';
import { contextOf, libraryOf, loadSmall, project } from './fixtures/small-library';
import { ids } from './fixtures/small-rulebook';
import { measureBy } from './measure-by';
import { scopeOf } from './scope';
import { loadOverview } from './views/overview';

let engine: Engine;
beforeAll(async () => {
  engine = await startNodeEngine();
});

test('what an own library has no table for is missing, not zero', async () => {
  const rows = libraryOf({ project: [project('A1')] });
  await loadSmall(engine, rows);
  const context = contextOf(rows, {
    datasets: ['projects'],
    coverage: { places: ['320100'], areaIds: ['making'], categoryIds: [ids.alpha, ids.beta] },
  });
  const view = await loadOverview(engine, context, openFilters(2023));

  const inArea = (id: string) => view.areas.find((area) => area.areaId === id)?.figures.applications;
  expect(inArea('making')?.value).toBe(1);
  expect(inArea('greening')).toMatchObject({ value: null, reason: 'not_imported' });

  const inCity = (adcode: string) =>
    view.places.cities.find((place) => place.adcode === adcode)?.figures.applications;
  expect(inCity('320100')?.value).toBe(1);
  expect(inCity('320500')).toMatchObject({ value: null, reason: 'not_imported' });

  // The quota stands in the guide whatever was imported; the total speaks of what is known.
  expect(view.total.figures.quota.value).toBe(6);
  expect(view.total.figures.applications.value).toBe(1);
});

test('a covered category without a project is a true zero', async () => {
  const rows = libraryOf({ project: [project('A1')] });
  await loadSmall(engine, rows);
  const context = contextOf(rows, {
    datasets: ['projects'],
    coverage: { places: ['320100'], areaIds: ['making'], categoryIds: [ids.alpha, ids.beta] },
  });
  const view = await loadOverview(engine, context, { ...openFilters(2023), categoryId: ids.beta });
  expect(view.total.figures.applications.value).toBe(0);
});

describe('a library of one cluster', () => {
  const rows = libraryOf({ project: [project('A1', { in_cluster: true, cluster_id: 'biomedicine' })] });
  const context = contextOf(rows, {
    datasets: ['projects'],
    coverage: {
      places: [],
      areaIds: ['making'],
      categoryIds: [ids.alpha, ids.beta],
      clusterIds: ['biomedicine'],
    },
  });

  test('knows nothing of the other clusters, nor of projects outside every cluster', async () => {
    await loadSmall(engine, rows);
    const measured = await measureBy(engine, context.meta, {
      measures: ['applications', 'requested'],
      by: ['cluster'],
      scope: scopeOf(openFilters(2023), context.meta),
    });
    expect(measured.at('biomedicine').applications.value).toBe(1);
    for (const key of ['core-software', noCluster, unknownCluster]) {
      expect(measured.at(key).applications).toMatchObject({ value: null, reason: 'not_imported' });
      expect(measured.at(key).requested).toMatchObject({ value: null, reason: 'not_imported' });
    }
    expect(measured.total().applications.value).toBe(1);
  });

  test('and knows its own projects in each place, but no place whole', async () => {
    await loadSmall(engine, rows);
    const measured = await measureBy(engine, context.meta, {
      measures: ['applications'],
      by: ['cluster', 'place'],
      scope: scopeOf(openFilters(2023), context.meta),
    });
    const unknown = { value: null, reason: 'not_imported' };
    expect(measured.at('biomedicine', '320100').applications.value).toBe(1);
    expect(measured.at('biomedicine', '320500').applications).toMatchObject(unknown);
    const total = (cluster: string) => measured.total(([key]) => key === cluster).applications;
    expect(total('biomedicine').value).toBe(1);
    expect(total('core-software')).toMatchObject(unknown);
    const byPlace = await measureBy(engine, context.meta, {
      measures: ['applications'],
      by: ['place'],
      scope: scopeOf(openFilters(2023), context.meta),
    });
    expect(byPlace.at('320100').applications).toMatchObject(unknown);
  });

  test.each([
    ['biomedicine', { value: 1 }],
    ['core-software', { value: null, reason: 'not_imported' }],
    [noCluster, { value: null, reason: 'not_imported' }],
  ])('narrowed to %s by a filter', async (clusterId, expected) => {
    await loadSmall(engine, rows);
    const view = await loadOverview(engine, context, { ...openFilters(2023), clusterId });
    expect(view.total.figures.applications).toMatchObject(expected);
  });

  test('a library that is not narrowed to clusters counts zero where a cluster has none', async () => {
    await loadSmall(engine, rows);
    const open = contextOf(rows, { datasets: ['projects'] });
    const view = await loadOverview(engine, open, { ...openFilters(2023), clusterId: 'core-software' });
    expect(view.total.figures.applications.value).toBe(0);
  });
});
