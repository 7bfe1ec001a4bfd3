import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { largeCsv } from '../fixtures/large-table';
import { fileName, goodWorkbooks, totalsOf } from './fixture-files';
import { block, engineReady, importFiles, pageTitle, wordsOf } from './portal-page';
import { tableLines } from './table-lines';

const manyRows = 120_000;
const folder = mkdtempSync(path.join(tmpdir(), 'fundlens-pages-'));
const largeFile = path.join(folder, '附件2-1-扬州市-大表.csv');

let site: TestSite;
beforeAll(async () => {
  writeFileSync(largeFile, largeCsv(manyRows));
  site = await startSite();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

describe('a large import', () => {
  test('shows how far it is, can be stopped, and leaves the library that was there', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      const [small = ''] = goodWorkbooks;
      await importFiles(page, [small]);
      await block(page, 'files').getByText(fileName(small)).waitFor();

      await page.locator('input[type="file"]').setInputFiles(largeFile);
      const progress = page
        .locator('main')
        .getByRole('status')
        .filter({ hasText: fileName(largeFile) });
      await expect.poll(() => wordsOf(progress), { timeout: 20_000 }).toMatch(/[1-9][\d,]* 行/);
      await page.getByRole('button', { name: '停止' }).click();
      await page.getByRole('alert').filter({ hasText: '已停止，没有载入任何行' }).waitFor();

      const files = await tableLines(block(page, 'files').getByRole('table'));
      expect(files.map((line) => line['head'])).toEqual([fileName(small)]);
      await page.reload();
      await engineReady(page);
      expect(await pageTitle(page)).toContain(`已导入 ${totalsOf([small]).rows} 个项目`);
    });
  });
});
