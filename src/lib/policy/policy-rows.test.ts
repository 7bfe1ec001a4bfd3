import { expect, test } from 'vitest';
import { policyTables } from '$lib/domain/tables';
import { policyRows } from './policy-rows';
import { readRulebook } from './read-rules';

const rows = policyRows(readRulebook());

test('three guides, their areas, items and parts, clusters and regions become rows', () => {
  expect(rows.guide.map((guide) => [guide.guide_year, guide.draft])).toEqual([
    [2020, false],
    [2023, false],
    [2026, true],
  ]);
  expect(rows.area).toHaveLength(4 + 5 + 5);
  expect(rows.category.filter((category) => category.guide_year === 2023)).toHaveLength(27);
  expect(rows.sub_quota.filter((part) => part.guide_year === 2023)).toHaveLength(10);
  expect(rows.cluster).toHaveLength(16);
  expect(rows.region.filter((region) => region.level === 'city')).toHaveLength(13);
});

test('every row has exactly the columns of its table', () => {
  for (const [table, columns] of Object.entries(policyTables)) {
    for (const row of rows[table as keyof typeof policyTables]) {
      expect(Object.keys(row).sort()).toEqual(Object.keys(columns).sort());
    }
  }
});

test('what the guide leaves open is null, not 0', () => {
  const row = rows.category.find((category) => category.category_id === 'guides/2023/free-diagnosis');
  expect(row).toMatchObject({ quota: null, award_cap_fen: null, separate_notice: true });
});

test('statistics stand on their cities, the published figure on the province, nothing on counties', () => {
  const at = (adcode: string) => rows.region.find((region) => region.adcode === adcode);
  expect(at('320500')).toMatchObject({ gdp_fen: 239_583_400_000_000, population: 10_721_700 });
  expect(at('320000')).toMatchObject({ gdp_fen: 1_228_756_000_000_000, population: null });
  expect(at('320583')).toMatchObject({ gdp_fen: null, population: null, reports_directly: true });
});
