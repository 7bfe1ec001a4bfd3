import { describe, expect, test } from 'vitest';
import type { DraftField, FieldLimits, FieldUnit, FieldValue } from '$lib/policy/what-if/draft';
import { readValue, typedText } from './typed-values';

const field = (unit: FieldUnit, value: FieldValue, limits: FieldLimits | null): DraftField => ({
  category: 'guides/2023/alpha',
  ref: { kind: 'quota' },
  key: 'quota',
  name: { zh: '数', en: 'Value' },
  value,
  unit,
  limits,
  bound: null,
  source: { document: 'a', section: '一', words: '数' },
});

const cap = field({ kind: 'money', printedIn: 'wanYuan' }, 4_000_000_000, { least: 1, most: 1e13, step: 1 });
const rate = field({ kind: 'percent' }, 10, { least: 0.01, most: 100, step: 0.01 });
const time = field({ kind: 'time', printedIn: 'year' }, 36, { least: 0, most: 1200, step: 1 });
const quota = field({ kind: 'projects' }, 30, { least: 1, most: 10_000, step: 1 });
const day = field({ kind: 'day' }, '2022-06-30', null);

describe('what is typed in the printed unit', () => {
  test.each([
    [cap, '3000', 3_000_000_000],
    [cap, '3,000', 3_000_000_000],
    [cap, '３０００', 3_000_000_000],
    [cap, ' 1234.567891 ', 1_234_567_891],
    [rate, '8', 8],
    [rate, '8.25', 8.25],
    [rate, '0.01', 0.01],
    [rate, '100', 100],
    [time, '2.5', 30],
    [quota, '1', 1],
    [day, '2024-02-29', '2024-02-29'],
  ])('%#: “%s” is understood', (of, text, value) => {
    expect(readValue(of, String(text))).toEqual({ value, problem: null });
  });

  test.each([
    [cap, '', 'empty'],
    [cap, '  ', 'empty'],
    [cap, '三千', 'wrong_kind'],
    [cap, '-1', 'wrong_kind'],
    [cap, '1e3', 'wrong_kind'],
    [cap, '0', 'out_of_range'],
    [cap, '10000001', 'out_of_range'],
    [cap, '99999999999999999999', 'out_of_range'],
    [cap, '0.0000001', 'too_fine'],
    [rate, '0', 'out_of_range'],
    [rate, '100.01', 'out_of_range'],
    [rate, '8.005', 'too_fine'],
    [time, '0.01', 'too_fine'],
    [quota, '0', 'out_of_range'],
    [quota, '10001', 'out_of_range'],
    [quota, '2.5', 'too_fine'],
    [day, '2023-02-29', 'wrong_kind'],
    [day, '下月', 'wrong_kind'],
  ])('%#: “%s” is refused as %s', (of, text, problem) => {
    expect(readValue(of, String(text))).toEqual({ value: null, problem });
  });

  test('stands in the field as it is read back', () => {
    for (const of of [cap, rate, time, quota, day])
      expect(readValue(of, typedText(of, of.value))).toEqual({ value: of.value, problem: null });
    expect([cap, rate, time].map((of) => typedText(of, of.value))).toEqual(['4000', '10', '3']);
    expect(typedText(cap, 1)).toBe('0.000001');
  });
});
