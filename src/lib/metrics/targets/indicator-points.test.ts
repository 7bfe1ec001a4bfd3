import { describe, expect, test } from 'vitest';
import { readScoring } from '$lib/policy/scoring/read-scoring';
import { extremes, spreadBins, spreadLimits, type IndicatorPoint } from './indicator-points';

const limits = spreadLimits(readScoring());
const point = (projectId: string, attainment: number | null, awardFen = 100): IndicatorPoint => ({
  projectId,
  name: projectId,
  recipient: projectId,
  placeAdcode: '320100',
  awardFen,
  target: 10,
  actual: attainment === null ? null : attainment * 10,
  attainment,
  light: 'green',
  reason: null,
  reportedTo: null,
});

describe('bins of attainment', () => {
  test.each(limits.map((limit, index) => [limit, index] as const))(
    'a value on the limit %f lies in bin %i, one step below it in the bin before',
    (limit, index) => {
      expect(spreadBins([limit], limits)[index]?.count).toBe(1);
      if (index > 0) expect(spreadBins([limit - 1e-6], limits)[index - 1]?.count).toBe(1);
      expect(spreadBins([limit + 1e-6], limits)[index]?.count).toBe(1);
    },
  );

  test('a ratio that binary division leaves a hair below its limit is on it', () => {
    expect(spreadBins([0.1 + 0.2 + 0.3 - 1e-16], limits).findIndex(({ count }) => count === 1)).toBe(3);
  });

  test('hold every value once', () => {
    const values = Array.from({ length: 200 }, (_, index) => index / 80);
    const sum = spreadBins(values, limits).reduce((all, { count }) => all + count, 0);
    expect(sum).toBe(values.length);
  });
});

describe('best and worst', () => {
  test('are never the same project, and leave out what is not known', () => {
    const { worst, best } = extremes([point('a', 0.2), point('b', 0.9), point('c', null)], 5);
    expect([worst, best].map((list) => list.map(({ projectId }) => projectId))).toEqual([['a'], ['b']]);
  });

  test('of equal ones put the larger award first', () => {
    const { worst } = extremes([point('a', 0.2, 1), point('b', 0.2, 9), point('c', 1), point('d', 1)], 2);
    expect(worst.map(({ projectId }) => projectId)).toEqual(['b', 'a']);
  });

  test('of one project is the worst, of none nothing', () => {
    expect(extremes([point('a', 1)], 5).worst).toHaveLength(1);
    expect(extremes([], 5)).toEqual({ worst: [], best: [] });
  });
});
