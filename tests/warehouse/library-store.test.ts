import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { StoredLibrary } from '../../src/lib/warehouse/library-store';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { buildHarness } from './build-harness';
import { fillDisk, keysKept, libraryOf, load, loadState, recoveries, save, writeRaw } from './kept-libraries';

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

const loadCode = (at: Page) =>
  at.evaluate(() =>
    window.warehouse
      .openLibraryStore()
      .load()
      .then(
        () => 'read',
        (cause: Error & { code?: string }) => cause.code ?? cause.name,
      ),
  );

const clear = (at: Page, base: number | null) =>
  at.evaluate(
    (given) =>
      window.warehouse
        .openLibraryStore()
        .clear(given)
        .then(
          () => 'cleared',
          (cause: Error & { code?: string }) => cause.code ?? cause.name,
        ),
    base,
  );

describe('the library kept in the browser', { timeout: 60_000 }, () => {
  test('is there after a reload, and gone after clearing', async () => {
    expect(await load(page)).toBeNull();
    await save(page, libraryOf('one', { recovery: recoveries([1, 2]) }));
    await page.reload();
    expect(await load(page)).toEqual(libraryOf('one', { recovery: recoveries([1, 2]) }));
    await clear(page, null);
    await page.reload();
    expect(await load(page)).toBeNull();
    expect((await keysKept(page))['pieces']).toEqual([]);
  });

  test('stays as it was when a save fails in the middle', async () => {
    await save(page, libraryOf('one'));
    const code = await page.evaluate(async () => {
      const store = window.warehouse.openLibraryStore();
      const { stored, revision } = await store.load();
      if (!stored) return 'nothing kept';
      // A function cannot be stored: other rows are already written when these fail.
      const broken = Object.assign([], [{ project_id: () => 'x' }]);
      const rows = { ...stored.library.rows, recovery: broken };
      return store.save({ ...stored, library: { ...stored.library, rows } }, revision).then(
        () => 'saved',
        (cause: Error & { code?: string }) => cause.code,
      );
    });
    expect(code).toBe('failed');
    expect(await load(page)).toEqual(libraryOf('one'));
  });

  test('stays as it was when the tab closes in the middle', async () => {
    await save(page, libraryOf('one'));
    const second = await opened.context.newPage();
    await second.goto(site.url);
    await second.evaluate(
      (text) => {
        const given = JSON.parse(text) as StoredLibrary;
        const rows = Array.from({ length: 200_000 }, (_, at) => ({
          project_id: `p${at}`,
          recovered_fen: at,
          recovered_on: '2024-02-29',
          source_file_id: 'f1',
          source_sheet: null,
          source_row: at,
        }));
        const { library: kept } = given;
        const counts = { ...kept.meta.counts, recovery: rows.length };
        const large = { meta: { ...kept.meta, counts }, rows: { ...kept.rows, recovery: rows } };
        void window.warehouse.openLibraryStore().save({ ...given, library: large }, 1);
      },
      JSON.stringify(libraryOf('two')),
    );
    await second.close();
    const found = await load(page);
    // Either the whole earlier library or, had the save been faster than the closing, the whole new one.
    expect([0, 200_000]).toContain(found?.library.rows.recovery.length);
    expect(found?.library.meta.hash).toBe(found?.library.rows.recovery.length === 0 ? 'one' : 'two');
  });

  test('tells the other tab of a change, with the revision after it', async () => {
    const second = await opened.context.newPage();
    await second.goto(site.url);
    const heard = second.evaluate(
      () => new Promise((resolve) => window.warehouse.openLibraryStore().onChange(resolve)),
    );
    await second.evaluate(() => undefined);
    await save(page, libraryOf('one'));
    expect(await heard).toEqual({ kind: 'saved', revision: 1 });
  });

  test('that does not fit is refused with words of its own, the earlier one stays', async () => {
    await save(page, libraryOf('one'));
    await fillDisk(page);
    expect(await save(page, libraryOf('two', { recovery: recoveries([1]) }))).toBe('no_space');
    await page.reload();
    expect(await loadState(page)).toEqual({ stored: libraryOf('one'), revision: 1 });
  });
});

