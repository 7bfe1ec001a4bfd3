import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { goodTables } from '../fixtures/good-tables';
import { messyFile } from '../fixtures/messy-table';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { buildHarness } from './build-harness';
import type {} from './harness/page';
import { run } from './small-table';
import { packed, textCell, workbookParts } from './tiny-workbook';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/files');
const fixture = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) });

let harness: Awaited<ReturnType<typeof buildHarness>>;
let site: TestSite;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  harness = await buildHarness();
  site = await startSite(harness.folder);
  opened = await site.open();
  page = opened.page;
}, 120_000);

afterAll(async () => {
  await opened.close();
  await site.close();
  await harness.remove();
});

const choose = (files: { name: string; bytes: Uint8Array }[]) =>
  page.setInputFiles(
    'input',
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );

describe('the import worker of the browser, under the CSP of the server', { timeout: 60_000 }, () => {
  test('reads the fixtures to the same result as Node does', async () => {
    const names = [
      ...goodTables().map(({ file }) => file),
      messyFile,
      '附件2-4-盐城市-utf8.csv',
      '坏-加密.xlsx',
    ];
    const files = names.map(fixture);
    await choose(files);
    const { result, steps } = await page.evaluate(() => window.importHarness.chosen());
    expect(result).toEqual(await run(files));
    expect(steps.at(-1)).toMatchObject({ file: names.length, files: names.length });
  });

  test('refuses a bomb of a hundred megabytes within two seconds, and the page answers on', async () => {
    const rows = [{ name: '表', rows: `<row r="1">${textCell('A1', '演示')}</row>` }];
    const spaces = new Uint8Array(100 * 1024 * 1024).fill(32);
    const bomb = packed({ ...workbookParts(rows), 'xl/worksheets/sheet1.xml': spaces });
    await choose([{ name: '炸弹.xlsx', bytes: bomb }]);
    const started = Date.now();
    const { result } = await page.evaluate(() => window.importHarness.chosen());
    expect(result.refusals.map(({ code }) => code)).toEqual(['zip_bomb']);
    expect(Date.now() - started).toBeLessThan(2000);
    expect(await page.evaluate(() => 1 + 1)).toBe(2);
  });

  test('stops when it is told to', async () => {
    await choose([fixture(messyFile)]);
    expect(await page.evaluate(() => window.importHarness.stopped())).toBe('AbortError');
  });
});
