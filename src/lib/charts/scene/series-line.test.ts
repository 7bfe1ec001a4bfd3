import { expect, test } from 'vitest';
import type { Point } from './marks';
import { asSteps, lastOf, seriesLine } from './series-line';

test('a missing point breaks a line, and is not drawn as zero', () => {
  const points: (Point | null)[] = [[0, 1], [1, 1], null, [3, 1], [4, 2]];
  expect(seriesLine(points, 'red', 1)).toHaveLength(2);
});

test('a lone point leaves no line', () => {
  expect(seriesLine([[0, 1], null], 'red', 1)).toEqual([]);
});

test('steps run level until the next value', () => {
  expect(
    asSteps([
      [0, 10],
      [5, 4],
    ]),
  ).toEqual([
    [0, 10],
    [5, 10],
    [5, 4],
  ]);
});

test('the last point is the last that exists', () => {
  expect(lastOf([1, 2, null])).toBe(2);
  expect(lastOf([null])).toBeNull();
});
