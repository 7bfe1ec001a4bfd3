import { describe, expect, test } from 'vitest';
import { axisAround, axisFromZero, linear, ticksOf } from './scale';

describe('a straight scale', () => {
  test('maps both ends and what lies between', () => {
    const scale = linear(0, 1, 100, 300);
    expect([scale(0), scale(0.25), scale(1)]).toEqual([100, 150, 300]);
  });

  test('gives its start for a domain without length', () => {
    expect(linear(5, 5, 10, 20)(5)).toBe(10);
  });
});

describe('an axis from zero', () => {
  test('ends on a round step that holds the largest value', () => {
    expect(axisFromZero(38.36)).toEqual({ min: 0, max: 40, step: 10 });
  });

  test('does not grow for a value exactly on its end', () => {
    expect(axisFromZero(40).max).toBe(40);
    expect(axisFromZero(40.01).max).toBe(60);
  });

  test('stays drawable when every value is zero', () => {
    expect(axisFromZero(0)).toEqual({ min: 0, max: 1, step: 1 });
  });
});

describe('an axis around values', () => {
  test('leaves some air on both sides and stays above its floor', () => {
    const axis = axisAround([0.6, 1], 0.1, 0);
    expect(axis.min).toBeCloseTo(0.5);
    expect(axis.max).toBeCloseTo(1.1);
    expect(axisAround([0.01], 0.1, 0).min).toBe(0);
  });

  test('is drawable without values', () => {
    expect(axisAround([], 0.2, 0)).toEqual({ min: 0, max: 1, step: 0.2 });
  });
});

test('ticks include both ends and carry no binary noise', () => {
  expect(ticksOf({ min: 0, max: 0.3, step: 0.1 })).toEqual([0, 0.1, 0.2, 0.3]);
});
