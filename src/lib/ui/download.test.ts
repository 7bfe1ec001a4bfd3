import { describe, expect, test } from 'vitest';
import { csvText, fileName, neutralise } from './download';

describe('cells that a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x'])(
    '%j becomes text',
    (cell) => {
      expect(neutralise(cell)).toBe(`'${cell}`);
    },
  );
  test.each(['a=1', '2026-09-30', '演示企业', '', '\u22125'])('%j stays as it is', (cell) => {
    expect(neutralise(cell)).toBe(cell);
  });
});

describe('rows as CSV', () => {
  test('begins with the mark that tells Excel it is UTF-8, and ends every line as Windows does', () => {
    expect(csvText([['名称', 1]])).toBe('\uFEFF名称,1\r\n');
  });
  test('a negative number stays a number, a missing value an empty cell, zero a zero', () => {
    expect(csvText([[-5, null, 0]])).toBe('\uFEFF-5,,0\r\n');
  });
  test('commas, quotes and line breaks are quoted', () => {
    expect(csvText([['a,b', 'say "x"', 'a\nb']])).toBe('\uFEFF"a,b","say ""x""","a\nb"\r\n');
  });
  test('a formula with a comma is neutralised inside its quotes', () => {
    expect(csvText([['=HYPERLINK("x","y")']])).toBe('\uFEFF"\'=HYPERLINK(""x"",""y"")"\r\n');
  });
});

describe('file names', () => {
  test('join their parts and lose what Windows forbids', () => {
    expect(fileName(['概览', '2023/苏州:全部', ' '], 'csv')).toBe('概览_2023 苏州 全部.csv');
  });
  test('never come out empty, nor endless', () => {
    expect(fileName(['///'], 'png')).toBe('fundlens.png');
    expect(fileName(['长'.repeat(300)], 'png')).toHaveLength(124);
  });
});
