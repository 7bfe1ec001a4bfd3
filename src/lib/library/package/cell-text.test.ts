import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { cellFromText, cellToText, fitsType } from './cell-text';

test.each([
  ['integer', '12', 12],
  ['integer', '-12', -12],
  ['integer', '12.0', undefined],
  ['integer', '1,200', undefined],
  ['integer', ' 12', undefined],
  ['fen', '9007199254740991', 9_007_199_254_740_991],
  ['fen', '9007199254740992', undefined],
  ['fen', '100.5', undefined],
  ['decimal', '0.75', 0.75],
  ['decimal', '1e-7', 1e-7],
  ['decimal', 'Infinity', undefined],
  ['decimal', '', undefined],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '2023-02-29', undefined],
  ['date', '2023/02/01', undefined],
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['boolean', 'TRUE', undefined],
  ['boolean', '1', undefined],
  ['text', '演示', '演示'],
] as const)('a cell of type %s reads %j as %j', (type, text, value) => {
  expect(cellFromText(type, text)).toBe(value);
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@x',
  "'=1",
  "''-1",
  "'quoted",
  '\tx',
  'a=b',
  '"',
  '演示,企业',
  'a\r\nb',
  ' ',
])('the text %j comes back from a CSV file unchanged and cannot run as a formula', (text) => {
  const written = cellToText('text', text);
  expect(written).not.toMatch(/^"?[=+\-@\t]/);
  const [record = []] = Papa.parse<string[]>(`${written},x\r\n`, { delimiter: ',' }).data;
  expect(cellFromText('text', record[0] ?? '')).toBe(text);
});

test('any text and any whole number comes back unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.maxSafeInteger(), (text, amount) => {
      const line = `${cellToText('text', text)},${cellToText('fen', amount)}\r\n`;
      const [record = []] = Papa.parse<string[]>(line, { delimiter: ',', newline: '\r\n' }).data;
      expect(cellFromText('text', record[0] ?? '')).toBe(text);
      expect(cellFromText('fen', record[1] ?? '')).toBe(amount === 0 ? 0 : amount);
    }),
  );
});

test('an empty text is no value: what is missing is null', () => {
  expect(fitsType('text', '')).toBe(false);
  expect(cellToText('text', null)).toBe('');
});
