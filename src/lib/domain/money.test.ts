import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenFromDecimal, fenFromNumber, inUnit, MoneyFormatError, showIn, showMoney } from './money';

describe('amounts come in exactly', () => {
  test.each([
    ['1234.5678', 'wanYuan', 1_234_567_800],
    ['0.1', 'wanYuan', 100_000],
    ['-3', 'yuan', -300],
    ['1.2', 'yiYuan', 12_000_000_000],
    ['-0', 'yuan', 0],
  ] as const)('%s in %s is %i 分', (text, unit, fen) => {
    expect(fenFromDecimal(text, unit)).toBe(fen);
  });

  test('a spreadsheet number carries binary noise and still gives whole 分', () => {
    expect(fenFromNumber(0.1 + 0.2, 'wanYuan')).toBe(300_000);
    expect(fenFromNumber(12.34, 'wanYuan')).toBe(12_340_000);
  });

  test('something finer than a 分 is refused, one 分 is not', () => {
    expect(fenFromDecimal('0.01', 'yuan')).toBe(1);
    expect(() => fenFromDecimal('0.001', 'yuan')).toThrow(MoneyFormatError);
    expect(() => fenFromNumber(0.001, 'yuan')).toThrow(MoneyFormatError);
  });

  test('words, several points and unsafe sizes are refused', () => {
    expect(() => fenFromDecimal('约三千', 'wanYuan')).toThrow('not_a_number');
    expect(() => fenFromDecimal('1.2.3', 'wanYuan')).toThrow(MoneyFormatError);
    expect(() => fenFromDecimal('99999999999', 'wanYuan')).toThrow('too_large');
    expect(() => fenFromNumber(Number.NaN, 'wanYuan')).toThrow(MoneyFormatError);
  });

  test.each(['yuan', 'wanYuan', 'yiYuan'] as const)(
    'every amount with two decimals in %s is exact',
    (unit) => {
      const zeros = { yuan: '', wanYuan: '0000', yiYuan: '00000000' }[unit];
      fc.assert(
        fc.property(fc.bigInt({ min: 0n, max: 999_999_999_99n }), (hundredths) => {
          const digits = hundredths.toString().padStart(3, '0');
          const expected = Number(digits + zeros);
          fc.pre(Number.isSafeInteger(expected));
          expect(fenFromDecimal(`${digits.slice(0, -2)}.${digits.slice(-2)}`, unit)).toBe(expected);
        }),
      );
    },
  );

  test('text and number of the same amount agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2);
        expect(fenFromDecimal(text, 'wanYuan')).toBe(fenFromNumber(Number(text), 'wanYuan'));
      }),
    );
  });
});

describe('amounts are shown the house way', () => {
  test('亿元 with two decimals from 1 亿元, 万元 one 分 below', () => {
    expect(showMoney(10_000_000_000)).toEqual({ figure: '1.00', unit: 'yiYuan' });
    expect(showMoney(9_999_999_999)).toEqual({ figure: '10,000', unit: 'wanYuan' });
    expect(showMoney(441_700_000_000)).toEqual({ figure: '44.17', unit: 'yiYuan' });
  });

  test('half rounds away from zero, minus is a minus sign', () => {
    expect(showIn(500_000, 'wanYuan', 0)).toBe('1');
    expect(showIn(499_999, 'wanYuan', 0)).toBe('0');
    expect(showIn(-1_500_000, 'wanYuan', 0)).toBe('\u22122');
  });

  test('a chart axis gets a plain number', () => {
    expect(inUnit(12_340_000, 'wanYuan')).toBe(12.34);
  });
});
