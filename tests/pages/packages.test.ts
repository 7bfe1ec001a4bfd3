import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportPackage } from '$lib/library/package/export-package';
import { openPackage, type OpenedPackage } from '$lib/library/package/open-package';
import { readRulebook } from '$lib/policy/read-rules';
import { loadSample } from '../../data/sample/load-sample';
import { startSite, type TestSite } from '../browser/site';
import { fileName, goodWorkbooks, totalsOf } from './fixture-files';
import { block, dropFiles, engineReady, goTo, importFiles, pageTitle, wordsOf } from './portal-page';
import { tableLines } from './table-lines';

const [first = '', second = ''] = goodWorkbooks;
const titleOf = (files: readonly string[]) => `已导入 ${totalsOf(files).rows} 个项目`;
const passphrase = '运河边的老柳树-2026-又发新芽';
const slow = 30_000;

let site: TestSite;
let folder: string;
beforeAll(async () => {
  site = await startSite();
  folder = await mkdtemp(path.join(tmpdir(), 'fundlens-packages-'));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const dialogOf = (page: Page): Locator => page.getByRole('dialog');

async function openExport(page: Page): Promise<Locator> {
  await block(page, 'packages').getByRole('button', { name: '导出数据包' }).click();
  return dialogOf(page);
}

/** Presses export in the open dialog, keeps the file and closes the dialog. */
async function save(page: Page): Promise<string> {
  const waits = page.waitForEvent('download', { timeout: slow });
  await dialogOf(page).getByRole('button', { name: '导出', exact: true }).click();
  const download = await waits;
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await dialogOf(page).getByText(`已导出“${download.suggestedFilename()}”`).first().waitFor();
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'detached' });
  return file;
}

/** Gives a file, or changed bytes under its name, to “open a package”. */
async function give(page: Page, file: string, bytes: Buffer = readFileSync(file)): Promise<Locator> {
  const waits = page.waitForEvent('filechooser');
  await block(page, 'packages').getByRole('button', { name: '打开数据包' }).click();
  const chooser = await waits;
  await chooser.setFiles([{ name: path.basename(file), mimeType: 'application/zip', buffer: bytes }]);
  return dialogOf(page);
}

const readBack = (file: string, words = ''): Promise<OpenedPackage> =>
  openPackage([{ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) }], {
    passphrase: words,
  });

/** Rows of the whole province as somebody's own, which no workbook of the fixtures has. */
async function provincePackage(): Promise<Buffer> {
  const { meta, rows } = loadSample();
  const library = { meta: { ...meta, kind: 'own' as const }, rows };
  return Buffer.from((await exportPackage(library, { format: 'parquet', rulebook: readRulebook() })).bytes);
}

const isShown = (page: Page) => wordsOf(block(page, 'library'));

describe('the whole library', () => {
  test('goes out as one file and comes back the same, and can be undone', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [first]);
      await block(page, 'files').getByText(fileName(first)).waitFor();
      const dialog = await openExport(page);
      await dialog.getByText(`将导出${totalsOf([first]).rows}个项目`).waitFor();
      const file = await save(page);
      expect(path.basename(file)).toMatch(/^项目库_全部_\d{4}-\d\d-\d\d\.zip$/);
      const { library, scope } = await readBack(file);
      expect(scope).toBeNull();
      expect(library.meta).toMatchObject({ kind: 'own', counts: { project: totalsOf([first]).rows } });
      expect(await isShown(page)).toContain(library.meta.hash.slice(0, 8));

      await importFiles(page, [second]);
      await expect.poll(() => pageTitle(page)).toContain(titleOf([first, second]));
      const preview = await give(page, file);
      await preview.getByText(library.meta.hash).waitFor();
      await preview.getByRole('button', { name: '代替现有数据' }).click();
      await expect.poll(() => pageTitle(page), { timeout: slow }).toContain(titleOf([first]));
      expect(await isShown(page)).toContain(library.meta.hash.slice(0, 8));
      await block(page, 'packages').getByRole('button', { name: '撤销' }).click();
      await expect.poll(() => pageTitle(page)).toContain(titleOf([first, second]));
    });
  });

  test('is added to what is there, dropped on the page, and stays after a reload', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [first]);
      await openExport(page);
      await dialogOf(page).getByText('CSV', { exact: true }).click();
      const file = await save(page);
      await page.getByRole('button', { name: '清除' }).first().click();
      await page.getByRole('alertdialog').getByRole('button', { name: '清除' }).first().click();
      await page.getByRole('alertdialog').waitFor({ state: 'detached' });
      await importFiles(page, [second]);
      await expect.poll(() => pageTitle(page)).toContain(titleOf([second]));
      await dropFiles(page, [file]);
      const preview = dialogOf(page);
      await preview.getByText(`新增${totalsOf([first]).rows}个项目；编号相同的0个项目`).click();
      await preview.getByRole('button', { name: '加入现有数据' }).click();
      await expect.poll(() => pageTitle(page), { timeout: slow }).toContain(titleOf([first, second]));
      // It closes once the rows are kept.
      await preview.waitFor({ state: 'detached' });
      await page.reload();
      await engineReady(page);
      expect(await pageTitle(page)).toContain(titleOf([first, second]));
    });
  });
});

