import { describe, expect, test } from 'vitest';
import { drawStill } from '../frame/still';
import { fileTheme } from '../theme/theme';
import { dashes } from './dashes';
import { bandText, forecastLineOption, forecastLineScene, type ForecastInput } from './options';

const input: ForecastInput = {
  history: [
    { date: '2025-12-31', value: 10 },
    { date: '2026-03-31', value: 20 },
    { date: '2026-06-30', value: 30 },
  ],
  path: [
    { date: '2026-09-30', centre: 33.6, low: 31.5, high: 35.7 },
    { date: '2026-12-31', centre: 36, low: 30, high: 42.4 },
  ],
  asOf: '2026-06-30',
  target: { value: 44, word: '预算' },
  places: 1,
};
const scene = (given: ForecastInput) => forecastLineScene(given, fileTheme(), { width: 700, height: 270 });
const words = (given: ForecastInput) =>
  scene(given).marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));

describe('a forecast line', () => {
  test('carries its last figure with the band, the target and 数据截止日', () => {
    expect(words(input)).toEqual(expect.arrayContaining(['预算 44.0', '截止日', '36.0（30.0–42.4）']));
  });

  test('an even band is told by ±, one that is cut off by its ends', () => {
    expect(bandText({ date: '', centre: 33.6, low: 31.5, high: 35.7 }, 1)).toBe('33.6 ± 2.1');
    expect(bandText({ date: '', centre: 33.6, low: 33, high: 35.7 }, 1)).toBe('33.6（33.0–35.7）');
  });

  test('the band is drawn at 16 % of the bar colour and holds the dashed line', () => {
    const bar = fileTheme().colour('--bar');
    const band = scene(input).marks.filter((mark) => mark.kind === 'rect' && mark.opacity === 0.16);
    expect(band.length).toBeGreaterThan(50);
    expect(band.every((mark) => mark.kind === 'rect' && mark.fill === bar)).toBe(true);
  });

  test('each quarter says what came, or what is expected', () => {
    const tips = scene(input).hits.map(({ tip }) => tip.lines.join());
    expect(tips).toHaveLength(5);
    expect(tips[0]).toContain('10.0');
    expect(tips[3]).toContain('33.6 ± 2.1');
  });

  test('without a forecast there is the past alone; without a past, nothing', () => {
    expect(words({ ...input, path: [] })).toContain('30.0');
    expect(
      scene({ ...input, path: [] }).marks.filter((mark) => mark.kind === 'rect' && mark.opacity),
    ).toEqual([]);
    expect(scene({ ...input, path: [], history: [] }).marks).toEqual([]);
  });

  test('corrections below zero and a target of zero are drawable', () => {
    const low = {
      ...input,
      history: [
        { date: '2026-03-31', value: -5 },
        { date: '2026-06-30', value: -8 },
      ],
    };
    const still = drawStill(
      (theme, size) => forecastLineOption({ ...low, target: { value: 0, word: '目标' } }, theme, size),
      200,
      358,
    );
    expect(still).not.toMatch(/NaN|Infinity/);
  });
});

test('dashes go on round a corner and cover six parts of ten', () => {
  const found = dashes(
    [
      [0, 0],
      [13, 0],
      [13, 37],
    ],
    'x',
    2,
  );
  const covered = found.reduce((sum, mark) => {
    if (mark.kind !== 'line') return sum;
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = mark.points;
    return sum + Math.hypot(x2 - x1, y2 - y1);
  }, 0);
  expect(covered).toBeCloseTo(30, 9);
});
