import { expect, test } from 'vitest';
import { placeLabels, type Labelled } from './place-labels';

const field = { x: 0, y: 0, width: 200, height: 200 };
const spot = (x: number, y: number, more: Partial<Labelled> = {}): Labelled => ({
  x,
  y,
  radius: 5,
  width: 40,
  height: 14,
  ...more,
});

test('a free point has its name at the right', () => {
  expect(placeLabels([spot(50, 50)], [], field)).toEqual([{ x: 59, y: 50, align: 'left' }]);
});

test('a point at the right edge has its name at the left', () => {
  expect(placeLabels([spot(190, 50)], [], field)[0]?.align).toBe('right');
});

test('a name gives way to an obstacle', () => {
  const wall = { x: 58, y: 40, width: 5, height: 20 };
  expect(placeLabels([spot(50, 50)], [wall], field)[0]?.align).toBe('right');
});

test('who comes first has first choice', () => {
  const [first, second] = placeLabels([spot(50, 50), spot(50, 52)], [], field);
  expect(first?.align).toBe('left');
  expect(second).not.toEqual(first);
});

test('a name without any free place is dropped', () => {
  expect(placeLabels([spot(20, 20, { width: 300 })], [], field)).toEqual([null]);
});
