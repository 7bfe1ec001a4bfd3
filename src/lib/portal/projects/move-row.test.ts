import { expect, test } from 'vitest';
import { movedRow } from './move-row';

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 0, 1],
  ['ArrowDown', 98, 99],
  ['ArrowDown', 99, 99],
  ['ArrowUp', -1, 0],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['PageDown', -1, 20],
  ['PageDown', 90, 99],
  ['PageUp', 25, 5],
  ['PageUp', 19, 0],
  ['Home', 50, 0],
  ['End', -1, 99],
])('%s moves from row %i to row %i of a hundred', (key, from, to) => {
  expect(movedRow(key, from, 100, 20)).toBe(to);
});

test.each(['a', 'Tab', 'Enter', 'constructor'])('%s moves nothing', (key) => {
  expect(movedRow(key, 3, 100, 20)).toBeNull();
});

test('an empty list has no row to move to', () => {
  expect(movedRow('ArrowDown', -1, 0, 20)).toBeNull();
});
