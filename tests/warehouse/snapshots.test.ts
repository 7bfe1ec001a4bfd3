import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { buildHarness } from './build-harness';
import {
  fillDisk,
  keysKept,
  libraryOf,
  load,
  openSnapshot,
  recoveries,
  save,
  snapshots,
  takeSnapshot,
  writeRaw,
} from './kept-libraries';

let harness: Awaited<ReturnType<typeof buildHarness>>;
let site: TestSite;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  harness = await buildHarness();
  site = await startSite(harness.folder);
}, 120_000);

afterAll(async () => {
  await site.close();
  await harness.remove();
});

beforeEach(async () => {
  opened = await site.open();
  page = opened.page;
  return () => opened.close();
}, 60_000);

const one = libraryOf('one', { recovery: recoveries([1]) });
const two = libraryOf('two', { recovery: recoveries([1, 2]) });

const change = (id: string, name: string | null) =>
  page.evaluate(
    ([wanted, to]) => {
      const store = window.warehouse.openLibraryStore();
      const done = to === null ? store.deleteSnapshot(wanted) : store.renameSnapshot(wanted, to);
      return done.then(
        () => 'done',
        (cause: Error & { code?: string }) => cause.code ?? cause.name,
      );
    },
    [id, name] as const,
  );

const pieceCount = async () => (await keysKept(page))['pieces']?.length ?? 0;

describe('snapshots', { timeout: 60_000 }, () => {
  test('keep a library as it was, whatever becomes of the kept one', async () => {
    await save(page, one);
    const id = await takeSnapshot(page, one, '三季度', '2024-07-01T08:00:00Z');
    await save(page, two);
    await page.reload();
    expect(await openSnapshot(page, id)).toEqual(one);
    expect(await load(page)).toEqual(two);
    await page.evaluate(() => window.warehouse.openLibraryStore().clear(null));
    expect(await openSnapshot(page, id)).toEqual(one);
  });

  test('share rows that are the same, and leave none behind', async () => {
    await save(page, one);
    const before = await pieceCount();
    const first = await takeSnapshot(page, one, '甲', '2024-07-01T08:00:00Z');
    const second = await takeSnapshot(page, one, '乙', '2024-07-02T08:00:00Z');
    expect(await pieceCount()).toBe(before);
    await save(page, two);
    expect(await pieceCount()).toBe(before + 1);
    const { snapshots: listed, bytes } = await snapshots(page);
    expect(listed.map(({ name }) => name)).toEqual(['乙', '甲']);
    expect(bytes).toBeLessThan(listed.reduce((sum, snapshot) => sum + snapshot.bytes, bytes));
    await change(first, null);
    expect(await openSnapshot(page, second)).toEqual(one);
    await change(second, null);
    expect(await pieceCount()).toBe(before);
    expect(await load(page)).toEqual(two);
  });

  test('can be named anew; one that another tab deleted is named gone', async () => {
    const id = await takeSnapshot(page, one, '甲', '2024-07-01T08:00:00Z');
    expect(await change(id, '三季度终稿')).toBe('done');
    expect((await snapshots(page)).snapshots.map(({ name }) => name)).toEqual(['三季度终稿']);
    await change(id, null);
    expect(await change(id, '丙')).toBe('gone');
    expect(await openSnapshot(page, id)).toBe('gone');
  });

  test('that do not fit are refused, the earlier ones and the library stay', async () => {
    await save(page, one);
    const id = await takeSnapshot(page, one, '甲', '2024-07-01T08:00:00Z');
    await fillDisk(page);
    expect(await takeSnapshot(page, two, '乙', '2024-07-02T08:00:00Z')).toBe('no_space');
    await page.reload();
    expect((await snapshots(page)).snapshots.map((snapshot) => snapshot.id)).toEqual([id]);
    expect(await load(page)).toEqual(one);
  });

  test('of a newer version are listed, not opened, and nothing of theirs is thrown away', async () => {
    await save(page, one);
    await writeRaw(page, 2, [
      ['snapshots', 's9', { id: 's9', name: '新版', takenAt: '2030-01-01', head: { version: 99 } }],
      ['pieces', 'of the newer version', []],
    ]);
    expect((await snapshots(page)).snapshots).toMatchObject([{ name: '新版', problem: 'newer_version' }]);
    expect(await openSnapshot(page, 's9')).toBe('newer_version');
    await save(page, two);
    expect((await keysKept(page))['pieces']).toContain('of the newer version');
    await change('s9', null);
    expect((await keysKept(page))['pieces']).not.toContain('of the newer version');
  });
});
