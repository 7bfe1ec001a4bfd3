import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readForms } from '$lib/policy/forms/read-forms';
import { openTags, paragraphsOf, partOf } from '../briefing/open-document';
import { startSite, type TestSite } from '../browser/site';
import { wordsOf } from './portal-page';
import { awarded } from './sample-answers';
import { sampleTable, type CsvRow } from './sample-rows';
import { SharedPage } from './shared-page';

let site: TestSite;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await shared.close();
  await site.close();
});

const slow = 60_000;
const progress = sampleTable('progress');
const heads = sampleTable('target_form');

/** The 2023 project of the sample with the most reports, all of them known by the sample's last day. */
const chosen: CsvRow = (() => {
  const counts = new Map<string, number>();
  for (const { project_id: id = '' } of progress) counts.set(id, (counts.get(id) ?? 0) + 1);
  const projects = sampleTable('project')
    .filter((row) => row['guide_year'] === '2023' && row['status'] === 'under_way')
    .toSorted((a, b) => (counts.get(b['project_id'] ?? '') ?? 0) - (counts.get(a['project_id'] ?? '') ?? 0));
  const [first] = projects;
  if (!first) throw new Error('the sample has no project under way');
  return first;
})();
const ofProject = (row: CsvRow) => row['project_id'] === chosen['project_id'];
const formId = heads.find(ofProject)?.['form_id'] ?? '';
const pathOf = `/projects/${chosen['project_id']}`;

const scoreBlock = (page: Page): Locator => page.locator(`section[id="score-${formId}"]`);
const rowsOf = (table: Locator): Locator => table.locator('tbody tr:not(.sum):not(.score-opened)');
const numbers = async (cells: Locator): Promise<number[]> =>
  (await cells.allInnerTexts()).map((text) => Number(text.trim().replace('—', '0')));

async function opened(page: Page): Promise<Locator> {
  const block = scoreBlock(page);
  await block.getByRole('table').waitFor();
  return block;
}

describe('the score on the page of a project', () => {
  test('has a line for each indicator, and its lines add up to the total that its title names', async () => {
    await shared.at(pathOf, async (page) => {
      const block = await opened(page);
      const table = block.getByRole('table');
      const weights = await numbers(rowsOf(table).locator('td:nth-of-type(2)'));
      expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 0);
      const points = await numbers(rowsOf(table).locator('td:nth-of-type(5)'));
      const total = await wordsOf(table.locator('tr.sum td').nth(3));
      const least = Number(/^[\d.]+/.exec(total)?.[0]);
      expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(least, 0);
      expect(await wordsOf(block.getByRole('heading', { level: 2 }))).toContain(String(least));
      const signed = sampleTable('target').filter(ofProject);
      expect(weights.length - 1).toBeGreaterThanOrEqual(signed.length > 0 ? 1 : 0);
      const targets = page.locator(`section[id="targets-${formId}"]`).getByRole('table');
      const form = readForms().find((one) => one.guideYear === 2023 && one.id === formId);
      const own = signed.filter((row) => row['own_name'] !== '').length;
      expect(await targets.locator('tbody tr:not(.area):not(.part) th').count()).toBe(
        (form?.indicators.length ?? 0) + own,
      );
    });
  });

  test('opens to its working: inputs with their place, formula, figures, rule', async () => {
    await shared.at(pathOf, async (page) => {
      const block = await opened(page);
      const line = rowsOf(block.getByRole('table')).filter({ hasText: '÷' }).nth(1);
      await line.getByRole('button').last().click();
      const panel = block.locator('.score-opened');
      await panel.waitFor();
      const words = await wordsOf(panel);
      expect(words).toMatch(/目标值 .*演示数据包 · target · 第 \d+ 行/);
      expect(words).toMatch(/实际值 .*演示数据包 · progress · 第 \d+ 行/);
      expect(words).toMatch(/公式 .*指标：/);
      expect(words).toMatch(/代入 .*\d/);
      expect(words).toMatch(/评分规则 \S+ 版/);
      const [, weight, share, points] = /得分 ([\d.]+) × ([\d.]+) % = ([\d.]+)/.exec(words) ?? [];
      expect((Number(weight) * Number(share)) / 100).toBeCloseTo(Number(points), 1);
      await line.getByRole('button').last().click();
      expect(await panel.count()).toBe(0);
    });
  });

  test('is computed anew at once when the variant changes', async () => {
    await shared.at(pathOf, async (page) => {
      const block = await opened(page);
      const execution = block.getByRole('table').locator('tbody tr').first().locator('td').nth(1);
      const before = Number(await wordsOf(execution));
      await block.getByRole('radio', { name: '20 · 40 · 30 · 10' }).check({ force: true });
      expect(Number(await wordsOf(execution))).toBeCloseTo(before * 2, 0);
      expect(await block.getByRole('radio', { name: '按比值' }).count()).toBe(1);
    });
  });

  test('takes points off by hand, down to 0', async () => {
    await shared.at(pathOf, async (page) => {
      const block = await opened(page);
      await block.getByLabel('人工扣分').fill('100');
      await block.getByText(/人工扣分 100/).waitFor();
      expect(await wordsOf(block.locator('tr.sum td').nth(3))).toMatch(/^0/);
    });
  });

  test.each(['xlsx', 'docx'])('is saved as a self-evaluation form: %s', async (kind) => {
    await shared.at(pathOf, async (page) => {
      const block = await opened(page);
      const waits = page.waitForEvent('download', { timeout: slow });
      await block.getByRole('button', { name: '导出' }).click();
      await page.getByRole('menuitem').filter({ hasText: kind }).click();
      const download = await waits;
      const file = path.join(mkdtempSync(path.join(tmpdir(), 'score-')), download.suggestedFilename());
      await download.saveAs(file);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^项目支出绩效自评表_.*\\.${kind}$`));
      const bytes = readFileSync(file);
      const words =
        kind === 'docx'
          ? paragraphsOf(partOf(bytes, 'word/document.xml'))
          : (await readXlsxFile(bytes)).flatMap(({ data }) => data.flat().map(String));
      if (kind === 'docx') expect(openTags(partOf(bytes, 'word/document.xml'))).toEqual([]);
      expect(words).toContain('项目支出绩效自评表');
      expect(words).toContain(chosen['name']);
      expect(words.join('\n')).toContain('演示数据');
    });
  });
});

test('the scores of a category come as a workbook, a line for each awarded project', async () => {
  const category = chosen['category_id'] ?? '';
  await shared.at(`/targets?category=${category}`, async (page) => {
    const grades = page.locator('section#grades');
    await grades.getByRole('table').waitFor();
    const waits = page.waitForEvent('download', { timeout: slow });
    await grades.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: /得分一览/ }).click();
    const download = await waits;
    expect(download.suggestedFilename()).toMatch(/得分一览_2023\s年指南_.*\.xlsx$/);
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'scores-')), 'scores.xlsx');
    await download.saveAs(file);
    const [sheet] = await readXlsxFile(readFileSync(file));
    const lines = (sheet?.data ?? []).filter(([number]) => /^\d+$/.test(String(number)));
    const ids = new Set(lines.map((line) => line[1]));
    expect([...ids].sort()).toEqual(
      awarded({ category })
        .map((row) => row['project_id'])
        .sort(),
    );
    expect((sheet?.data ?? []).flat().join(' ')).toContain('演示数据');
    const graded = lines.filter((line) => line[9] !== '—').length;
    const counts = (await numbers(grades.locator('tbody td'))).slice(0, 4);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(graded);
  });
});