describe('the sample', () => {
  test('stays 演示数据: named so in the file, shown without being kept', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      const before = await isShown(page);
      await openExport(page);
      const file = await save(page);
      expect(path.basename(file)).toMatch(/^项目库_全部_.*_演示数据\.zip$/);
      const { library } = await readBack(file);
      expect(library.meta.kind).toBe('sample');
      expect(before).toContain(library.meta.hash.slice(0, 8));

      await importFiles(page, [first]);
      await expect.poll(() => pageTitle(page)).toContain(titleOf([first]));
      // However it is opened, it does not become a row of the user.
      const preview = await give(page, file);
      await preview.getByText('这是演示数据').waitFor({ timeout: slow });
      await preview.getByText(library.meta.hash).waitFor();
      expect(await preview.getByRole('radio').count()).toBe(0);
      expect(await preview.getByRole('button', { name: /代替|加入|载入/ }).count()).toBe(0);
      await page.keyboard.press('Escape');
      expect(await pageTitle(page)).toContain(titleOf([first]));
    });
  });
});

describe('a part', () => {
  test('of one cluster holds that cluster alone, and the others are unknown', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      const whole = await give(page, path.join(folder, '全省.zip'), await provincePackage());
      await whole.getByRole('button', { name: '载入' }).click({ timeout: slow });
      await expect.poll(() => pageTitle(page), { timeout: slow }).toContain('已导入');
      const dialog = await openExport(page);
      await dialog.getByText('一部分').click();
      await dialog.getByText('还没有选范围').waitFor();
      expect(await dialog.getByRole('button', { name: '导出', exact: true }).isDisabled()).toBe(true);
      await dialog.getByLabel('生物医药', { exact: true }).check();
      await dialog.getByText(/将导出\d+个项目/).waitFor();
      const words = await wordsOf(dialog);
      const file = await save(page);
      expect(path.basename(file)).toMatch(/^项目库_生物医药_/);
      const { library, scope } = await readBack(file);
      expect(scope).toEqual({ clusterIds: ['biomedicine'] });
      expect(new Set(library.rows.project.map((row) => row.cluster_id))).toEqual(new Set(['biomedicine']));
      expect(words).toContain(`将导出${library.meta.counts.project}个项目`);

      const preview = await give(page, file);
      await preview.getByText('预算（全省资金）不随部分数据包发出').waitFor({ timeout: slow });
      await preview.getByRole('button', { name: '代替现有数据' }).click();
      await expect
        .poll(() => pageTitle(page), { timeout: slow })
        .toContain(`已导入 ${library.meta.counts.project} 个项目`);
      await goTo(page, '集群与城市');
      // The settled page has a table of clusters by places.
      const matrix = page.getByRole('table').filter({ hasText: '沭阳' }).filter({ hasText: '新兴数字产业' });
      await expect.poll(() => matrix.first().innerText()).toContain('—');
      const rows = await tableLines(matrix.first());
      const [known] = rows.filter(({ head }) => head === '生物医药');
      expect(Number(known?.['合计'])).toBeGreaterThan(0);
      const others = rows.filter(({ head }) => head !== '生物医药' && head !== '合计');
      expect(others).toHaveLength(15);
      expect([...new Set(others.map((row) => row['合计']?.slice(0, 1)))]).toEqual(['—']);
    });
  });
});

describe('a sealed package', () => {
  test('opens with its passphrase only, and a changed byte keeps it shut', { timeout: 120_000 }, async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      const before = await isShown(page);
      const dialog = await openExport(page);
      await dialog.getByLabel('用口令加密').check();
      const [words, again] = [dialog.getByLabel('口令', { exact: true }), dialog.getByLabel('再输一遍')];
      await words.fill('aaaa');
      await dialog.getByText('口令太短，至少12个字符').waitFor();
      await words.fill(passphrase);
      await dialog.getByText('口令强度：强').waitFor();
      await again.fill('另一个');
      await dialog.getByText('两遍不一致').waitFor();
      expect(await dialog.getByRole('button', { name: '导出', exact: true }).isDisabled()).toBe(true);
      await again.fill(passphrase);
      const file = await save(page);
      expect(file).toMatch(/\.fundlens$/);
      const { library, sealed } = await readBack(file, passphrase);
      expect(sealed).toBe(true);

      const asked = await give(page, file);
      const open = async (typed: string) => {
        await asked.getByLabel('口令', { exact: true }).fill(typed);
        await asked.getByRole('button', { name: '打开', exact: true }).click();
      };
      await open('另一个口令-2026-九月');
      await asked.getByText('口令不对，或者文件被改动过').waitFor({ timeout: slow });
      await open(passphrase);
      await asked.getByText(library.meta.hash).waitFor({ timeout: slow });
      await page.keyboard.press('Escape');

      const bytes = readFileSync(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await give(page, file, bytes);
      await open(passphrase);
      await asked.getByText('口令不对，或者文件被改动过').waitFor({ timeout: slow });
      await page.keyboard.press('Escape');
      expect(await isShown(page)).toBe(before);
    });
  });
});

test('a damaged package and one of a newer version are refused in words, and the data stay', async () => {
  await site.withPage({ path: '/data' }, async ({ page }) => {
    await engineReady(page);
    const before = await isShown(page);
    await openExport(page);
    const file = await save(page);
    const bytes = readFileSync(file);
    const dialog = await give(page, file, bytes.subarray(0, bytes.length - 2000));
    await dialog.getByText('现有数据没有变').waitFor({ timeout: slow });
    await page.keyboard.press('Escape');
    const newer = Buffer.from(JSON.stringify({ fundlens: { format: 'fundlens-library/9' } }));
    await give(page, path.join(folder, 'datapackage.json'), newer);
    await dialog.getByText('请用较新的版本打开').waitFor();
    await page.keyboard.press('Escape');
    expect(await isShown(page)).toBe(before);
  });
});
