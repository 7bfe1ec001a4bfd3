import { describe, expect, test } from 'vitest';
import { readDate } from './date';

const day = (value: string, change: string | null = null) => ({ kind: 'value', value, change });

describe('days and months in the forms that tables use', () => {
  test.each([
    ['2021-03-05', '2021-03-05'],
    ['2021-3-5', '2021-03-05'],
    ['2021/3/5', '2021-03-05'],
    ['2021年3月5日', '2021-03-05'],
    ['2021-03-05 00:00:00', '2021-03-05'],
    ['2021-03', '2021-03-01'],
    ['2021年3月', '2021-03-01'],
    ['2021/3', '2021-03-01'],
  ])('%s is a usual form', (cell, expected) => {
    expect(readDate(cell, 'start')).toEqual(day(expected));
  });

  test.each([
    ['2021.3', '2021-03-01'],
    ['2021.3.5', '2021-03-05'],
    ['202103', '2021-03-01'],
    ['20210305', '2021-03-05'],
    ['２０２１年３月', '2021-03-01'],
    [2021.3, '2021-03-01'],
    [2021.12, '2021-12-01'],
    [202103, '2021-03-01'],
    [20210305, '2021-03-05'],
    [44_260, '2021-03-05'],
  ])('%s is read and named', (cell, expected) => {
    expect(readDate(cell, 'start')).toEqual(day(expected, 'date_converted'));
  });

  test('a date cell is its day, whatever its time', () => {
    expect(readDate(new Date('2021-03-05T00:00:00Z'), 'start')).toEqual(day('2021-03-05'));
    expect(readDate(new Date('2021-03-05T23:59:59Z'), 'end')).toEqual(day('2021-03-05'));
  });

  test('where only the month is written, a start is its first day and an end its last', () => {
    expect(readDate('2024-02', 'start')).toEqual(day('2024-02-01'));
    expect(readDate('2024-02', 'end')).toEqual(day('2024-02-29'));
    expect(readDate('2023年2月', 'end')).toEqual(day('2023-02-28'));
  });
});

describe('what is no date', () => {
  test('a day that does not exist is named, the day before it is a date', () => {
    expect(readDate('2022-02-28', 'end')).toEqual(day('2022-02-28'));
    expect(readDate('2022-02-29', 'end')).toEqual({ kind: 'fault', code: 'date_impossible' });
    expect(readDate('2021.13', 'end')).toEqual({ kind: 'fault', code: 'date_impossible' });
    expect(readDate('2021-00', 'start')).toEqual({ kind: 'fault', code: 'date_impossible' });
  });

  test('years from 1990 to 2060 are years of projects', () => {
    expect(readDate('1990-01-01', 'start')).toEqual(day('1990-01-01'));
    expect(readDate('1989-12-31', 'start')).toEqual({ kind: 'fault', code: 'date_impossible' });
    expect(readDate('2060-12', 'end')).toEqual(day('2060-12-31'));
    expect(readDate('2061-01', 'end')).toEqual({ kind: 'fault', code: 'date_impossible' });
  });

  test('the number 2021.1 may be January or October, the text 2021.1 and 2021.10 are clear', () => {
    expect(readDate(2021.1, 'start')).toEqual({ kind: 'fault', code: 'date_ambiguous' });
    expect(readDate('2021.1', 'start')).toEqual(day('2021-01-01', 'date_converted'));
    expect(readDate('2021.10', 'start')).toEqual(day('2021-10-01', 'date_converted'));
  });

  test.each([['去年年底'], ['2021'], [2021], ['长期'], [true], ['3月5日']])('%s is no date', (cell) => {
    expect(readDate(cell, 'start')).toEqual({ kind: 'fault', code: 'date_not_read' });
  });

  test('an empty cell and a dash are missing', () => {
    expect(readDate(null, 'start')).toEqual({ kind: 'missing' });
    expect(readDate('—', 'end')).toEqual({ kind: 'missing' });
  });
});
