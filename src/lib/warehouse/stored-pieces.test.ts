import { describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { countRows, emptyLibrary, type LibraryRows } from '$lib/domain/tables';
import type { Sha256 } from './content-key';
import { readBeside } from './kept-beside';
import { StoreError, type StoredLibrary } from './library-store';
import { readHead, storedVersion, tableNames, type Head } from './stored-head';
import { packLibrary, unpackLibrary } from './stored-pieces';

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

const recovery: LibraryRows['recovery'] = [
  {
    project_id: 'p1',
    recovered_fen: 100,
    recovered_on: '2024-02-29',
    source_file_id: 'f1',
    source_sheet: null,
    source_row: 3,
  },
];
const rows = { ...emptyLibrary(), recovery };

const stored: StoredLibrary = {
  library: {
    meta: {
      kind: 'own',
      hash: 'abc',
      asOf: '2024-06-30',
      loadedAt: '2024-07-01T08:00:00Z',
      datasets: ['projects'],
      guideYears: [2023],
      counts: countRows(rows),
    },
    rows,
  },
  findings: [
    {
      code: 'no_such_date',
      severity: 'error',
      file: '演示.xlsx',
      sheet: '表一',
      cell: 'F17',
      row: 17,
      column: 'start_date',
      found: '2023-02-30',
      expected: null,
      fix: null,
    },
  ],
  quarantine: [{ file: '演示.xlsx', values: ['一', null, 2], corrected: { by: 'hand' } }],
};

const codeOf = (read: () => unknown): string => {
  try {
    read();
    return 'read';
  } catch (cause) {
    return cause instanceof StoreError ? cause.code : 'untyped';
  }
};

const packed = () => packLibrary(structuredClone(stored), sha256);

describe('a packed library', () => {
  test('comes back as it was', async () => {
    const { head, pieces } = structuredClone(await packed());
    expect(unpackLibrary(readHead(head), pieces)).toEqual(stored);
  });

  test('names the same rows by the same key, whatever the order of their columns', async () => {
    const { head } = await packed();
    const turned = Object.fromEntries(Object.entries(recovery[0] ?? {}).reverse()) as (typeof recovery)[0];
    const again = await packLibrary(
      { ...stored, library: { ...stored.library, rows: { ...rows, recovery: [turned] } } },
      sha256,
    );
    expect(again.head.tables).toEqual(head.tables);
  });

  test('names other rows by another key, and leaves the other tables their keys', async () => {
    const { head } = await packed();
    const changed = recovery.map((row) => ({ ...row, recovered_fen: row.recovered_fen + 1 }));
    const again = await packLibrary(
      { ...stored, library: { ...stored.library, rows: { ...rows, recovery: changed } } },
      sha256,
    );
    const differs = tableNames.filter((name) => again.head.tables[name]?.key !== head.tables[name]?.key);
    expect(differs).toEqual(['recovery']);
  });

  test('keeps empty tables of two kinds under different keys', async () => {
    const { head } = await packed();
    expect(head.tables['tranche']?.key).not.toBe(head.tables['disbursement']?.key);
  });

  test('of the next version is named as newer, of this version it is read', async () => {
    const { head } = await packed();
    const at = (version: number) => codeOf(() => readHead({ ...head, version }));
    expect([at(storedVersion), at(storedVersion + 1)]).toEqual(['read', 'newer_version']);
  });

  test('with a table that this version does not know is named as newer: no row is dropped in silence', async () => {
    const { head } = await packed();
    const tables = { ...head.tables, checklist_of_tomorrow: head.findings };
    expect(codeOf(() => readHead({ ...head, tables }))).toBe('newer_version');
  });

  test('kept before a table existed reads with that table empty', async () => {
    const { head, pieces } = await packed();
    const older = structuredClone(head);
    Reflect.deleteProperty(older.tables, 'acceptance');
    Reflect.deleteProperty(older.meta.counts, 'acceptance');
    expect(unpackLibrary(readHead(older), pieces)).toEqual(stored);
  });

  test.each<[string, (head: Head, pieces: Map<string, unknown>) => unknown]>([
    ['a piece is gone', ({ tables }, pieces) => pieces.delete(tables['recovery']?.key ?? '')],
    ['a piece has fewer rows', ({ tables }, pieces) => pieces.set(tables['recovery']?.key ?? '', [])],
    ['a piece holds no rows', ({ tables }, pieces) => pieces.set(tables['recovery']?.key ?? '', [null])],
    [
      'a cell is broken',
      ({ tables }, pieces) =>
        pieces.set(tables['recovery']?.key ?? '', [{ ...recovery[0], recovered_fen: '100' }]),
    ],
    ['a table is not named', ({ tables }) => Reflect.deleteProperty(tables, 'recovery')],
    ['the findings are gone', ({ findings }, pieces) => pieces.delete(findings.key)],
    ['the waiting rows are gone', ({ quarantine }, pieces) => pieces.delete(quarantine.key)],
    ['its head has another shape', (head) => Reflect.deleteProperty(head, 'meta')],
  ])('is unreadable when %s', async (_, damage) => {
    const { head, pieces } = structuredClone(await packed());
    damage(head, pieces);
    expect(codeOf(() => unpackLibrary(readHead(head), pieces))).toBe('unreadable');
  });
});

describe('a library of the first two versions', () => {
  const records = () =>
    new Map<string, unknown>(tableNames.map((name) => [`rows/${name}`, stored.library.rows[name]]));
  const headOf = (version: number) => ({
    version,
    meta: stored.library.meta,
    findings: stored.findings,
    quarantine: stored.quarantine,
  });

  test.each([1, 2])('is read from the rows beside its head (version %i)', (version) => {
    expect(readBeside(headOf(version), records())).toEqual(stored);
  });

  test('had no targets, progress and acceptances at first: they are empty', () => {
    const kept = records();
    const counts: Record<string, number> = { ...stored.library.meta.counts };
    for (const table of ['target_form', 'target', 'progress', 'acceptance']) {
      kept.delete(`rows/${table}`);
      Reflect.deleteProperty(counts, table);
    }
    const head = { ...headOf(1), meta: { ...stored.library.meta, counts } };
    expect(readBeside(head, kept)).toEqual(stored);
  });

  test('is unreadable when a table with rows is gone', () => {
    const kept = records();
    kept.delete('rows/recovery');
    expect(codeOf(() => readBeside(headOf(2), kept))).toBe('unreadable');
  });
});
