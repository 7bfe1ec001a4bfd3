import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { asUtf8, csvText } from '../fixtures/csv-copy';
import { goodTables } from '../fixtures/good-tables';
import { fileName, goodWorkbooks, totalsOf } from './fixture-files';
import { block, engineReady, importFiles, pageTitle, wordsOf } from './portal-page';
import { tableLines } from './table-lines';

const manyRows = 120_000;
const folder = mkdtempSync(path.join(tmpdir(), 'fundlens-pages-'));
const largeFile = path.join(folder, '附件2-1-扬州市-大表.csv');

/** A table of one annex with very many projects, each with a name and a recipient of its own. */
function writeLargeFile(): void {
  const [table] = goodTables();
  if (!table) throw new Error('there are good tables');
  const lines = Array.from({ length: manyRows }, (_, position) => {
    const line = table.lines[position % table.lines.length];
    if (!line) throw new Error('a good table has lines');
    const number = String(position + 1);
    return {
      ...line,
      sequence: position + 1,
      recipient: `演示企业扬州${number}有限公司`,
      name: `演示项目${number}`,
    };
  });
  writeFileSync(largeFile, asUtf8(csvText({ ...table, lines })));
}

let site: TestSite;
beforeAll(async () => {
  writeLargeFile();
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
