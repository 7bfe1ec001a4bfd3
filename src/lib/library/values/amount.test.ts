import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount, unitOf } from './amount';

describe('amounts are read exactly, whatever they are written like', () => {
  test.each([
    [1234.56, 1_234_560_000],
    ['1234.56', 1_234_560_000],
    ['1,234.56', 1_234_560_000],
    [' 1,234.56 ', 1_234_560_000],
    [0, 0],
    [-12.5, -12_500_000],
    ['\u221212.5', -12_500_000],
    [0.1 + 0.2, 300_000],
    ['¥3000', 3_000_000_000],
  ])('%s in a column of 万元 is %i 分', (cell, fen) => {
    expect(readAmount(cell, 'wanYuan')).toEqual({ kind: 'value', value: fen, change: null });
  });

  test.each([
    ['1.2亿元', 12_000_000_000],
    ['1.2 亿', 12_000_000_000],
    ['3000万元', 3_000_000_000],
    ['3000万', 3_000_000_000],
    ['5000元', 500_000],
    ['人民币3,000万元整', 3_000_000_000],
  ])('the unit in the cell %s goes before the unit of the column', (cell, fen) => {
    expect(readAmount(cell, 'wanYuan')).toEqual({ kind: 'value', value: fen, change: 'amount_with_unit' });
  });

  test('full-width digits are read and named', () => {
    expect(readAmount('１２３．５', 'wanYuan')).toEqual({
      kind: 'value',
      value: 123_500_000,
      change: 'full_width_digits',
    });
  });

  test('the unit of the column counts: 元, 万元, 亿元', () => {
    expect(readAmount(12, 'yuan')).toMatchObject({ value: 1_200 });
    expect(readAmount(12, 'wanYuan')).toMatchObject({ value: 12_000_000 });
    expect(readAmount(12, 'yiYuan')).toMatchObject({ value: 120_000_000_000 });
  });

  test('one 分 is exact, less than one 分 is rounded and named', () => {
    expect(readAmount('0.01', 'yuan')).toEqual({ kind: 'value', value: 1, change: null });
    expect(readAmount('0.014', 'yuan')).toEqual({ kind: 'value', value: 1, change: 'amount_rounded' });
    expect(readAmount(10_000 / 3, 'wanYuan')).toEqual({
      kind: 'value',
      value: 3_333_333_333,
      change: 'amount_rounded',
    });
  });
});

describe('what is no amount is never a number', () => {
  test.each([[null], [''], ['  '], ['-'], ['/'], ['——'], ['无']])('%s is missing, not 0', (cell) => {
    expect(readAmount(cell, 'wanYuan')).toEqual({ kind: 'missing' });
  });

  test.each([
    ['约三千'],
    ['3000左右'],
    ['1.2.3'],
    ['12 34'],
    ['1,23'],
    ['1.2E+08'],
    ['3-4'],
    [true],
    [new Date()],
    [Number.NaN],
  ])('%s is no amount', (cell) => {
    expect(readAmount(cell, 'wanYuan')).toEqual({ kind: 'fault', code: 'amount_not_number' });
  });

  test('an amount too large to hold is absurd', () => {
    expect(readAmount('99999999999', 'wanYuan')).toEqual({ kind: 'fault', code: 'amount_absurd' });
  });

  test('only units of money are units', () => {
    expect(unitOf('万元')).toBe('wanYuan');
    expect(unitOf('千元')).toBeNull();
  });
});

test('number, text and text with separators of one amount agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e10 }), (hundredths) => {
      const text = (hundredths / 100).toFixed(2);
      const grouped = (hundredths / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
      const expected = { kind: 'value', value: hundredths * 10_000, change: null };
      expect(readAmount(Number(text), 'wanYuan')).toEqual(expected);
      expect(readAmount(text, 'wanYuan')).toEqual(expected);
      expect(readAmount(grouped, 'wanYuan')).toEqual(expected);
    }),
  );
});
