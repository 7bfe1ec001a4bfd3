import { describe, expect, test } from 'vitest';
import { findingSeverity } from '$lib/library/check/finding-codes';
import { facetCounts, filterFindings, noFilters, type FindingLine } from './filter-findings';
import { findingKind } from './finding-kinds';

const line = (
  key: string,
  file: string,
  severity: 'error' | 'warning' | 'note',
  code: string,
): FindingLine => ({
  key,
  sender: file.startsWith('苏') ? '苏州市' : '徐州市',
  kind: findingKind(code),
  sentence: `“总投资”有问题${key}。`,
  finding: {
    code,
    severity,
    file,
    sheet: '表',
    cell: `J${key}`,
    row: 1,
    column: null,
    found: null,
    expected: null,
    fix: null,
  },
});

const lines = [
  line('1', '苏一.xlsx', 'error', 'amount_negative'),
  line('2', '苏二.xlsx', 'error', 'date_impossible'),
  line('3', '徐.xlsx', 'warning', 'amount_absurd'),
  line('4', '徐.xlsx', 'note', 'text_trimmed'),
];
const keys = (found: readonly FindingLine[]) => found.map(({ key }) => key).join('');

describe('findings are narrowed', () => {
  test('by one facet or several, and by words', () => {
    expect(keys(filterFindings(lines, noFilters))).toBe('1234');
    expect(keys(filterFindings(lines, { ...noFilters, severity: 'error' }))).toBe('12');
    expect(keys(filterFindings(lines, { ...noFilters, sender: '苏州市', kind: 'date' }))).toBe('2');
    expect(keys(filterFindings(lines, { ...noFilters, file: '徐.xlsx', query: '总投资 j4' }))).toBe('4');
    expect(keys(filterFindings(lines, { ...noFilters, query: '没有' }))).toBe('');
  });

  test('and each value says how many it would leave with the other filters as they are', () => {
    expect(facetCounts(lines, { ...noFilters, severity: 'error' }, 'severity')).toEqual([
      ['error', 2],
      ['note', 1],
      ['warning', 1],
    ]);
    expect(facetCounts(lines, { ...noFilters, severity: 'error' }, 'sender')).toEqual([['苏州市', 2]]);
  });
});

test('every code of the readers has a kind', () => {
  expect(Object.keys(findingSeverity).filter((code) => findingKind(code) === 'other')).toEqual([]);
});
