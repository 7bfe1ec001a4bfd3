import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import type { Library } from '$lib/domain/library';
import { readConditionBook } from '$lib/policy/conditions/read-conditions';
import { readPlatformRules } from '$lib/policy/platforms/read-platforms';
import { readRulebook } from '$lib/policy/read-rules';
import { startNodeEngine } from '$lib/warehouse/duckdb-node';
import type { Engine } from '$lib/warehouse/engine';
import { loadLibrary } from '$lib/warehouse/load-library';
import { filterDefaults } from '../filter-defaults';
import type { Filters } from '../filters';
import { loadPlatformsView, type PlatformsView } from '../views/platforms';

const rulebook = readRulebook();
const books = { platforms: readPlatformRules(), book: readConditionBook() };
let engine: Engine;
let sample: Library;
beforeAll(async () => {
  engine = await startNodeEngine();
  sample = loadSample('data/sample/package');
  await loadLibrary(engine, sample.rows);
});
afterAll(() => engine.close());

const view = (patch: Partial<Filters> = {}, openId: string | null = null): Promise<PlatformsView> => {
  const context = { rulebook, meta: sample.meta };
  const { filters } = filterDefaults(rulebook, sample.meta);
  return loadPlatformsView(engine, context, { ...filters, ...patch }, books, openId);
};
const sumOf = (counts: PlatformsView['cities']): number =>
  counts.reduce((sum, { platforms, factories }) => sum + platforms + factories, 0);

test('every platform and factory counts once by level, by city and by cluster', async () => {
  const { held, platforms, factories, cities, clusters, levels } = await view();
  const bodies = sample.rows.platform;
  expect(held).toEqual({
    platforms: bodies.filter(({ kind }) => kind === 'platform').length,
    factories: bodies.filter(({ kind }) => kind === 'benchmark-factory').length,
  });
  expect([sumOf(cities), sumOf(clusters)]).toEqual([bodies.length, bodies.length]);
  const none = platforms.filter(({ highestId }) => highestId === null).length;
  expect(levels.reduce((sum, { highest }) => sum + highest, none)).toBe(platforms.length);
  expect(new Set(platforms.map(({ appliedAnswer }) => appliedAnswer))).toEqual(
    new Set(['met', 'not_met', 'undetermined', null]),
  );
  expect(new Set(factories.map(({ answer }) => answer))).toEqual(new Set(['met', 'not_met', 'undetermined']));
  expect(levels.every(({ highest }) => highest > 0)).toBe(true);
});

test('a city and a cluster let through their own; what is opened is there whatever they say', async () => {
  const ofCity = await view({ region: '320500' });
  const bodies = sample.rows.platform;
  const count = (holds: (row: (typeof bodies)[number]) => boolean) => bodies.filter(holds).length;
  expect(ofCity.platforms.length + ofCity.factories.length).toBe(
    count(({ city_adcode }) => city_adcode === '320500'),
  );
  const ofCluster = await view({ clusterId: 'biomedicine' });
  expect(ofCluster.platforms.length + ofCluster.factories.length).toBe(
    count(({ cluster_id }) => cluster_id === 'biomedicine'),
  );
  expect((await view({ region: '320500' }, 'DF-02')).open?.body.platform_id).toBe('DF-02');
});

test('before the day on which they were reported none is known, though the library holds them', async () => {
  const early = await view({ asOf: '2019-01-01' });
  expect([early.platforms.length, early.factories.length]).toEqual([0, 0]);
  expect(early.held.platforms).toBeGreaterThan(0);
});

test('each value of the one that is opened knows its file and row', async () => {
  const { open } = await view({}, 'DP-01');
  expect(open?.metrics.length).toBeGreaterThan(50);
  expect(open?.metrics.every((row) => row.file_name !== '' && row.source_row !== null)).toBe(true);
});
