import { expect, test } from 'vitest';
import { rowHeight } from './row-height';

const widths = [11, 11];

test('a text that just fits takes one line, one sign more takes two', () => {
  expect(rowHeight([{ value: '一二三四五' }], widths)).toBe(18);
  expect(rowHeight([{ value: '一二三四五六' }], widths)).toBe(32);
  expect(rowHeight([{ value: 'abcdefghij' }], widths)).toBe(18);
  expect(rowHeight([{ value: 'abcdefghijk' }], widths)).toBe(32);
});

test('a cell across two columns has the room of both', () => {
  expect(rowHeight([{ value: '一二三四五六七八九十', across: 2 }], widths)).toBe(18);
});

test('numbers and heads that reach down ask for no more than a line', () => {
  expect(rowHeight([{ value: 12345678901234 }, { value: '一二三四五六', down: 2 }], widths)).toBe(18);
});

test('a very long text is cut at twelve lines', () => {
  expect(rowHeight([{ value: '长'.repeat(1000) }], widths)).toBe(12 * 14 + 4);
});
