import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { smallTable, type Change } from '../library/small-table';
import { fileName, messyWorkbook } from './fixture-files';
import {
  block,
  closePanel,
  contributedFen,
  engineReady,
  goTo,
  importFiles,
  openKeyFigure,
  pageTitle,
  wordsOf,
} from './portal-page';
import { virtualLines } from './table-lines';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Every row of the messy workbook asks for so much, in 分. */
const requestedInRow = 300_000_000n;

const waiting = (page: Page): Locator => block(page, 'waiting');
const grid = (page: Page): Locator => waiting(page).getByRole('grid');
const waitingCount = async (page: Page): Promise<number> =>
  Number(/^(\d+) 行待改/.exec(await wordsOf(waiting(page).getByRole('heading', { level: 2 })))?.[1]);

/** The words of the cell that the keyboard stands on. */
async function activeCell(page: Page): Promise<string> {
  const id = (await grid(page).getAttribute('aria-activedescendant')) ?? '';
  return (await page.locator(`[id="${id}"]`).innerText()).trim();
}

async function openMessy(page: Page): Promise<void> {
  await engineReady(page);
  await importFiles(page, [messyWorkbook]);
  await block(page, 'files').getByText(fileName(messyWorkbook)).waitFor();
  await grid(page).waitFor();
}

async function requestedFen(page: Page): Promise<bigint> {
  await goTo(page, '概览');
  const panel = await openKeyFigure(page, '申请补助');
  const fen = await contributedFen(panel);
  await closePanel(page);
  return fen;
}

async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

describe('rows that wait', () => {
  test('are corrected by keyboard alone, load with exactly their amount, and an undo takes it back', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await openMessy(page);
      const before = await requestedFen(page);
      await goTo(page, '数据');
      const count = await waitingCount(page);

      await grid(page).focus();
      // Seven faults down from the first one: 约六千 in J17.
      await press(page, 'Tab', 6);
      await expect.poll(() => activeCell(page)).toBe('约六千');
      expect(await wordsOf(waiting(page).locator('[aria-live]').first())).toContain('J17');
      await press(page, 'F2');
      await page.keyboard.type('7');
      await press(page, 'Escape');
      expect(await activeCell(page)).toBe('约六千');
      await press(page, 'Enter');
      await page.keyboard.type('6007');
      await press(page, 'Enter');
      expect(await wordsOf(waiting(page))).toContain('已改 1 格，尚未检查');
      expect(await waitingCount(page)).toBe(count);
      await press(page, 'Control+Enter');
      await waiting(page).getByText('1 行已载入，0 行仍待改').waitFor();
      expect(await waitingCount(page)).toBe(count - 1);
      expect(await requestedFen(page)).toBe(before + requestedInRow);

      await goTo(page, '数据');
      const lines = await virtualLines(block(page, 'findings').getByRole('region', { name: '问题清单' }));
      const note = lines.find((line) => line['单元格']?.startsWith('J17'));
      expect(note?.['问题']).toMatch(/由“约六千”改为“6007”（\d{4}-\d\d-\d\d在本机改动）/);
      await waiting(page).getByRole('button', { name: '撤销', exact: true }).click();
      await expect.poll(() => waitingCount(page)).toBe(count);
      expect(await requestedFen(page)).toBe(before);
    });
  });

  test('stay with their new fault when the correction is wrong, and outlive a reload as corrected', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await openMessy(page);
      const count = await waitingCount(page);
      await grid(page).focus();
      await press(page, 'Tab', 6);
      await page.keyboard.type('-5');
      await press(page, 'Control+Enter');
      await waiting(page).getByText('0 行已载入，1 行仍待改').waitFor();
      expect(await waitingCount(page)).toBe(count);
      await page.reload();
      await engineReady(page);
      await grid(page).focus();
      await press(page, 'Tab', 6);
      await expect.poll(() => activeCell(page)).toBe('-5');
      expect(await wordsOf(waiting(page))).toContain('原文件为“约六千”');
    });
  });

  test('can be dropped, with an undo; what is typed is taken back first', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await openMessy(page);
      const count = await waitingCount(page);
      await grid(page).focus();
      await page.keyboard.type('x');
      await press(page, 'Enter');
      await press(page, 'Control+z');
      await expect.poll(() => wordsOf(waiting(page))).not.toContain('尚未检查');
      expect(await waitingCount(page)).toBe(count);
      await waiting(page).getByRole('button', { name: '放弃此行' }).click();
      await expect.poll(() => waitingCount(page)).toBe(count - 1);
      expect(await pageTitle(page)).toContain(`${count - 1} 行待改`);
      await grid(page).focus();
      await press(page, 'Control+z');
      await expect.poll(() => waitingCount(page)).toBe(count);
    });
  });

  test('take all safe fixes at once, and nothing that a person must decide', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      const text = smallTable([
        { recipient: '演示企业一', name: '演示项目一', total: '3 000（万元）' },
        { sequence: '2', recipient: '演示企业二', name: '演示项目二', end: '2022年6月份' },
        { sequence: '3', recipient: '演示企业三', name: '演示项目三', total: '60000000' },
      ]);
      const buffer = Buffer.from(text);
      await importFiles(page, [{ name: '安全修改.csv', mimeType: 'text/csv', buffer }]);
      await grid(page).waitFor();
      expect(await waitingCount(page)).toBe(3);
      await waiting(page).getByRole('button', { name: '套用 2 处安全修改' }).click();
      await waiting(page).getByRole('button', { name: '重新检查' }).click();
      await waiting(page).getByText('2 行已载入，0 行仍待改').waitFor();
      expect(await waitingCount(page)).toBe(1);

      await block(page, 'findings').getByRole('button', { name: '去改 J8' }).click();
      await expect.poll(() => activeCell(page)).toBe('60000000');
      await waiting(page).getByRole('button', { name: '改为“60000000元”' }).click();
      await press(page, 'Control+Enter');
      await waiting(page).getByText('没有待改的行').waitFor();
      expect(await pageTitle(page)).toContain('已导入 3 个项目');
      await waiting(page).getByRole('button', { name: '撤销', exact: true }).click();
      await expect.poll(() => waitingCount(page)).toBe(1);
    });
  });
});

