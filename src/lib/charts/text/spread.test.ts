import { expect, test } from 'vitest';
import { spread } from './spread';

test('labels that are far enough apart stay where they are', () => {
  expect(spread([10, 30], 20, 0, 100)).toEqual([10, 30]);
});

test('labels on one spot part evenly and keep their order', () => {
  expect(spread([50, 50, 50], 10, 0, 100)).toEqual([40, 50, 60]);
});

test('the order of the input does not matter to who stands above', () => {
  expect(spread([52, 48], 10, 0, 100)).toEqual([55, 45]);
});

test('a group that parts into a neighbour takes it along', () => {
  expect(spread([50, 50, 57], 10, 0, 100)[2]).toBeGreaterThanOrEqual(60);
});

test('labels stay inside their field', () => {
  expect(spread([2, 2], 10, 0, 100)).toEqual([0, 10]);
  expect(spread([99, 99], 10, 0, 100)).toEqual([90, 100]);
});
