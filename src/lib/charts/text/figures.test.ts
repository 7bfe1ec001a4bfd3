import { expect, test } from 'vitest';
import { commonUnit, moneyText, percentText, percentTick, pointsText } from './figures';

test('figure and unit stand a thin space apart', () => {
  expect(percentText(0.605, 1)).toBe('60.5\u2009%');
  expect(moneyText(36_600_000_000, 'wanYuan')).toBe('36,600\u2009万元');
});

test('a missing figure is a dash, zero is zero', () => {
  expect(percentText(null)).toBe('—');
  expect(moneyText(null, 'yiYuan')).toBe('—');
  expect(percentText(0)).toBe('0\u2009%');
});

test('amounts share 亿元 from exactly 1 亿元', () => {
  expect(commonUnit([1e10 - 1, null])).toBe('wanYuan');
  expect(commonUnit([1e10])).toBe('yiYuan');
});

test('differences have a sign, no difference has none', () => {
  expect([pointsText(0.12), pointsText(-0.06), pointsText(0), pointsText(-0.001)]).toEqual([
    '+12',
    '\u22126',
    '0',
    '0',
  ]);
});

test('only the last tick says percent', () => {
  const tick = percentTick({ max: 1, step: 0.25 });
  expect([tick(0.75), tick(1)]).toEqual(['75', '100\u2009%']);
});
