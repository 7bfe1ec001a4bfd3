import { describe, expect, test } from 'vitest';
import { emptyLibrary, type LibraryRows } from '$lib/domain/tables';
import { StoreError, type StoredLibrary } from './library-store';
import { fromRecords, headKey, rowsKey, storedVersion, toRecords } from './stored-library';

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

const stored: StoredLibrary = {
  library: {
    meta: {
      kind: 'own',
      hash: 'abc',
      asOf: '2024-06-30',
      loadedAt: '2024-07-01T08:00:00Z',
      datasets: ['projects'],
      guideYears: [2023],
      counts: {
        project: 0,
        appropriation: 0,
        tranche: 0,
        disbursement: 0,
        recovery: 1,
        target_form: 0,
        target: 0,
        progress: 0,
        acceptance: 0,
        sub_quota_member: 0,
        source_file: 0,
      },
    },
    rows: { ...emptyLibrary(), recovery },
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
  quarantine: [{ file: '演示.xlsx', values: ['一', null, 2] }],
};

const records = () => new Map(toRecords(stored));
const code = (changed: Map<string, unknown>): string => {
  try {
    fromRecords(changed);
    return 'read';
  } catch (cause) {
    return cause instanceof StoreError ? cause.code : 'untyped';
  }
};

describe('a kept library', () => {
  test('comes back as it was saved', () => {
    expect(fromRecords(new Map(structuredClone(toRecords(stored))))).toEqual(stored);
  });

  test('is null when nothing is kept', () => {
    expect(fromRecords(new Map())).toBeNull();
  });

  test('of the next version is named as newer, of this version it is read', () => {
    const at = (version: number) =>
      records().set(headKey, { ...(records().get(headKey) as object), version });
    expect(code(at(storedVersion + 1))).toBe('newer_version');
    expect(code(at(storedVersion))).toBe('read');
    expect(code(at(storedVersion - 1))).toBe('read');
  });

  test('of the first version had no targets, progress and acceptances: they are empty', () => {
    const kept = records();
    const { meta, ...head } = structuredClone(kept.get(headKey)) as {
      meta: { counts: Record<string, number> };
    };
    const added = ['target_form', 'target', 'progress', 'acceptance'] as const;
    for (const table of added) {
      kept.delete(rowsKey(table));
      Reflect.deleteProperty(meta.counts, table);
    }
    kept.set(headKey, { ...head, meta, version: 1 });
    expect(fromRecords(kept)).toEqual(stored);
  });

  test.each<[string, (kept: Map<string, unknown>) => void]>([
    ['its head is gone', (kept) => kept.delete(headKey)],
    ['its head has another shape', (kept) => kept.set(headKey, { version: storedVersion })],
    ['a table is gone', (kept) => kept.delete(rowsKey('recovery'))],
    ['a table has fewer rows than its head says', (kept) => kept.set(rowsKey('recovery'), [])],
    ['a table holds no rows', (kept) => kept.set(rowsKey('recovery'), [null])],
    ['a cell is broken', (kept) => kept.set(rowsKey('recovery'), [{ ...recovery[0], recovered_fen: '100' }])],
  ])('is unreadable when %s', (_, damage) => {
    const kept = records();
    damage(kept);
    expect(code(kept)).toBe('unreadable');
  });
});
