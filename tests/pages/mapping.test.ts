import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { csvText } from '../fixtures/csv-copy';
import { goodTables } from '../fixtures/good-tables';
import { packed } from '../library/tiny-workbook';
import {
  block,
  closePanel,
  contributedFen,
  engineReady,
  goTo,
  keyFigure,
  openKeyFigure,
  pageTitle,
} from './portal-page';
import { tableLines, virtualLines } from './table-lines';

const [table] = goodTables();
if (!table) throw new Error('there are good tables');
const rows = table.lines.length;
/** 分; the fixtures hold whole hundredths of 万元. */
const requested = table.lines.reduce(
  (sum, line) => sum + Math.round(Number(line.requested) * 100) * 10_000,
  0,
);

/** The official table with three headers that only read like the printed ones. */
const drifted = csvText(table)
  .replace('单位名称', '申报单位全称')
  .replace('申报项目总投资(万元)', '申报项目计划总投资额(万元)')
  .replace('项目申请补助资金(万元)', '拟申请省级补助资金(万元)');

const fileOf = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${text}`),
});

let site: TestSite;
let opened: OpenedPage;
let page: Page;
beforeAll(async () => {
  site = await startSite();
  opened = await site.open({ path: '/data' });
  page = opened.page;
  await engineReady(page);
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

const drop = (...files: ReturnType<typeof fileOf>[]) =>
  page.locator('input[type="file"]').setInputFiles(files);
const dialog = () => page.getByRole('dialog', { name: '对照表头：入库项目汇总表' });
const choiceOf = (header: string) => dialog().getByRole('combobox', { name: `读作 ${header}` });

describe('a file with drifted headers', () => {
  test('opens the mapping, with values, suggestions and how sure they are; nothing is loaded yet', async () => {
    await drop(fileOf('附件2-1-南京市-漂移.csv', drifted));
    await dialog().waitFor();
    const line = dialog().getByRole('row').filter({ hasText: '申报项目计划总投资额' });
    const [samples = '', , sure = ''] = await line.getByRole('cell').allInnerTexts();
    expect(samples).toMatch(/\d/);
    expect(sure.replace(/\s+/g, ' ')).toMatch(/^[中低] 与“申报项目总投资\(万元\)”相近$/);
    expect(await choiceOf('申报项目计划总投资额(万元)').inputValue()).toBe('total_investment_fen');
    expect(await page.locator('section#files').count()).toBe(0);
    expect(opened.faults()).toEqual([]);
  });

  test('says which required column is missing, and refuses one column for two headers', async () => {
    await choiceOf('申报单位全称').selectOption('');
    await dialog().getByText('还缺必需的列：单位名称').waitFor();
    await choiceOf('申报单位全称').selectOption('name');
    await dialog().getByText('“申报项目名称”选了不止一次').waitFor();
    expect(await dialog().getByRole('button', { name: '按此读取' }).isDisabled()).toBe(true);
    await choiceOf('申报单位全称').selectOption('recipient_name');
    await choiceOf('拟申请省级补助资金(万元)').selectOption('requested_fen');
    await dialog().getByText('必需的列都有了').waitFor();
  });

  test('is read by keyboard, with the right figures', async () => {
    await dialog().getByRole('button', { name: '按此读取' }).focus();
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    const files = block(page, 'files');
    await files.getByText('附件2-1-南京市-漂移.csv').waitFor();
    const [line] = await tableLines(files.getByRole('table'));
    expect(line?.['载入行数']).toBe(String(rows));
    expect(await pageTitle(page)).toContain(`已导入 ${rows} 个项目`);
    await goTo(page, '概览');
    await expect.poll(() => keyFigure(page, '申请补助'), { timeout: 20_000 }).toMatch(/\d/);
    const panel = await openKeyFigure(page, '申请补助');
    expect(await contributedFen(panel)).toBe(BigInt(requested));
    await closePanel(page);
  });

  test('is read without a question when it comes again, with a note', async () => {
    await page.goto(new URL('/data', page.url()).href);
    await engineReady(page);
    await drop(fileOf('附件2-1-南京市-又一份.csv', `${drifted}\r\n`));
    await block(page, 'files').getByText('附件2-1-南京市-又一份.csv').waitFor();
    expect(await dialog().count()).toBe(0);
    const findings = await virtualLines(block(page, 'findings').getByRole('region', { name: '问题清单' }));
    expect(findings.some((line) => line['问题']?.includes('按上次记住的对照读取'))).toBe(true);
  });

  test('is asked for again once the mapping is forgotten', async () => {
    await page.getByText('已记住的对照（1）').click();
    await page.getByRole('button', { name: '忘掉', exact: true }).click();
    await drop(fileOf('附件2-1-南京市-第三份.csv', `${drifted}\r\n\r\n`));
    await dialog().waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('表头拿不准，还没有读取').first().waitFor();
    await page.getByRole('button', { name: '对照各列' }).click();
    await dialog().waitFor();
    await dialog().getByRole('button', { name: '以后再说' }).click();
  });
});

test('a zip of workbooks is read file by file, under its folders; what cannot be read is named', async () => {
  const bytes = packed({
    '南京/附件2-1.csv': new TextEncoder().encode(csvText(table)),
    '南京/说明.pdf': new TextEncoder().encode('%PDF'),
    '里面.zip': packed({ 'a.csv': new TextEncoder().encode('a') }),
  });
  await page
    .locator('input[type="file"]')
    .setInputFiles([{ name: '报送.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) }]);
  await block(page, 'files').getByText('报送.zip/南京/附件2-1.csv').waitFor();
  await page.getByText('“报送.zip/南京/说明.pdf”不是工作簿').waitFor();
  await page.getByText('“报送.zip/里面.zip”是压缩包里的压缩包').waitFor();
});
