import { describe, expect, test } from 'vitest';
import { countRows, emptyLibrary } from '$lib/domain/tables';
import { listSnapshots } from './snapshot-list';
import { storedVersion, type Head } from './stored-head';

const meta: Head['meta'] = {
  kind: 'own',
  hash: 'abc',
  asOf: '2024-06-30',
  loadedAt: null,
  datasets: ['projects'],
  guideYears: [2023],
  counts: countRows(emptyLibrary()),
};
const ref = (key: string, bytes: number) => ({ key, rows: 0, bytes });
const head = (projects: string): Head => ({
  version: storedVersion,
  meta,
  tables: { project: ref(projects, 100) },
  findings: ref('no findings', 2),
  quarantine: ref('nothing waits', 4),
});
const snapshot = (id: string, takenAt: string, of: unknown) =>
  [id, { id, name: `第 ${id} 个`, takenAt, head: of }] as const;

describe('the list of snapshots', () => {
  test('is empty without any, and takes no room', () => {
    expect(listSnapshots([], undefined)).toEqual({ snapshots: [], bytes: 0 });
  });

  test('begins with the newest', () => {
    const records = [snapshot('1', '2024-07-01', head('a')), snapshot('2', '2024-07-02', head('a'))];
    expect(listSnapshots(records, undefined).snapshots.map(({ id }) => id)).toEqual(['2', '1']);
  });

  test('counts what is shared once, and says what each snapshot alone takes', () => {
    const records = [snapshot('1', '2024-07-01', head('a')), snapshot('2', '2024-07-02', head('b'))];
    const { snapshots, bytes } = listSnapshots(records, head('a'));
    expect(bytes).toBe(206);
    expect(snapshots.map(({ id, bytes: all, ownBytes }) => [id, all, ownBytes])).toEqual([
      ['2', 106, 100],
      ['1', 106, 0],
    ]);
  });

  test('names what a newer version took and what is damaged, with their names', () => {
    const records = [
      snapshot('1', '2024-07-03', { ...head('a'), version: storedVersion + 1 }),
      snapshot('2', '2024-07-02', { ...head('a'), meta: 'none' }),
      ['3', 'nothing like a snapshot'] as const,
    ];
    const { snapshots } = listSnapshots(records, undefined);
    expect(snapshots.map(({ name, problem }) => [name, problem])).toEqual([
      ['第 1 个', 'newer_version'],
      ['第 2 个', 'unreadable'],
      ['', 'unreadable'],
    ]);
  });
});
