import { describe, expect, test } from 'vitest';
import { matchCategory } from './match-category';
import { readRulebook } from './read-rules';

const rulebook = readRulebook();

const matched = (text: string, areaId: string | null = null, year = 2023) => {
  const match = matchCategory(rulebook, year, areaId, text);
  if (!match) return null;
  const slug = match.category.id.replace(`guides/${year}/`, '');
  return match.variant ? `${slug}/${match.variant.id}` : slug;
};

test('every printed name, short name and section finds its own item, in its area and in the whole guide', () => {
  for (const guide of rulebook.guides) {
    for (const category of guide.categories) {
      const names = [category.name.zh, category.shortName.zh, ...category.aliases];
      for (const name of names) {
        const match = matchCategory(rulebook, guide.year, category.areaId, name);
        expect([name, match?.category.id]).toEqual([name, category.id]);
      }
    }
  }
});

test('every printed name of a type finds the type', () => {
  for (const category of rulebook.guides.flatMap((guide) => guide.categories)) {
    for (const variant of category.variants) {
      const match = matchCategory(rulebook, category.guideYear, category.areaId, variant.name.zh);
      expect([match?.category.id, match?.variant?.id]).toEqual([category.id, variant.id]);
    }
  }
});

test.each([
  ['高端化改造升级', 'high-end-upgrade'],
  ['（一）高端化改造升级项目', 'high-end-upgrade'],
  [' 高端化 改造升级　项目 ', 'high-end-upgrade'],
  ['"５G+工业互联网"融合应用项目', 'five-g-industrial-internet'],
  ['关键核心技术(装备)工程化攻关', 'core-technology-engineering'],
  ['一/（二）2', 'benchmark-factory'],
  ['一（二）2', 'benchmark-factory'],
  ['产业人才培养项目', 'talent-training'],
  ['工业互联网标识解析项目（二级节点）', 'identifier-resolution/secondary-node'],
  ['标识解析-公共服务平台', 'identifier-resolution/public-service-platform'],
  ['省委省政府部署的重大活动项目', 'major-exhibitions-events/event'],
])('%s is %s', (text, expected) => {
  expect(matched(text)).toBe(expected);
});

describe('what a text does not settle stays open', () => {
  test('a name that two items use is settled by the area alone', () => {
    expect(matched('公共服务平台')).toBeNull();
    expect(matched('公共服务平台', 'industry-support')).toBe(
      'information-consumption/public-service-platform',
    );
  });

  test('another area, an unknown year, unknown words and no words give nothing', () => {
    expect(matched('高端化改造升级项目', 'green-transition')).toBeNull();
    expect(matched('高端化改造升级项目', null, 2021)).toBeNull();
    expect(matched('标杆示范项目')).toBeNull();
    expect(matched('（）')).toBeNull();
  });
});
