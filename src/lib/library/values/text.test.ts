import { expect, test } from 'vitest';
import { comparisonKey, readText } from './text';

test('spaces at the ends, doubled spaces and line breaks go, and that is named', () => {
  expect(readText('  演示企业甲 ')).toEqual({ kind: 'value', value: '演示企业甲', change: 'text_trimmed' });
  expect(readText('演示企业\n甲')).toEqual({ kind: 'value', value: '演示企业甲', change: 'text_trimmed' });
  expect(readText('Demo  A')).toEqual({ kind: 'value', value: 'Demo A', change: 'text_trimmed' });
  expect(readText('演示企业甲')).toEqual({ kind: 'value', value: '演示企业甲', change: null });
});

test('numbers and days in a text column become text', () => {
  expect(readText(42)).toEqual({ kind: 'value', value: '42', change: null });
  expect(readText(new Date('2021-03-05T00:00:00Z'))).toMatchObject({ value: '2021-03-05' });
});

test('an empty cell, spaces and a dash are missing', () => {
  for (const cell of [null, '', ' \u3000', '-', '/', '无'])
    expect(readText(cell)).toEqual({ kind: 'missing' });
});

test('width, case, spaces and punctuation do not tell two names apart, letters do', () => {
  expect(comparisonKey('演示企业（ Ａ ）有限公司')).toBe(comparisonKey('演示企业(a)有限公司'));
  expect(comparisonKey('演示企业甲')).not.toBe(comparisonKey('演示企业乙'));
  expect(comparisonKey('年产２．５万吨（一期）项目')).toBe(comparisonKey('年产2.5万吨一期项目'));
  expect(comparisonKey('年产2.5万吨项目')).not.toBe(comparisonKey('年产25万吨项目'));
  expect(comparisonKey('1-11')).not.toBe(comparisonKey('11-1'));
});
