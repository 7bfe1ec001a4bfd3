import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Finding } from '$lib/domain/finding';
import { csvLine, findingsCsv } from './findings-csv';

const finding: Finding = {
  code: 'category_unknown',
  severity: 'error',
  file: '演示.xlsx',
  sheet: '表,一',
  cell: 'H7',
  row: 7,
  column: 'category_id',
  found: '=HYPERLINK("http://演示")',
  expected: null,
  fix: null,
};
const text = { heads: ['文件', '说明'], severity: () => '错误', sentence: () => '他说“不”' };

test.each([['=1+1'], ['+1'], ['-1'], ['@a'], ['\tx'], ['\rx']])('%j becomes text', (cell) => {
  expect(Papa.parse<string[]>(csvLine([cell])).data[0]?.[0]?.startsWith("'")).toBe(true);
});

test('other cells stay as they are, with quotes where they are needed', () => {
  expect(csvLine(['演示', '1-2', 'a"b', 'a,b', ''])).toBe('演示,1-2,"a""b","a,b",');
});

test('the file begins with a byte order mark and gives back what was found, neutralised', () => {
  const csv = findingsCsv([finding], text);
  expect(csv.startsWith('\ufeff文件,说明\r\n')).toBe(true);
  const [, line] = Papa.parse<string[]>(csv).data;
  expect(line).toEqual([
    '演示.xlsx',
    '表,一',
    'H7',
    '7',
    '错误',
    'category_unknown',
    '他说“不”',
    `'${finding.found}`,
    '',
    '',
  ]);
});
