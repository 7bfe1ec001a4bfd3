import { describe, expect, test } from 'vitest';
import type { Test } from '$lib/policy/conditions/condition';
import { fact, smallItem } from '../fixtures/small-item';
import { exactMoney, monthsWords } from './amount-words';
import { foundWords, testWords, windowWords } from './test-words';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const { words } = smallItem(
  [],
  [
    fact('total', 'money'),
    fact('other', 'money'),
    fact('share', 'percent'),
    fact('start', 'date'),
    fact('end', 'date'),
    fact('paper', 'document'),
    fact('listed', 'yes_no'),
  ],
);

describe('an amount is written as it is', () => {
  test.each([
    [10_000_000_000, '1 亿元'],
    [15_000_000_000, '1.5 亿元'],
    [9_999_999_999, '9,999.999999 万元'],
    [10_000_000_001, '10,000.000001 万元'],
    [2_000_000_000, '2,000 万元'],
    [0, '0 万元'],
    [-1_000_000, '−1 万元'],
  ])('%d 分 is %s', (fen, text) => expect(plain(exactMoney(fen))).toBe(text));

  test('months are years where they are whole years', () => {
    expect([36, 18, 12].map((months) => plain(monthsWords(months)))).toEqual(['3 年', '18 个月', '1 年']);
  });
});

describe('a test in words', () => {
  test('names its facts and both bounds', () => {
    const between: Test = {
      kind: 'amount',
      facts: ['total', 'other'],
      bounds: [
        { comparison: 'at_least', value: 1_000_000 },
        { comparison: 'less_than', value: 3_000_000 },
      ],
    };
    expect(plain(testWords(words, between))).toBe('total + other ≥ 1 万元，且 < 3 万元');
  });

  test('says whether the edge of a window counts', () => {
    const day = (date: string, included: boolean) => ({ day: date, included });
    expect(plain(windowWords(day('2021-01-01', true), day('2022-06-30', true)))).toBe(
      '2021-01-01 至 2022-06-30',
    );
    expect(plain(windowWords(null, day('2022-06-30', true)))).toBe('不晚于 2022-06-30');
    expect(plain(windowWords(null, day('2022-06-30', false)))).toBe('早于 2022-06-30');
    expect(plain(windowWords(day('2022-06-30', false), null))).toBe('晚于 2022-06-30');
  });

  test('of several parts joins them by what they are', () => {
    const holds = (id: string): Test => ({ kind: 'holds', fact: id });
    expect(testWords(words, { kind: 'any', tests: [holds('paper'), holds('listed')] })).toBe(
      'paper 或 listed',
    );
    expect(testWords(words, { kind: 'not', test: holds('listed') })).toBe('非（listed）');
  });
});

describe('what was found', () => {
  const share = { kind: 'share', part: 'total', whole: 'other', bounds: [] } as const;
  test('of a share shows the percentage cut down, and its parts', () => {
    const facts = { total: 1_999_999, other: 10_000_000 };
    expect(plain(foundWords(words, { ...share, bounds: [] }, facts))).toBe(
      '19.99 % = 1.999999 万元 ÷ 10 万元',
    );
  });

  test('of something unknown says so, and never 0', () => {
    expect(foundWords(words, { kind: 'amount', facts: ['total'], bounds: [] }, {})).toBe('未知');
    expect(foundWords(words, { ...share, bounds: [] }, { total: 1_000_000 })).toContain('未知');
    expect(foundWords(words, { kind: 'holds', fact: 'paper' }, { paper: false })).toBe('无');
    expect(foundWords(words, { kind: 'holds', fact: 'listed' }, { listed: false })).toBe('否');
  });
});
