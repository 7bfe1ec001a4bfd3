import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { fileName, goodWorkbooks, totalsOf } from './fixture-files';
import { block, engineReady, importFiles, pageTitle, wordsOf } from './portal-page';

const [first = '', second = ''] = goodWorkbooks;
const titleOf = (files: readonly string[]) => `已导入 ${totalsOf(files).rows} 个项目`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/**
 * Lets the import's transaction begin and never end: after `puts` records it only asks and asks again. Sets
 * `data-stalled` on the page when it has come there.
 */
const stallAfter = (page: Page, puts: number): Promise<void> =>
  page.evaluate((allowed) => {
    let left = allowed;
    const keepOpen = (store: IDBObjectStore) => {
      store.count().onsuccess = () => keepOpen(store);
    };
    IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
      apply(write, store: IDBObjectStore, given: Parameters<IDBObjectStore['put']>) {
        if (left-- > 0) return Reflect.apply(write, store, given);
        if (!('stalled' in document.documentElement.dataset)) keepOpen(store);
        document.documentElement.dataset['stalled'] = '';
        return new Promise(() => undefined);
      },
    });
  }, puts);

const version = async (page: Page): Promise<string> =>
  /库版本 ?([0-9a-f]{8})/.exec(await wordsOf(block(page, 'library')))?.[1] ?? 'none';

async function openTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`${site.url}/data`);
  await engineReady(tab);
  return tab;
}

async function importOne(page: Page, file: string): Promise<void> {
  await importFiles(page, [file]);
  await block(page, 'files').getByText(fileName(file)).waitFor();
}

async function crash(page: Page, context: BrowserContext): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const debug = await context.newCDPSession(page);
  debug.send('Page.crash').catch(() => undefined);
  await crashed;
}

describe('a tab killed while it keeps an import', () => {
  test.each([
    ['before the first record', 0],
    ['after the first record', 1],
    ['after several records', 3],
  ])('%s leaves the earlier library, with the same hash', async (_, puts) => {
    await site.withPage({ path: '/data', expected: [/crash/i] }, async ({ page, context }) => {
      await engineReady(page);
      await importOne(page, first);
      const before = await version(page);
      await stallAfter(page, puts);
      await page.locator('input[type="file"]').setInputFiles(second);
      await page.locator('html[data-stalled]').waitFor();
      await crash(page, context);

      const next = await openTab(context);
      expect(await pageTitle(next)).toContain(titleOf([first]));
      expect(await version(next)).toBe(before);
      await importOne(next, second);
      await next.reload();
      await engineReady(next);
      expect(await pageTitle(next)).toContain(titleOf([first, second]));
    });
  });
});
