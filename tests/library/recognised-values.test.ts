import { describe, expect, test } from 'vitest';
import rulebook from 'virtual:fundlens-rules';
import annexes from 'virtual:fundlens-annexes';
import { chooseCategory, clusterIdOf } from '$lib/library/check/choose-category';
import { locateLine } from '$lib/library/check/locate-region';
import type { SheetContext } from '$lib/library/check/sheet-context';
import { findingsOf, smallTable } from './small-table';

const context = (areaId: string | null, guideYear = 2023): SheetContext => ({
  rulebook,
  guideYear,
  areaId,
  tableId: null,
  columns: [],
  units: new Map(),
  location: null,
  compiledOn: null,
});

const category = (text: string, areaId: string | null = null, year = 2023): string | null => {
  const answer = chooseCategory(context(areaId, year), text);
  return answer.kind === 'found' ? answer.choice.category.id : null;
};

describe('places: counties that report directly stand apart from their city', () => {
  test.each([
    ['昆山', '苏州市', '昆山市'],
    ['苏州市（昆山市）', '苏州市', '昆山市'],
    ['江苏省苏州市昆山市', '苏州市', '昆山市'],
    ['昆山市（省直管县）', '苏州市', '昆山市'],
    ['泰州泰兴', '泰州市', '泰兴市'],
    ['泰兴市', '泰州市', '泰兴市'],
    ['沭阳', '宿迁市', '沭阳县'],
    ['宿迁市沭阳县', '宿迁市', '沭阳县'],
  ])('%s', (text, city, county) => {
    const found = locateLine(rulebook, text);
    expect([found?.city.name, found?.county?.name, found?.county?.reportsDirectly]).toEqual([
      city,
      county,
      true,
    ]);
  });

  test.each([['苏州市（不含昆山）'], ['苏州市本级'], ['苏州']])('%s is the city', (text) => {
    expect(locateLine(rulebook, text)).toMatchObject({ city: { name: '苏州市' }, county: null });
  });

  test.each([['江苏省'], ['省属'], ['鼓楼区']])('%s names no city', (text) => {
    expect(locateLine(rulebook, text)).toBeNull();
  });
});

describe('categories', () => {
  test.each([
    ['绿色化改造升级项目', 'guides/2023/green-upgrade'],
    ['四/（一）', 'guides/2023/green-upgrade'],
    ['四、（一）', 'guides/2023/green-upgrade'],
    ['附件1-18', 'guides/2023/green-upgrade'],
    ['附件 1—18', 'guides/2023/green-upgrade'],
    ['附件１－１８', 'guides/2023/green-upgrade'],
    ['1-18', 'guides/2023/green-upgrade'],
    ['附件1-18 绿色化改造升级项目', 'guides/2023/green-upgrade'],
    ['附件1-18绩效目标申报表', 'guides/2023/green-upgrade'],
    ['附件1-1', 'guides/2023/high-end-upgrade'],
  ])('%s', (text, id) => {
    expect(category(text)).toBe(id);
  });

  test.each([['附件1-18 信息消费升级平台项目'], ['附件1-26'], ['附件1-180'], ['附件2-1']])(
    '%s names none',
    (text) => {
      expect(category(text)).toBeNull();
    },
  );

  test('a form that several categories share tells none of them, and an area without it neither', () => {
    expect(category('附件1-5', null, 2020)).toBeNull();
    expect(category('附件1-18', 'intelligent-upgrade')).toBeNull();
  });
});

describe('clusters', () => {
  test('every name of 2023 is known, with and without the suffix', () => {
    for (const { id, name } of rulebook.clusters) {
      expect([clusterIdOf(rulebook, name.zh), clusterIdOf(rulebook, `${name.zh}集群`)]).toEqual([id, id]);
    }
  });

  test('a name of 2019 is known where one cluster of 2023 is the same or holds it; no other is guessed', () => {
    for (const { name, mapsTo } of annexes.clusters2019.clusters) {
      const found = clusterIdOf(rulebook, name.zh);
      if (found !== null) expect(mapsTo).toEqual([found]);
      if (mapsTo.length > 1) expect(found).toBeNull();
    }
    const known = annexes.clusters2019.clusters.filter(({ name }) => clusterIdOf(rulebook, name.zh) !== null);
    expect(known).toHaveLength(10);
  });

  test('a row with a name of 2019 that became two loads without a cluster, and with a warning', async () => {
    const { result, found } = await findingsOf(smallTable([{ cluster: '生物医药和新型医疗器械' }]));
    expect(found).toEqual(['cluster_unknown O6']);
    expect(result.rows.project).toMatchObject([{ cluster_id: null }]);
  });
});
