import { describe, expect, test } from 'vitest';
import { CellError, checkRows } from './cell';

const recovery = {
  project_id: 'p1',
  recovered_fen: 100,
  recovered_on: '2023-03-01',
  source_file_id: 'f1',
  source_sheet: null,
  source_row: null,
};
const check = (change: Record<string, unknown>) => () =>
  checkRows('recovery', [recovery, { ...recovery, ...change }]);

describe('a row is checked against its table', () => {
  test('a sound row passes, and so does one without its optional columns', () => {
    expect(check({})).not.toThrow();
    expect(check({ source_sheet: undefined, source_row: undefined })).not.toThrow();
  });

  test('a fault names table, column, row, what was expected and what was found', () => {
    expect(check({ recovered_on: '2023-02-29' })).toThrow(
      new CellError('recovery', 'recovered_on', 1, 'a date that exists, as YYYY-MM-DD', '2023-02-29'),
    );
    expect(check({ recovered_on: '2023-02-29' })).toThrow(
      'recovery.recovered_on, row 2: expected a date that exists',
    );
  });

  test.each([
    ['a required value that is missing', { project_id: null }],
    ['a required value that is not there', { project_id: undefined }],
    ['money with a part of a 分', { recovered_fen: 0.5 }],
    ['money one above the largest safe integer', { recovered_fen: Number.MAX_SAFE_INTEGER + 1 }],
    ['money that is not a number', { recovered_fen: Number.NaN }],
    ['money as text', { recovered_fen: '100' }],
    ['a date with a time', { recovered_on: '2023-03-01T00:00' }],
    ['a number as text column', { source_sheet: 7 }],
  ])('%s is refused', (_, change) => {
    expect(check(change)).toThrow(CellError);
  });

  test('money at the largest safe integer passes', () => {
    expect(check({ recovered_fen: Number.MAX_SAFE_INTEGER })).not.toThrow();
  });
});
