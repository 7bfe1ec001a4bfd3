import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { csvInGb18030, csvInUtf8, fileName, goodWorkbooks, totalsOf, workbookOf } from './fixture-files';
import {
  block,
  closePanel,
  contributedFen,
  dropFiles,
  engineReady,
  goTo,
  importFiles,
  keyFigure,
  openKeyFigure,
  wordsOf,
} from './portal-page';
import { inYi } from './sample-rows';
import { inCount, inWan } from './shown-numbers';
import { tableLines } from './table-lines';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const shown = (fen: bigint): string => (fen >= 10_000_000_000n ? inYi(fen) : inWan(fen));

async function expectTotalsOf(page: Page, files: readonly string[]): Promise<void> {
  const totals = totalsOf(files);
  await expect.poll(() => keyFigure(page, '申请补助'), { timeout: 20_000 }).toBe(shown(totals.requestedFen));
  const panel = await openKeyFigure(page, '申请补助');
  await panel.getByRole('heading', { name: `明细行（${totals.rows} 行）` }).waitFor();
  expect(await contributedFen(panel)).toBe(totals.requestedFen);
  await closePanel(page);
}

describe('the five official workbooks', () => {
  test('give the totals that their own cells add up to, and outlive a reload', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [...goodWorkbooks]);
      expect(goodWorkbooks).toHaveLength(5);
      const { rows } = totalsOf(goodWorkbooks);
      const summary = page.getByText(`载入 ${inCount(rows)} 个项目，0 行待改`);
      await summary.first().waitFor();

      await goTo(page, '概览');
      await expectTotalsOf(page, goodWorkbooks);
      expect(await page.getByText('演示数据').count()).toBe(0);
      expect(await page.locator('header').getByText('导入数据').isVisible()).toBe(true);

      await page.reload();
      await engineReady(page);
      await expectTotalsOf(page, goodWorkbooks);
      expect(await page.getByText('演示数据').count()).toBe(0);
    });
  });

  test('are listed with the rows of each, and money that was never imported is not zero', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [...goodWorkbooks]);
      const files = block(page, 'files').getByRole('table');
      await files.waitFor();
      const lines = await tableLines(files);
      for (const file of goodWorkbooks) {
        const line = lines.find(({ head }) => head === fileName(file));
        expect(line?.['载入行数']).toBe(String(totalsOf([file]).rows));
      }
      await goTo(page, '预算与名额');
      expect(await wordsOf(page.locator('main'))).toContain('未导入预算');
      const drill = await tableLines(block(page, 'drill').getByRole('table'));
      expect(drill.reduce((sum, line) => sum + Number(line['申报数']), 0)).toBe(totalsOf(goodWorkbooks).rows);
    });
  });

  test('come from csv in UTF-8 and in GB18030 as well', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [csvInUtf8, csvInGb18030]);
      await block(page, 'files').getByText(fileName(csvInGb18030)).waitFor();
      await goTo(page, '概览');
      await expectTotalsOf(page, [csvInUtf8, csvInGb18030].map(workbookOf));
    });
  });

  test('may come one after the other, chosen or dropped on the page', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      const [first = '', second = ''] = goodWorkbooks;
      await importFiles(page, [first]);
      await block(page, 'files').getByText(fileName(first)).waitFor();
      await dropFiles(page, [second]);
      await block(page, 'files').getByText(fileName(second)).waitFor();
      await goTo(page, '概览');
      await expectTotalsOf(page, [first, second]);
    });
  });
});