/** A line with one error that has a safe fix, and ten notes. */
const untidyLine = (number: number): Change => ({
  sequence: String(number),
  recipient: ` 演示企业${number} `,
  address: ' 南京市江宁区演示路1号 ',
  industry: ' 软件业 ',
  revenue: '50000万元',
  tax: '1500万元',
  profit: '4000万元',
  category: ' 专精特新中小企业能力提升项目 ',
  name: ` 演示项目${number} `,
  total: '3 000（万元）',
  fixedAssets: '2000万元',
  start: '202101',
  requested: '500万元',
});

describe('a thousand rows that wait, with more than ten thousand findings', () => {
  test('scroll, are mended at once and load', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      const text = smallTable(Array.from({ length: 1000 }, (_, index) => untidyLine(index + 1)));
      const buffer = Buffer.from(text);
      await importFiles(page, [{ name: '一千行.csv', mimeType: 'text/csv', buffer }]);
      await grid(page).waitFor();
      const list = block(page, 'findings').getByRole('table');
      expect(Number(await list.getAttribute('aria-rowcount'))).toBeGreaterThan(10_000);
      expect(await list.getByRole('row').count()).toBeLessThan(100);
      expect(await grid(page).getByRole('row').count()).toBeLessThan(100);
      await grid(page).focus();
      await press(page, 'Control+End');
      await press(page, 'Home');
      await expect.poll(() => activeCell(page)).toBe('1000');
      await waiting(page).getByRole('button', { name: '套用 1,000 处安全修改' }).click();
      await waiting(page).getByRole('button', { name: '重新检查' }).click();
      await waiting(page).getByText('没有待改的行').waitFor();
      expect(await pageTitle(page)).toContain('已导入 1,000 个项目');
    });
  });
});

describe('the list of findings', () => {
  test('is narrowed by kind, sender and words, and given back as a workbook', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await openMessy(page);
      const list = block(page, 'findings');
      const shown = async () => (await virtualLines(list.getByRole('region', { name: '问题清单' }))).length;
      await list.getByRole('button', { name: /^类别/ }).click();
      await page.getByRole('option', { name: /^日期与期间/ }).click();
      expect(await shown()).toBe(4);
      await list.getByRole('button', { name: /^报送单位/ }).click();
      expect(await wordsOf(page.getByRole('option', { name: /^徐州市/ }))).toBe('徐州市 4');
      await page.keyboard.press('Escape');
      await list.getByRole('searchbox').fill('一月 没有这样的词');
      await list.getByText('没有符合筛选条件的问题').waitFor();
      await list.getByRole('button', { name: '去掉全部筛选' }).first().click();
      expect(await shown()).toBe(30);

      await list.getByRole('button', { name: '导出' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: /按报送单位/ }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('问题清单_徐州市.xlsx');
      const sheets = await readXlsxFile(readFileSync(await download.path()));
      expect(sheets.map(({ sheet }) => sheet)).toEqual(['问题清单', '附件2-1-徐州市-问题表']);
      expect(sheets[0]?.data.flat()).toContain('“总投资”为“约六千”，不是金额。');
    });
  });
});
