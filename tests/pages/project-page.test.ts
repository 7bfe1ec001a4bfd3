import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readForms } from '$lib/policy/forms/read-forms';
import { startSite, type TestSite } from '../browser/site';
import { goodWorkbooks } from './fixture-files';
import { block, engineReady, goTo, importFiles, pageTitle, wordsOf } from './portal-page';
import { asOf } from './sample-answers';
import { sampleTable, sum, type CsvRow } from './sample-rows';
import { SharedPage } from './shared-page';
import { inWan } from './shown-numbers';

let site: TestSite;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await shared.close();
  await site.close();
});

const projects = sampleTable('project');
const rowsOf = (table: string, { project_id: id }: CsvRow) =>
  sampleTable(table).filter((row) => row['project_id'] === id);

function find(what: string, holds: (row: CsvRow) => boolean): CsvRow {
  const found = projects.find((row) => row['guide_year'] === '2023' && holds(row));
  if (!found) throw new Error(`the sample has no project that is ${what}`);
  return found;
}
const underWay = find(
  'under way',
  (row) => row['status'] === 'under_way' && rowsOf('tranche', row).length === 2,
);
const terminated = find(
  'terminated',
  (row) => row['status'] === 'recovered' || row['status'] === 'terminated',
);
const rejected = find('rejected', (row) => row['status'] === 'rejected');
const pathOf = (row: CsvRow) => `/projects/${row['project_id']}`;

const steps = (page: Page) => block(page, 'life').getByRole('listitem');
const step = (page: Page, name: string) => steps(page).filter({ has: page.getByText(name, { exact: true }) });

