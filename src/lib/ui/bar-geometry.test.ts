import { describe, expect, test } from 'vitest';
import { placeOnTrack, spokenPercent } from './bar-geometry';

describe('placing a share on its track', () => {
  test('just below, at and above the end', () => {
    expect(placeOnTrack(0.99, 1)).toEqual({ percent: 99, over: false });
    expect(placeOnTrack(1, 1)).toEqual({ percent: 100, over: false });
    expect(placeOnTrack(1.01, 1)).toEqual({ percent: 100, over: true });
  });
  test('a longer track shortens the bar', () => {
    expect(placeOnTrack(0.6, 1.2).percent).toBe(50);
  });
  test('a negative share and a track without length draw nothing', () => {
    expect(placeOnTrack(-0.2, 1)).toEqual({ percent: 0, over: false });
    expect(placeOnTrack(0.5, 0)).toEqual({ percent: 0, over: false });
  });
});

test('percent is spoken whole, with a true minus sign', () => {
  expect(spokenPercent(0.605)).toBe('61\u00A0%');
  expect(spokenPercent(-0.145)).toBe('\u221215\u00A0%');
});
