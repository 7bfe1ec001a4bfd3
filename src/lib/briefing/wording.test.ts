import { afterEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '$lib/i18n/paraglide/runtime';
import { measureOf } from '$lib/metrics/measures';
import {
  areaHeading,
  forCount,
  listed,
  pointsBetween,
  spoken,
  wordColumnMoney,
  wordFigure,
  wordMoney,
} from './wording';

afterEach(() => overwriteGetLocale(() => 'zh'));
const english = () => overwriteGetLocale(() => 'en');
const figure = (value: number | null) => ({ value, reason: null, undetermined: 0, part: null, whole: null });

describe('figures in words', () => {
  test('money takes 亿元 from 1 亿元 on and 万元 below', () => {
    expect(spoken(wordMoney(441_700_000_000))).toBe('44.17\u00A0亿元');
    expect(spoken(wordMoney(9_999_000_000))).toBe('9,999\u00A0万元');
  });

  test('in English the same digits stand in billions and millions', () => {
    english();
    expect(spoken(wordMoney(441_700_000_000))).toBe('4.417\u00A0bn CNY');
    expect(spoken(wordMoney(3_601_000_000))).toBe('36.01\u00A0m CNY');
  });

  test('a missing figure carries its reason and is never zero', () => {
    const missing = wordMoney(null, 'no_awards');
    expect(missing.figure).toBeNull();
    expect(missing.reason).toBe('未导入立项结果');
    expect(spoken(missing)).toBe('—');
    expect(wordColumnMoney(0, 'wanYuan').figure).toBe('0');
  });

  test('key figures carry one decimal more than tables', () => {
    const rate = measureOf('execution_rate');
    expect(wordFigure(rate, figure(0.6089), 'key').figure).toBe('60.9');
    expect(wordFigure(rate, figure(0.6089)).figure).toBe('61');
  });
});

test('points between two ratios agree with the percents that are shown', () => {
  // 60.4 % shows as 60, 75.6 % as 76: the reader who subtracts gets 16, not 15.
  expect(pointsBetween(0.604, 0.756)).toBe(-16);
  expect(pointsBetween(0.75, 0.75)).toBe(0);
});

test('names, counts and numbered headings follow the language', () => {
  const name = { zh: '绿色化改造提升', en: 'Green transition' };
  expect(listed(['甲', '乙'])).toBe('甲、乙');
  expect(areaHeading(4, name)).toBe('四、绿色化改造提升');
  english();
  expect(listed(['a', 'b'])).toBe('a, b');
  expect(areaHeading(4, name)).toBe('4. Green transition');
  expect([forCount(1, 'one', 'many'), forCount(2, 'one', 'many')]).toEqual(['one', 'many']);
});
