import { describe, expect, test } from 'vitest';
import { countHits, findInGuide, markedParts, type SearchEntry } from './find-in-guide';

const entries: SearchEntry[] = [
  {
    slug: 'green-upgrade',
    number: '四（一）',
    name: '绿色化改造升级',
    texts: [
      { field: 'name', text: '绿色化改造升级项目', place: '四（一）' },
      { field: 'condition', text: '项目总投入不低于 2000 万元', place: '1（2）' },
      { field: 'words', text: '总投入不低于2000万元', place: '1（2）' },
    ],
  },
  {
    slug: 'five-g',
    number: '一（二）3',
    name: '5G 融合应用',
    texts: [
      { field: 'name', text: '“5G+工业互联网”融合应用项目', place: '一（二）3' },
      { field: 'words', text: '不超过10个', place: '4' },
    ],
  },
];
const slugs = (query: string) => findInGuide(entries, query).map(({ entry }) => entry.slug);

describe('a search in the guide', () => {
  test('finds across spaces, width and case', () => {
    expect(slugs('2000万')).toEqual(['green-upgrade']);
    expect(slugs('２０００ 万')).toEqual(['green-upgrade']);
    expect(slugs('5g')).toEqual(['five-g']);
  });

  test('wants every word, anywhere in the item', () => {
    expect(slugs('绿色化 2000')).toEqual(['green-upgrade']);
    expect(slugs('绿色化 10个')).toEqual([]);
  });

  test('for nothing finds nothing', () => {
    expect(slugs('')).toEqual([]);
    expect(slugs('  ')).toEqual([]);
    expect(slugs('没有这个词')).toEqual([]);
  });

  test('does not count a quoted clause that only repeats its sentence', () => {
    expect(countHits(findInGuide(entries, '2000'))).toBe(1);
    expect(countHits(findInGuide(entries, '10个'))).toBe(1);
  });
});

describe('what was looked for is marked', () => {
  test('in the letters of the text itself', () => {
    expect(markedParts('不低于 2000 万元', '2000万')).toEqual([
      { text: '不低于 ', hit: false },
      { text: '2000 万', hit: true },
      { text: '元', hit: false },
    ]);
  });

  test('wherever it stands, and nowhere without a query', () => {
    expect(markedParts('aAb', 'a').filter(({ hit }) => hit)).toEqual([{ text: 'aA', hit: true }]);
    expect(markedParts('ab', '')).toEqual([{ text: 'ab', hit: false }]);
  });
});
