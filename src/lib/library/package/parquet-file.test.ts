import { parquetMetadata } from 'hyparquet';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { importLimits } from '../import-limits';
import { RefusalError } from '../refusal';
import { isParquet, openParquet } from './parquet-file';
import { readParquetSheet } from './read-parquet-sheet';

const write = (columnData: ColumnSource[], codec: 'SNAPPY' | 'UNCOMPRESSED' = 'SNAPPY') =>
  new Uint8Array(parquetWriteBuffer({ columnData, codec }));

async function codeOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefusalError) return error.code;
    throw error;
  }
  return undefined;
}

describe('a sheet from any flat Parquet table', () => {
  test('has the column names as first row, and cells as a workbook would have them', async () => {
    const bytes = write([
      { name: '项目名称', data: ['\ufeff演示', null, ''], type: 'STRING' },
      { name: '申请', data: [12n, 9_007_199_254_740_993n, null], type: 'INT64' },
      { name: '占比', data: [0.5, null, -1], type: 'DOUBLE' },
      { name: '是', data: [true, false, null], type: 'BOOLEAN' },
      { name: '时间', data: [new Date(0), null, new Date(86_400_000)], type: 'TIMESTAMP' },
    ]);
    const sheet = await readParquetSheet(bytes);
    expect(sheet.rows).toEqual([
      ['项目名称', '申请', '占比', '是', '时间'],
      ['\ufeff演示', 12, 0.5, true, new Date(0)],
      [null, '9007199254740993', null, false, null],
      ['', null, -1, null, new Date(86_400_000)],
    ]);
  });

  test('a table without rows is its header', async () => {
    const bytes = write([{ name: 'a', data: [], type: 'STRING' }]);
    expect((await readParquetSheet(bytes)).rows).toEqual([['a']]);
  });
});

const many = (): Uint8Array =>
  write([
    { name: 'a', data: Array.from({ length: 3000 }, (_, index) => `演示${index % 7}`), type: 'STRING' },
  ]);

describe('a broken or hostile file', () => {
  test('cut off, emptied or with a damaged foot is refused as unreadable', async () => {
    const bytes = many();
    expect(isParquet(bytes)).toBe(true);
    for (const broken of [bytes.slice(0, -1), bytes.slice(0, 20), new Uint8Array(), bytes.slice(100)]) {
      expect(await codeOf(() => readParquetSheet(broken))).toBe('unreadable');
    }
  });

  test('with any byte changed it is read or refused, never with another error and never with more rows', async () => {
    const bytes = many();
    for (let at = 4; at < bytes.length; at += 3) {
      const copy = bytes.slice();
      copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
      const outcome = await readParquetSheet(copy).then(
        ({ rows }) => rows.length,
        (error: unknown) => (error instanceof RefusalError ? error.code : String(error)),
      );
      expect([3001, 'unreadable', 'zip_bomb', 'too_many_rows']).toContain(outcome);
    }
  });

  test('rows up to the limit are read, one more is refused before any value is decoded', async () => {
    const bytes = many();
    expect(openParquet(bytes, { ...importLimits, mostRows: 3000 }).rows).toBe(3000);
    expect(await codeOf(() => openParquet(bytes, { ...importLimits, mostRows: 2999 }))).toBe('too_many_rows');
    expect(await codeOf(() => openParquet(bytes, { ...importLimits, mostGridCells: 2999 }))).toBe(
      'too_many_rows',
    );
  });

  test('pages that would unpack to more than is allowed are refused before they are unpacked', async () => {
    const bytes = write([{ name: 'a', data: ['x'.repeat(5_000_000), 'y'], type: 'STRING' }]);
    expect(bytes.length).toBeLessThan(500_000);
    expect(openParquet(bytes, { ...importLimits, mostInflatedBytes: 6_000_000 }).rows).toBe(2);
    expect(await codeOf(() => openParquet(bytes, { ...importLimits, mostInflatedBytes: 4_000_000 }))).toBe(
      'zip_bomb',
    );
  });

  test('a foot that claims more rows than the pages hold is refused', async () => {
    const bytes = many();
    const { metadata_length: length } = parquetMetadata(bytes);
    // 3000 as a zigzag number is f0 2e; b0 ea 01 would be longer, so 3001 takes its place: f2 2e.
    const foot = bytes.length - 8 - length;
    const claims = bytes.slice();
    for (let at = foot; at < bytes.length - 8; at++) {
      if (claims[at] === 0xf0 && claims[at + 1] === 0x2e) claims[at] = 0xf2;
    }
    expect(claims).not.toEqual(bytes);
    expect(await codeOf(() => readParquetSheet(claims))).toBe('unreadable');
  });

  test('text that is no UTF-8 is refused, not replaced', async () => {
    const bytes = write(
      [{ name: 'a', data: [new Uint8Array([0xd1, 0xdd])], type: 'BYTE_ARRAY' }],
      'UNCOMPRESSED',
    );
    expect(await codeOf(() => readParquetSheet(bytes))).toBe('unreadable');
  });
});
