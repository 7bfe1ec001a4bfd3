import { tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '$lib/domain/tables';
import { arrowStream } from './arrow';
import { readAnswer } from './arrow-answer';
import { columnsOf } from './tables-sql';

const recovery = (change: Partial<Row<'recovery'>> = {}): Row<'recovery'> => ({
  project_id: 'p1',
  recovered_fen: 1,
  recovered_on: '2024-02-29',
  source_file_id: 'f1',
  source_sheet: '表一',
  source_row: 7,
  ...change,
});

const there = (row: Row<'recovery'>) => readAnswer(arrowStream('recovery', [row]));

describe('rows as an Arrow stream', () => {
  test('carry every column of the definition in its order, with its type', () => {
    const { fields } = tableFromIPC(arrowStream('recovery', [recovery()])).schema;
    expect(fields.map((field) => field.name)).toEqual(columnsOf('recovery').map(([name]) => name));
    // Type ids of the Arrow format: 5 text, 2 whole number, 8 date.
    expect(fields.map((field) => field.type.typeId)).toEqual([5, 2, 8, 5, 5, 2]);
  });

  test('come back as they went in', () => {
    expect(there(recovery())).toEqual([recovery()]);
  });

  test('keep missing values missing, and empty text and zero as they are', () => {
    expect(there(recovery({ source_sheet: null, source_row: null }))).toMatchObject([
      { source_sheet: null, source_row: null },
    ]);
    expect(there(recovery({ source_sheet: '', source_row: 0 }))).toMatchObject([
      { source_sheet: '', source_row: 0 },
    ]);
  });

  test.each([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -1, 0, 2_147_483_648])(
    'keep %d 分 exact',
    (money) => {
      expect(there(recovery({ recovered_fen: money }))).toMatchObject([{ recovered_fen: money }]);
    },
  );

  test.each(['2024-02-29', '1970-01-01', '1969-12-31', '1900-01-01', '9999-12-31'])(
    'keep the day %s',
    (day) => {
      expect(there(recovery({ recovered_on: day }))).toMatchObject([{ recovered_on: day }]);
    },
  );

  test('keep characters beyond the basic plane, quotes and line ends', () => {
    const name = '𠮷“省”\n\'"<b>';
    expect(there(recovery({ source_sheet: name }))).toMatchObject([{ source_sheet: name }]);
  });

  test('keep true, false and missing apart', () => {
    const region: Row<'region'> = {
      adcode: '320583',
      name: '昆山市',
      short: '昆山',
      level: 'county',
      city_adcode: '320500',
      region_group: null,
      reports_directly: true,
      gdp_fen: null,
      population: null,
    };
    const rows = [region, { ...region, reports_directly: false }];
    expect(readAnswer(arrowStream('region', rows))).toEqual(rows);
  });

  test('hold any text, also halves of a surrogate pair that meet at the seam of two cells', () => {
    const halves = recovery({ project_id: '甲\ud83d', source_sheet: null });
    const rows = [halves, recovery({ project_id: '\ude00乙', source_sheet: '\ud83d\ude00' })];
    const found = readAnswer(arrowStream('recovery', rows));
    expect(found.map((row) => [row['project_id'], row['source_sheet']])).toEqual([
      ['甲\ufffd', null],
      ['\ufffd乙', '\ud83d\ude00'],
    ]);
  });

  test('of any values come back in their order, missing ones at their place', () => {
    const row = fc.record<Row<'recovery'>>({
      project_id: fc.string({ unit: 'grapheme' }),
      recovered_fen: fc.maxSafeInteger(),
      recovered_on: fc.constantFrom('2024-02-29', '1969-12-31', '2023-01-01'),
      source_file_id: fc.string(),
      source_sheet: fc.option(fc.string({ unit: 'binary' })),
      source_row: fc.option(fc.integer()),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        expect(readAnswer(arrowStream('recovery', rows))).toEqual(rows);
      }),
    );
  });

  test('of more cells than one part holds are the same as of few', () => {
    const rows = Array.from({ length: 20_001 }, (_, at) =>
      recovery({ project_id: `项${at}`, source_row: at }),
    );
    expect(readAnswer(arrowStream('recovery', rows))).toEqual(rows);
  });

  test('of no rows are refused: an engine keeps its empty table', () => {
    expect(() => arrowStream('recovery', [])).toThrow(RangeError);
  });
});
