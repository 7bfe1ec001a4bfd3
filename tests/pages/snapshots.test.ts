import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { fillDisk } from '../warehouse/kept-libraries';
import { fileName, goodWorkbooks, totalsOf } from './fixture-files';
import { block, engineReady, importFiles, pageTitle, wordsOf } from './portal-page';
import { tableLines } from './table-lines';

const [first = '', second = ''] = goodWorkbooks;
const titleOf = (files: readonly string[]) => `已导入 ${totalsOf(files).rows} 个项目`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

async function importOne(page: Page, file: string): Promise<void> {
  await importFiles(page, [file]);
  await block(page, 'files').getByText(fileName(file)).waitFor();
}

async function take(page: Page, name: string): Promise<void> {
  const snapshots = block(page, 'snapshots');
  await snapshots.getByLabel('快照名称').fill(name);
  await snapshots.getByRole('button', { name: '存为快照' }).click();
  await snapshots.getByRole('row').filter({ hasText: name }).waitFor();
}

/** Presses a button of a snapshot and answers the question. */
async function answer(page: Page, act: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `${act}：${name}` }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: act }).click();
  await question.waitFor({ state: 'detached' });
}

const listed = async (page: Page) => {
  const table = block(page, 'snapshots').getByRole('table');
  return (await table.count()) === 0 ? [] : (await tableLines(table)).map((line) => line['head']);
};

describe('snapshots', () => {
  test('are taken, compared, restored, and there after a reload', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      const snapshots = block(page, 'snapshots');
      expect(await wordsOf(snapshots)).toContain('先在上面导入文件');
      await importOne(page, first);
      expect(await wordsOf(snapshots)).toContain('导入新一批材料之前先存一份快照');
      await take(page, '第一批');
      await importOne(page, second);
      expect(await pageTitle(page)).toContain(titleOf([first, second]));

      await page.getByRole('button', { name: '比较：第一批' }).click();
      const dialog = page.getByRole('dialog');
      const fresh = totalsOf([second]).rows;
      await dialog.getByText(`新增 ${fresh} 个项目，减少 0 个，变化 0 个`).waitFor();
      expect(await dialog.getByRole('table').getAttribute('aria-rowcount')).toBe(String(fresh + 1));
      const now = await dialog.getByLabel('之后').inputValue();
      await dialog.getByLabel('之前').selectOption(now);
      await dialog.getByText('两份数据的项目完全一样').waitFor();
      await dialog.getByLabel('之后').selectOption({ index: 1 });
      await dialog.getByText(`新增 0 个项目，减少 ${fresh} 个`).waitFor();
      await page.keyboard.press('Escape');

      await answer(page, '恢复', '第一批');
      await expect.poll(() => pageTitle(page)).toContain(titleOf([first]));
      await page.getByRole('button', { name: '撤销：恢复快照“第一批”' }).click();
      await expect.poll(() => pageTitle(page)).toContain(titleOf([first, second]));
      await answer(page, '恢复', '第一批');
      await expect.poll(() => pageTitle(page)).toContain(titleOf([first]));
      await page.reload();
      await engineReady(page);
      expect(await pageTitle(page)).toContain(titleOf([first]));
      await expect.poll(() => listed(page)).toEqual(['第一批']);
    });
  });

  test('are named anew and deleted after a question, and what is kept is counted', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importOne(page, first);
      await take(page, '第一批');
      await page.getByRole('button', { name: '改名：第一批' }).click();
      await page.getByRole('dialog').getByLabel('快照名称').fill('三季度终稿');
      await page.getByRole('button', { name: '保存名称' }).click();
      await expect.poll(() => listed(page)).toEqual(['三季度终稿']);
      expect(await wordsOf(block(page, 'snapshots'))).toMatch(/导入的数据和快照共 [\d.,]+ [KM]B/);
      await answer(page, '删除', '三季度终稿');
      await expect.poll(() => listed(page)).toEqual([]);
      await page.reload();
      await engineReady(page);
      expect(await pageTitle(page)).toContain(titleOf([first]));
      expect(await wordsOf(block(page, 'snapshots'))).toContain('还没有快照');
    });
  });

  test('that do not fit are refused in words, and nothing is lost', async () => {
    await site.withPage({ path: '/data', expected: [/no_space|StoreError|full/] }, async ({ page }) => {
      await engineReady(page);
      await importOne(page, first);
      await take(page, '第一批');
      await fillDisk(page);
      await importOne(page, second);
      await page.getByRole('alert').filter({ hasText: '浏览器的存储空间不够' }).first().waitFor();
      expect(await pageTitle(page)).toContain(titleOf([first, second]));
      page.on('dialog', (dialog) => void dialog.accept());
      await page.reload();
      await engineReady(page);
      expect(await pageTitle(page)).toContain(titleOf([first]));
      await expect.poll(() => listed(page)).toEqual(['第一批']);
    });
  });

  test('speak English on English pages', async () => {
    await site.withPage({ path: '/en/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [first]).catch(() => undefined);
      const snapshots = block(page, 'snapshots');
      await snapshots.getByRole('button', { name: 'Take snapshot' }).click();
      await snapshots.getByRole('row').nth(1).waitFor();
      expect(await snapshots.getByText(/[\u4e00-\u9fff]/).count()).toBe(0);
    });
  });
});