describe('a library that another tab changed since', { timeout: 60_000 }, () => {
  test('is not written over: one revision behind is refused, the last one is taken', async () => {
    await save(page, libraryOf('one'));
    await save(page, libraryOf('two'));
    expect((await loadState(page)).revision).toBe(2);
    expect(await save(page, libraryOf('mine'), 1)).toBe('changed_elsewhere');
    expect((await load(page))?.library.meta.hash).toBe('two');
    expect(await save(page, libraryOf('mine'), 2)).toBe('saved');
  });

  test('is not written over after it was cleared and begun anew', async () => {
    await save(page, libraryOf('one'));
    await clear(page, 1);
    await save(page, libraryOf('new'));
    expect(await save(page, libraryOf('mine'), 1)).toBe('changed_elsewhere');
    expect((await load(page))?.library.meta.hash).toBe('new');
  });

  test('is not cleared by a tab that has not seen the change', async () => {
    await save(page, libraryOf('one'));
    await save(page, libraryOf('two'));
    expect(await clear(page, 1)).toBe('changed_elsewhere');
    expect((await load(page))?.library.meta.hash).toBe('two');
  });

  test('goes to one of two tabs that save at the same moment, the other is told', async () => {
    const second = await opened.context.newPage();
    await second.goto(site.url);
    const outcomes = await Promise.all([
      save(page, libraryOf('first', { recovery: recoveries([1]) }), 0),
      save(second, libraryOf('second', { recovery: recoveries([2]) }), 0),
    ]);
    expect([...outcomes].sort()).toEqual(['changed_elsewhere', 'saved']);
    const winner = outcomes[0] === 'saved' ? 'first' : 'second';
    expect((await load(page))?.library.meta.hash).toBe(winner);
  });
});

describe('a library of another version', { timeout: 60_000 }, () => {
  const { library, findings, quarantine } = libraryOf('old', { recovery: recoveries([7]) });
  const beside = (version: number): [string, string, unknown][] => [
    ['library', 'head', { version, meta: library.meta, findings, quarantine }],
    ...Object.entries(library.rows).map(([table, rows]): [string, string, unknown] => [
      'library',
      `rows/${table}`,
      rows,
    ]),
  ];

  test('in a database of version 1 is read, and kept in pieces with the next save', async () => {
    await writeRaw(page, 1, beside(2));
    expect(await loadState(page)).toEqual({
      stored: libraryOf('old', { recovery: recoveries([7]) }),
      revision: 0,
    });
    expect(await save(page, libraryOf('new', { recovery: recoveries([7]) }))).toBe('saved');
    expect((await keysKept(page))['library']).toEqual(['head', 'revision']);
    expect(await load(page)).toEqual(libraryOf('new', { recovery: recoveries([7]) }));
  });

  test('stays as it was when the first save after the upgrade fails', async () => {
    await writeRaw(page, 1, beside(2));
    await load(page);
    await fillDisk(page);
    expect(await save(page, libraryOf('new', { recovery: recoveries([8]) }))).toBe('no_space');
    await page.reload();
    expect(await load(page)).toEqual(libraryOf('old', { recovery: recoveries([7]) }));
  });

  test('newer than this one is named so and never written over; damaged likewise', async () => {
    await writeRaw(page, 1, [['library', 'head', { version: 4, later: true }]]);
    expect(await loadCode(page)).toBe('newer_version');
    expect(await save(page, libraryOf('mine'), 0)).toBe('newer_version');
    expect((await keysKept(page))['library']).toEqual(['head']);
    await writeRaw(page, 2, [['library', 'head', { version: 1, meta: 'none' }]]);
    expect(await loadCode(page)).toBe('unreadable');
    expect(await clear(page, null)).toBe('cleared');
    expect(await load(page)).toBeNull();
  });

  test('in a newer database is named so, while the older page lets the newer one in', async () => {
    await save(page, libraryOf('one'));
    await writeRaw(page, 3, [['library', 'head', { version: 1 }]]);
    expect(await loadCode(page)).toBe('newer_version');
    expect(await save(page, libraryOf('mine'), 1)).toBe('newer_version');
  });
});
