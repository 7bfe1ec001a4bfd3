import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { fileName, goodWorkbooks, totalsOf } from './fixture-files';
import { block, engineReady, goTo, importFiles, keyFigure, pageTitle } from './portal-page';
import { awardedFen } from './sample-answers';
import { inYi } from './sample-rows';

const [workbook = ''] = goodWorkbooks;
const importedTitle = `已导入 ${totalsOf([workbook]).rows} 个项目`;

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

async function importOne(page: Page): Promise<void> {
  await engineReady(page);
  await importFiles(page, [workbook]);
  await block(page, 'files').getByText(fileName(workbook)).waitFor();
}

/** Presses a button that must ask first, and answers. */
async function ask(page: Page, button: string, answer: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: answer }).click();
  await question.waitFor({ state: 'detached' });
}

describe('imported data', () => {
  test('stays when the question before “back to the sample” is declined, and can be taken up again', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await importOne(page);
      await ask(page, '回到演示数据', '取消');
      expect(await page.locator('header').getByText('导入数据').isVisible()).toBe(true);
      await ask(page, '回到演示数据', '回到演示数据');
      await page.locator('header').getByText('演示数据').waitFor();
      await goTo(page, '概览');
      await expect.poll(() => keyFigure(page, '已立项补助额')).toBe(inYi(awardedFen()));
      await goTo(page, '数据');
      await page.getByRole('button', { name: '切回导入的' }).click();
      await page.locator('header').getByText('导入数据').waitFor();
      expect(await pageTitle(page)).toContain(importedTitle);
    });
  });

  test('is removed only after a question, and then for good', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await importOne(page);
      await ask(page, '清除导入的数据', '取消');
      expect(await pageTitle(page)).toContain(importedTitle);
      await ask(page, '清除导入的数据', '清除导入的数据');
      await page.locator('header').getByText('演示数据').waitFor();
      await page.reload();
      await engineReady(page);
      expect(await pageTitle(page)).toContain('现在看的是演示数据');
      expect(await page.locator('header').getByText('演示数据').isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: '切回导入的' }).count()).toBe(0);
    });
  });

  test('cleared in one tab stays in the other until it is told to follow', async () => {
    await site.withPage({ path: '/data' }, async ({ page, context }) => {
      await importOne(page);
      const other = await context.newPage();
      await other.goto(`${site.url}/data`);
      await engineReady(other);
      expect(await pageTitle(other)).toContain(importedTitle);
      await ask(page, '清除导入的数据', '清除导入的数据');
      const notice = other.getByRole('alert').filter({ hasText: '另一个标签页清除了导入的数据' });
      await notice.waitFor();
      expect(await pageTitle(other)).toContain(importedTitle);
      await notice.getByRole('button', { name: '改用另一页的数据', exact: true }).click();
      await other.locator('header').getByText('演示数据').waitFor();
      expect(await pageTitle(other)).toContain('现在看的是演示数据');
    });
  });
});
