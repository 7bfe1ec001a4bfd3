import { beforeAll, expect, test } from 'vitest';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { openFilters } from './filter-defaults';
import { contextOf, libraryOf, loadSmall, project } from './fixtures/small-library';
import { ids } from './fixtures/small-rulebook';
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
