import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { fileName, goodWorkbooks, totalsOf } from './fixture-files';
import { block, engineReady, importFiles, pageTitle } from './portal-page';

const [first = '', second = '', third = ''] = goodWorkbooks;
const titleOf = (files: readonly string[]) => `已导入 ${totalsOf(files).rows} 个项目`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

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

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: '另一个标签页改动了导入的数据' });

/** Two tabs that both began with the first file; the second tab then imported another one. */
async function withTwoTabs(
  expected: RegExp[],
  use: (page: Page, other: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  await site.withPage({ path: '/data', expected }, async ({ page, context }) => {
    await engineReady(page);
    await importOne(page, first);
    const other = await openTab(context);
    await importOne(other, second);
    await notice(page).waitFor();
    await use(page, other, context);
  });
}

describe('two tabs', () => {
  test('a tab is told of the other’s import, keeps its rows, and takes the other’s when asked to', async () => {
    await withTwoTabs([], async (page) => {
      expect(await pageTitle(page)).toContain(titleOf([first]));
      await notice(page).getByRole('button', { name: '改用另一页的数据', exact: true }).click();
      await notice(page).waitFor({ state: 'detached' });
      expect(await pageTitle(page)).toContain(titleOf([first, second]));
      await importOne(page, third);
      await page.reload();
      await engineReady(page);
      expect(await pageTitle(page)).toContain(titleOf([first, second, third]));
    });
  });

  test('an import into rows that the other tab changed overwrites nothing and is not lost', async () => {
    await withTwoTabs([/changed_elsewhere|StoreError|made from revision/], async (page, other, context) => {
      await importOne(page, third);
      expect(await pageTitle(page)).toContain(titleOf([first, third]));
      await notice(page).filter({ hasText: '没有存进浏览器，也没有覆盖另一页的数据' }).waitFor();
      const fresh = await openTab(context);
      expect(await pageTitle(fresh)).toContain(titleOf([first, second]));
      expect(await pageTitle(other)).toContain(titleOf([first, second]));

      await notice(page).getByRole('button', { name: '把这一页的存为快照' }).click();
      await notice(page).waitFor({ state: 'detached' });
      expect(await pageTitle(page)).toContain(titleOf([first, second]));
      const kept = block(page, 'snapshots').getByRole('row').filter({ hasText: '这一页的数据' });
      await kept.waitFor();
      await kept.getByRole('button', { name: /^恢复/ }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: '恢复' }).click();
      await expect.poll(() => pageTitle(page)).toContain(titleOf([first, third]));
    });
  });
});
