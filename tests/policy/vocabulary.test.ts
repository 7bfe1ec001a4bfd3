import { expect, test } from 'vitest';
import { readRulebook } from '$lib/policy/read-rules';

const rulebook = readRulebook();

test('16 clusters in order, 13 cities with a tile and statistics each', () => {
  expect(rulebook.clusters.map((cluster) => cluster.sequence)).toEqual(
    Array.from({ length: 16 }, (_, at) => at + 1),
  );
  const cities = rulebook.regions.filter((region) => region.level === 'city').map((region) => region.adcode);
  expect(cities).toHaveLength(13);
  expect(rulebook.tiles.map((tile) => tile.adcode).sort()).toEqual(cities);
  expect(rulebook.statistics.map((city) => city.adcode)).toEqual(cities);
  expect(new Set(rulebook.tiles.map((tile) => `${tile.row},${tile.column}`)).size).toBe(13);
});

test('five cities lie in the south, three in the middle, five in the north', () => {
  const groups = rulebook.regions.filter((region) => region.level === 'city').map((region) => region.group);
  const count = (group: string) => groups.filter((one) => one === group).length;
  expect([count('south'), count('middle'), count('north')]).toEqual([5, 3, 5]);
});

test('the GDP of the cities sums to more than the published GDP of the province', () => {
  const sum = rulebook.statistics.reduce((total, city) => total + city.gdpFen, 0);
  expect(sum).toBe(1_235_675_100_000_000);
  expect(rulebook.provinceGdpFen).toBe(1_228_756_000_000_000);
});

test('the five summary tables have 15 columns each, money in 万元 under two headers', () => {
  expect(rulebook.summaryTables.map((table) => table.id)).toEqual(['2-1', '2-2', '2-3', '2-4', '2-5']);
  for (const table of rulebook.summaryTables) {
    expect(table.columns).toHaveLength(15);
    expect(
      table.columns.filter((column) => column.kind === 'money').every((one) => one.unit === 'wanYuan'),
    ).toBe(true);
    expect(new Set(table.columns.map((column) => column.group)).size).toBe(3);
  }
});

test('no two columns of a table answer to the same header', () => {
  for (const table of rulebook.summaryTables) {
    const names = table.columns.flatMap((column) => [column.header, ...column.aliases]);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('the lights rise from red over yellow to blue', () => {
  expect(rulebook.lights).toEqual({ redBelow: 0.6, yellowBelow: 0.8, blueFrom: 1.2, nearLimitFrom: 0.95 });
});
