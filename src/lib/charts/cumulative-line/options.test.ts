import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme } from '../theme/theme';
import { cumulativeLineOption, cumulativeLineScene, type CumulativeInput } from './options';

const points = [
  { date: '2025-12-31', plan: 1e10, paid: 8e9 },
  { date: '2026-03-31', plan: 2e10, paid: 1.5e10 },
  { date: '2026-06-30', plan: 4e10, paid: null },
];
const input: CumulativeInput = { points, asOf: '2026-03-31' };
const size = { width: 600, height: 260 };
const scene = (given: CumulativeInput) => cumulativeLineScene(given, fileTheme(), size);
const words = (given: CumulativeInput) =>
  scene(given).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const lines = (given: CumulativeInput) =>
  scene(given).marks.filter((mark) => mark.kind === 'line' && mark.width > 1.2);

describe('money paid against the plan', () => {
  test('each line has its name and last figure at its end', () => {
    expect(words(input)).toEqual(expect.arrayContaining(['计划 4.0', '已拨 1.5', '截止日', '2026 年']));
  });

  test('the paid line ends where the data end', () => {
    const paid = lines(input).at(-1);
    expect(paid?.kind === 'line' && paid.points).toHaveLength(2);
  });

  test('without a plan there is only the paid line', () => {
    const bare = { ...input, points: points.map((point) => ({ ...point, plan: null })) };
    expect(lines(bare)).toHaveLength(1);
    expect(words(bare).join()).not.toContain('计划');
  });

  test('a date outside the time shown has no marker', () => {
    expect(words({ ...input, asOf: '2027-01-01' })).not.toContain('截止日');
  });

  test('ends on one spot do not cover each other', () => {
    const close = {
      points: points.slice(0, 2).map((point) => ({ ...point, paid: point.plan })),
      asOf: '2026-03-31',
    };
    const ends = scene(close).marks.flatMap((mark) =>
      mark.kind === 'text' && /计划|已拨/.test(mark.text) ? [mark.y] : [],
    );
    expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 0))).toBeGreaterThan(12);
  });

  test('the tooltip of a quarter says plan, paid and what is behind', () => {
    expect(scene(input).hits[1]?.tip).toEqual({
      name: '2026 年1 季度',
      lines: ['计划 2.00\u2009亿元', '已拨付 1.50\u2009亿元', '差 0.50\u2009亿元'],
    });
  });
});

test('small amounts are drawn in 万元', () => {
  const small = { points: points.map(({ date }) => ({ date, plan: 5e8, paid: 2e8 })), asOf: '2026-03-31' };
  expect(words(small)).toContain('计划 500');
});

test('without points there is nothing, and zeros alone are drawable', () => {
  expect(scene({ points: [], asOf: '2026-03-31' }).marks).toEqual([]);
  const zeros = { points: points.map(({ date }) => ({ date, plan: 0, paid: 0 })), asOf: '2026-03-31' };
  expect(drawStill((theme, at) => cumulativeLineOption(zeros, theme, at), 200, 358)).not.toMatch(
    /NaN|Infinity/,
  );
});
