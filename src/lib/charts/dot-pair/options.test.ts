import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme, usualEm } from '../theme/theme';
import {
  dotPairHeight,
  dotPairOption,
  dotPairScene,
  inOrder,
  isWide,
  type DotPairInput,
  type DotPairRow,
} from './options';

const row = (id: string, first: number | null, second: number | null): DotPairRow => ({
  id,
  label: id,
  first,
  second,
});
const input: DotPairInput = {
  rows: [row('淮安市', 0.4, 0.52), row('常州市', 0.7, 0.72), row('宿迁市', 0.56, null)],
  words: { first: '资金执行', second: '名额使用' },
  marker: 0.75,
  boldAbove: 0.1,
};
const scene = (given: DotPairInput) => dotPairScene(given, fileTheme(), { width: 600, height: 0 });
const texts = (given: DotPairInput) =>
  scene(given).marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));

test('rows are ordered by the first share', () => {
  expect(inOrder(input.rows).map(({ id }) => id)).toEqual(['常州市', '宿迁市', '淮安市']);
});

describe('a wide difference', () => {
  test('is more than the limit, not exactly the limit', () => {
    expect(isWide(row('a', 0.5, 0.6), 0.1)).toBe(false);
    expect(isWide(row('a', 0.5, 0.61), 0.1)).toBe(true);
    expect(isWide(row('a', 0.61, 0.5), 0.1)).toBe(true);
  });

  test('is bold', () => {
    expect(texts(input).find(({ text }) => text === '+12\u2009点')?.bold).toBe(true);
    expect(texts(input).find(({ text }) => text === '+2\u2009点')?.bold).toBe(false);
  });
});

test('a missing share leaves one dot and a dash', () => {
  const alone = { ...input, rows: [row('宿迁市', 0.56, null)] };
  expect(scene(alone).marks.filter(({ kind }) => kind === 'circle')).toHaveLength(1);
  expect(texts(alone).map(({ text }) => text)).toContain('—');
});

test('figures stand on the outer sides of their dots', () => {
  const figures = texts({ ...input, rows: [row('宿迁市', 0.56, 0.55)] });
  expect(figures.find(({ text }) => text === '56')?.align).toBe('left');
  expect(figures.find(({ text }) => text === '55')?.align).toBe('right');
});

test('the tooltip names both shares and the difference', () => {
  expect(scene(input).hits[0]?.tip).toEqual({
    name: '常州市',
    lines: ['资金执行 70.0\u2009%', '名额使用 72.0\u2009%', '差 +2 点'],
  });
});

test('no rows, or rows without any share, are drawable', () => {
  for (const rows of [[], [row('甲', null, null)]]) {
    const given = { ...input, rows, marker: null };
    expect(
      drawStill((theme, size) => dotPairOption(given, theme, size), dotPairHeight(given, usualEm), 358),
    ).not.toMatch(/NaN|Infinity/);
  }
});
