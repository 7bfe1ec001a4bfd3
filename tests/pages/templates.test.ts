import { readFileSync } from 'node:fs';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFiles } from '$lib/library/import-files';
import { startSite, type TestSite } from '../browser/site';
import { block, engineReady, wordsOf } from './portal-page';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Presses the button of a template and reads the saved file with the portal's own reader. */
async function readTemplate(page: Page, name: string) {
  const saved = page.waitForEvent('download');
  await block(page, 'templates')
    .getByRole('button', { name: `下载空表：${name}` })
    .click();
  const download = await saved;
  const file = {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(readFileSync(await download.path())),
  };
  const { findings, refusals } = await importFiles([file], { rulebook, inputs: { tables, forms } });
  return { file: file.name, codes: findings.map(({ code }) => code), refusals };
}

const ready = async (page: Page): Promise<void> => {
  await engineReady(page);
  await block(page, 'templates').getByRole('table').first().waitFor();
};

describe('blank tables on the data page', () => {
  test('a summary table is saved under its Chinese name and read back as that table', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await ready(page);
      const { file, codes, refusals } = await readTemplate(
        page,
        '2023 入库项目汇总表（智能化改造数字化转型）',
      );
      expect(file).toBe('附件2-1 2023年度入库项目汇总表（智能化改造数字化转型）（空表）.xlsx');
      expect(refusals).toEqual([]);
      expect(codes).toContain('sheet_without_rows');
      expect(await wordsOf(block(page, 'templates'))).toContain(`已下载：${file}`);
    });
  });

  test('a table beside the summary tables is read back as that table', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await ready(page);
      const { file, codes, refusals } = await readTemplate(page, '资金拨付台账');
      expect(file).toBe('资金拨付台账（空表）.xlsx');
      expect(refusals).toEqual([]);
      expect(codes).toEqual(['sheet_without_rows']);
    });
  });

  test('a KPI form is found by its number and read back as that form', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await ready(page);
      const templates = block(page, 'templates');
      await templates.getByRole('searchbox').fill('1-18');
      await templates.getByText('找到 1 张').waitFor();
      const form = forms.find(({ id, guideYear }) => id === '1-18' && guideYear === 2023);
      const { file, codes, refusals } = await readTemplate(page, `2023 ${form?.title.zh ?? ''}`);
      expect(file).toBe(`2023年度附件1-18 ${form?.title.zh ?? ''}（空表）.xlsx`);
      expect(refusals).toEqual([]);
      expect(codes).toEqual(['project_reference_missing']);
    });
  });

  test('there is one for every table and every form, and a word that fits none says so', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await ready(page);
      const templates = block(page, 'templates');
      const all = rulebook.summaryTables.length + tables.length + 1 + forms.length;
      expect(await wordsOf(templates.getByRole('heading').first())).toContain(`空白表格：${all} 张`);
      const newest = Math.max(...forms.map(({ guideYear }) => guideYear));
      const ofNewest = forms.filter(({ guideYear }) => guideYear === newest).length;
      await templates.getByText(`找到 ${ofNewest} 张`).waitFor();
      await templates.getByText('填表说明').click();
      await templates.getByText('沭阳填县（市）本身').waitFor();
      await templates.getByRole('searchbox').fill('没有这张表');
      await templates.getByText('找到 0 张').waitFor();
    });
  });
});
