import { describe, expect, test } from 'vitest';
import { readPeriod } from './period';
import { readWholeNumber, readYear } from './whole-number';

describe('the end of a reporting period', () => {
  test.each([
    ['2024年第一季度', '2024-03-31'],
    ['2024年2季度', '2024-06-30'],
    ['2024Q3', '2024-09-30'],
    ['2024 年 四季度末', '2024-12-31'],
    ['2024年上半年', '2024-06-30'],
    ['2024年度', '2024-12-31'],
    ['2024-03-31', '2024-03-31'],
    ['2024年3月', '2024-03-31'],
    [new Date(Date.UTC(2024, 5, 30)), '2024-06-30'],
  ])('%s is %s', (text, day) => {
    expect(readPeriod(text)).toMatchObject({ kind: 'value', value: day });
  });

  test.each([
    ['2024-03-30', 'period_not_quarter'],
    ['2024-04-01', 'period_not_quarter'],
    ['2024年第五季度', 'date_not_read'],
    ['下季度', 'date_not_read'],
  ])('%s is a fault', (text, code) => {
    expect(readPeriod(text)).toEqual({ kind: 'fault', code });
  });

  test('nothing is missing', () => {
    expect(readPeriod(' ')).toEqual({ kind: 'missing' });
  });
});

test.each([
  ['第2期', 2],
  ['第二批', 2],
  ['3', 3],
  [1, 1],
  ['１', 1],
])('%s is the whole number %i', (text, number) => {
  expect(readWholeNumber(text)).toMatchObject({ kind: 'value', value: number });
});

test.each(['0', '-1', '1.5', '若干', '2024-01'])('%s is no whole number', (text) => {
  expect(readWholeNumber(text)).toEqual({ kind: 'fault', code: 'number_not_read' });
});

test.each([
  ['2023年度', 2023],
  [2023, 2023],
])('%s is the year %i', (text, year) => {
  expect(readYear(text)).toMatchObject({ kind: 'value', value: year });
  expect(readYear('23')).toEqual({ kind: 'fault', code: 'number_not_read' });
});
