import { expect, test } from 'vitest';
import { placeNote } from './note-place';

const window = { width: 400, height: 300 };
const note = { width: 200, height: 80 };

test('a note stands below its value', () => {
  expect(placeNote({ left: 50, top: 100, bottom: 120 }, note, window)).toEqual({ left: 50, top: 126 });
});

test('it stands above where one pixel more would leave the window', () => {
  expect(placeNote({ left: 50, top: 186, bottom: 206 }, note, window).top).toBe(212);
  expect(placeNote({ left: 50, top: 187, bottom: 207 }, note, window).top).toBe(101);
});

test('it stays below where neither side has room', () => {
  const low = { width: 400, height: 120 };
  expect(placeNote({ left: 50, top: 40, bottom: 60 }, note, low).top).toBe(66);
});

test('it does not leave the window at the sides', () => {
  expect(placeNote({ left: 300, top: 0, bottom: 10 }, note, window).left).toBe(192);
  expect(placeNote({ left: -20, top: 0, bottom: 10 }, note, window).left).toBe(8);
});