describe('the page of a project', () => {
  test('stands at its own address, with name, money and the row that it was read from', async () => {
    await shared.at(pathOf(underWay), async (page) => {
      await page
        .getByText(underWay['name'] ?? '')
        .first()
        .waitFor();
      expect(await page.title()).toContain(underWay['name']);
      const keys = await wordsOf(page.locator('dl.keys'));
      expect(keys).toContain(inWan(BigInt(underWay['award_fen'] ?? '0')));
      expect(await wordsOf(page.locator('dl.facts'))).toContain(
        `演示数据包 · ${underWay['source_sheet']} · 第 ${underWay['source_row']} 行`,
      );
      expect(await page.locator('header').getByText('演示数据').isVisible()).toBe(true);
    });
  });

  test('draws the life line with real days and with agreed ones', async () => {
    await shared.at(pathOf(underWay), async (page) => {
      await block(page, 'life').waitFor();
      expect(await steps(page).count()).toBe(5);
      expect(await wordsOf(step(page, '申报'))).toContain(underWay['submitted_on']);
      expect(await wordsOf(step(page, '立项'))).toContain(underWay['awarded_on']);
      const [payment] = rowsOf('disbursement', underWay);
      const [, final] = rowsOf('tranche', underWay);
      expect(await wordsOf(step(page, '首拨'))).toContain(payment?.['paid_on']);
      expect(await wordsOf(step(page, '验收'))).toContain('— 未到');
      expect(await wordsOf(step(page, '结清'))).toContain(`约定 ${final?.['planned_on']}`);
      expect(await block(page, 'life').locator('[aria-current="step"]').innerText()).toContain('验收');
      expect(await wordsOf(block(page, 'life'))).toContain('未发生：终止、追回');
    });
  });

  test('lists planned and made payments, with their sums', async () => {
    await shared.at(pathOf(underWay), async (page) => {
      const table = block(page, 'payments').getByRole('table');
      await table.waitFor();
      const last = await wordsOf(table.locator('tr.sum'));
      const paid = rowsOf('disbursement', underWay).filter((row) => (row['paid_on'] ?? '') <= asOf);
      expect(last).toContain(inWan(sum(rowsOf('tranche', underWay), 'planned_fen')));
      expect(last).toContain(inWan(sum(paid, 'paid_fen')));
    });
  });

  test('answers clause by clause with shape and word, and counts them in its title', async () => {
    await shared.at(pathOf(underWay), async (page) => {
      const clauses = block(page, 'clauses');
      await clauses.waitFor();
      const [, met, notMet, open] =
        /(\d+) 条符合，(\d+) 条不符合，(\d+) 条待核实/.exec(
          await wordsOf(clauses.getByRole('heading', { level: 2 })),
        ) ?? [];
      const answers = await clauses.locator('tbody').first().locator('td.answer').allInnerTexts();
      const count = (word: string) => String(answers.filter((answer) => answer.trim() === word).length);
      expect([count('符合'), count('不符合'), count('待核实')]).toEqual([met, notMet, open]);
      expect(Number(open)).toBeGreaterThan(0);
      expect(await clauses.locator('td.answer svg').count()).toBeGreaterThanOrEqual(answers.length);
      const clause = clauses.locator('.clause-mark').first();
      await clause.click();
      expect(await wordsOf(page.getByRole('tooltip'))).toMatch(/^“.+”/);
    });
  });

  test('shows every indicator of its form with target and latest report, each with its source', async () => {
    await shared.at(pathOf(underWay), async (page) => {
      const signed = rowsOf('target', underWay).filter((row) => row['target_number'] !== '');
      const [form = ''] = new Set(signed.map((row) => row['form_id'] ?? ''));
      const table = page.locator(`section[id="targets-${form}"]`).getByRole('table');
      await table.waitFor();
      const indicators = readForms().find((one) => one.guideYear === 2023 && one.id === form)?.indicators;
      const named = await table.locator('tbody tr:not(.area):not(.part) th').allInnerTexts();
      const own = rowsOf('target', underWay).filter((row) => row['own_name'] !== '').length;
      expect(named).toHaveLength((indicators ?? []).length + own);
      // A number can be opened for the file, the sheet and the row that it was read from.
      const figure = table.locator('td button').first();
      await figure.click();
      const note = page.getByRole('tooltip');
      await note.waitFor();
      expect(await wordsOf(note)).toMatch(/演示数据包.*(target|progress) · 第 \d+ 行/);
    });
  });

  test('says of a project without a form’s values that none were loaded', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [...goodWorkbooks]);
      await goTo(page, '项目');
      await page.getByRole('grid').getByRole('link').first().click();
      const targets = page.locator('section[id^="targets"]').first();
      await targets.waitFor();
      expect(await wordsOf(targets)).toContain('尚未导入');
      expect(await targets.locator('td button').count()).toBe(0);
    });
  });

  test('tells a termination with what came back, and a rejection', async () => {
    await shared.at(pathOf(terminated), async (page) => {
      await block(page, 'life').waitFor();
      expect(await pageTitle(page)).toMatch(/^已终止/);
      const life = await wordsOf(block(page, 'life'));
      expect(life).toContain(`终止 ${terminated['terminated_on']}`);
      for (const row of rowsOf('recovery', terminated)) expect(life).toContain(row['recovered_on']);
    });
    await shared.at(pathOf(rejected), async (page) => {
      await block(page, 'life').waitFor();
      expect(await pageTitle(page)).toBe('评审没有通过，未立项');
      expect(await wordsOf(step(page, '首拨'))).toContain('不再发生');
    });
  });

  test('knows on an earlier day only what had happened by then', async () => {
    const dayBefore = new Date(Date.parse(underWay['awarded_on'] ?? '') - 86_400_000)
      .toISOString()
      .slice(0, 10);
    await shared.at(`${pathOf(underWay)}?date=${dayBefore}`, async (page) => {
      await block(page, 'life').waitFor();
      expect(await wordsOf(step(page, '立项'))).toContain('— 未到');
      expect(await pageTitle(page)).toMatch(/^已申报/);
    });
  });

  test('of an unknown number says so and leads back', async () => {
    await shared.at('/projects/no-such-project', async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await pageTitle(page)).toBe('库里没有编号为“no-such-project”的项目');
      await page.getByRole('link', { name: '回到项目表' }).click();
      await page.getByRole('grid').waitFor();
    });
  });

  test('is reached from the list and leads back to the list as it was', async () => {
    await shared.at('/projects?sort=-requested&find=%E6%94%B9%E9%80%A0', async (page) => {
      const link = page.getByRole('grid').locator('tbody').getByRole('link').first();
      const name = await link.innerText();
      await page.getByRole('grid').locator('tbody tr.opens td').first().click();
      await page.getByText(name).first().waitFor();
      await block(page, 'life').waitFor();
      await page.locator('.crumb').getByRole('link', { name: '项目', exact: true }).click();
      await page.getByRole('grid').waitFor();
      const address = new URL(page.url()).searchParams;
      expect([address.get('sort'), address.get('find')]).toEqual(['-requested', '改造']);
    });
  });

  test('stands in English too, at an address of its own', async () => {
    await shared.at(`/en${pathOf(underWay)}`, async (page) => {
      await block(page, 'life').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      for (const id of ['life', 'money', 'payments', 'clauses', 'neighbours'])
        expect(await block(page, id).getByRole('heading', { level: 2 }).innerText()).not.toMatch(
          /\p{Script=Han}/u,
        );
    });
  });

  test('of an imported project says what was never imported', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [...goodWorkbooks]);
      await goTo(page, '项目');
      await page.getByRole('grid').locator('tbody tr.opens td').first().click();
      await block(page, 'life').waitFor();
      expect(await wordsOf(step(page, '立项'))).toContain('未导入立项结果');
      expect(await wordsOf(page.locator('dl.keys'))).toContain('未导入立项结果');
      expect(await wordsOf(page.locator('dl.facts'))).toMatch(/附件2-\d.*\.xlsx · .+ · 第 \d+ 行/);
      expect(await page.locator('header').getByText('导入数据').isVisible()).toBe(true);
    });
  });
});
