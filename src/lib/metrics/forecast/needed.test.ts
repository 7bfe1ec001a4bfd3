import { describe, expect, test } from 'vitest';
import { neededOf } from './needed';

describe('what is needed a quarter', () => {
  test('is what is missing over the quarters that are left', () => {
    expect(neededOf(60, 100, 4)).toEqual({ kind: 'needs', amount: 10, quarters: 4 });
  });
  test('is nothing exactly at the target, and something one step below', () => {
    expect(neededOf(100, 100, 4)).toEqual({ kind: 'met' });
    expect(neededOf(99, 100, 1)).toEqual({ kind: 'needs', amount: 1, quarters: 1 });
    expect(neededOf(101, 100, 4)).toEqual({ kind: 'met' });
  });
  test('cannot be told once the time is over: then it is short', () => {
    expect(neededOf(99, 100, 0)).toEqual({ kind: 'short', amount: 1 });
    expect(neededOf(100, 100, 0)).toEqual({ kind: 'met' });
  });
  test('a target of zero is met by nothing, but not by a correction below it', () => {
    expect(neededOf(0, 0, 4)).toEqual({ kind: 'met' });
    expect(neededOf(-8, 0, 4)).toEqual({ kind: 'needs', amount: 2, quarters: 4 });
  });
  test('without a target there is nothing to make', () => {
    expect(neededOf(5, null, 4)).toEqual({ kind: 'no_target' });
  });
});
