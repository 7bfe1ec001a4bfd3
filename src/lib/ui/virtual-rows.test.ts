import { describe, expect, test } from 'vitest';
import { windowOf } from './virtual-rows.svelte';

describe('the window on a long list', () => {
  test('the heights before, in and after it add up to all rows', () => {
    const view = windowOf(100, 149, 5000, 29);
    expect(view).toEqual({ from: 100, to: 150, before: 2900, after: 4850 * 29 });
    expect(view.before + (view.to - view.from) * 29 + view.after).toBe(5000 * 29);
  });
  test('a list shorter than the window is drawn whole', () => {
    expect(windowOf(0, 29, 3, 29)).toEqual({ from: 0, to: 3, before: 0, after: 0 });
  });
  test('an empty list has nothing in it', () => {
    expect(windowOf(0, 29, 0, 29)).toEqual({ from: 0, to: 0, before: 0, after: 0 });
  });
  test('a list that shrank under the window does not leave a hole', () => {
    expect(windowOf(100, 149, 120, 29)).toEqual({ from: 100, to: 120, before: 2900, after: 0 });
  });
});
