import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme, usualEm } from '../theme/theme';
import {
  ranked,
  rankingBarsOption,
  rankingBarsScene,
  rankingHeight,
  type RankingInput,
  type RankingRow,
} from './options';

const row = (id: string, value: number | null, more: Partial<RankingRow> = {}): RankingRow => ({
  id,
  label: id,
  value,
  ...more,
});
const theme = fileTheme();
const input: RankingInput = {
  rows: [row('南京市', 2), row('苏州市', 4.8), row('淮安市', null, { reason: '无数据' }), row('镇江市', 0)],
  format: (value) => value.toFixed(1),
  mean: { label: '全省', value: 2 },
};
const scene = (given: RankingInput) => rankingBarsScene(given, theme, { width: 540, height: 0 });
const words = (given: RankingInput) =>
  scene(given).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const bars = (given: RankingInput, token: '--bar' | '--bar-2') =>
  scene(given).marks.filter((mark) => mark.kind === 'rect' && mark.fill === theme.colour(token));

describe('order', () => {
  test('largest first, missing last, zero before missing', () => {
    expect(ranked(input.rows).map(({ id }) => id)).toEqual(['苏州市', '南京市', '镇江市', '淮安市']);
  });

  test('equals keep the order in which they came', () => {
    expect(ranked([row('甲', 1), row('乙', 1)]).map(({ id }) => id)).toEqual(['甲', '乙']);
  });
});

describe('bars', () => {
  test('a value exactly on the mean counts as reaching it', () => {
    expect(bars(input, '--bar')).toHaveLength(2);
    expect(bars(input, '--bar-2')).toHaveLength(1);
  });

  test('without a mean all bars have one colour', () => {
    expect(bars({ ...input, mean: null }, '--bar-2')).toHaveLength(0);
  });

  test('zero has its figure, a missing one a dash and its reason', () => {
    expect(words(input)).toEqual(expect.arrayContaining(['0.0', '— 无数据', '全省 2.0']));
  });
});

describe('rows that stand apart', () => {
  const apart = { ...input, apart: { title: '省直报县', rows: [row('昆山市', 9)] } };

  test('lie below the ranking, whatever their value', () => {
    const { hits } = scene(apart);
    expect(hits.at(-1)?.pick).toBe('昆山市');
    expect(hits.at(-1)?.tip.lines).toContain('不在排序之内');
    expect(rankingHeight(apart, usualEm)).toBeGreaterThan(rankingHeight(input, usualEm));
  });

  test('share the scale of the ranking, so that bars can be compared', () => {
    const longest = bars(apart, '--bar').map((mark) => (mark.kind === 'rect' ? mark.width : 0));
    expect(Math.max(...longest)).toBe(longest.at(-1));
  });
});

test('every bar ends inside the picture with room for its figure', () => {
  const still = drawStill(
    (look, size) => rankingBarsOption(input, look, size),
    rankingHeight(input, usualEm),
    358,
  );
  expect(still).toContain('4.8');
  expect(still).not.toMatch(/NaN|Infinity/);
  for (const mark of scene(input).marks)
    if (mark.kind === 'rect') expect(mark.x + mark.width).toBeLessThanOrEqual(540);
});

test('all missing or no rows at all is drawable', () => {
  for (const rows of [[], [row('甲', null)]])
    expect(words({ ...input, rows, mean: null }).join()).not.toContain('NaN');
});
