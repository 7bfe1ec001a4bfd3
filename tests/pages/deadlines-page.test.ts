import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { lateAcceptances, lateReports, unpaidRest } from './deadline-sums';
import { block, pageTitle, settled, wordsOf } from './portal-page';
import type { Part } from './sample-answers';
import { SharedPage } from './shared-page';
import { lineOf, tableLines } from './table-lines';

let site: TestSite;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await shared.close();
  await site.close();
});

const kinds = (page: Page) => tableLines(block(page, 'kinds').getByRole('table'));

/** Overdue acceptances and reports, and final payments that are open, as plain loops give them. */
async function expectFigures(page: Page, part: Part): Promise<void> {
  const lines = await kinds(page);
  const late = lateAcceptances(part);
  const overdue = (name: string) => lines.find((line) => Object.values(line)[0] === name)?.['逾期'] ?? '0';
  expect(overdue('项目验收')).toBe(String(late.province + late.nominator + late.unsaid));
  expect(overdue('季度进展')).toBe(String(lateReports(part)));
  const lead = (await wordsOf(page.locator('.lead'))).replace(/\s/g, '');
  if (late.province + late.nominator + late.unsaid > 0) {
    expect(lead).toContain(`省厅组织的${late.province}个`);
    expect(lead).toContain(`推荐单位组织的${late.nominator}个`);
  }
  const { count } = unpaidRest(part);
  if (count > 0) expect(lead).toContain(`已验收而余款未付清${count}个`);
}

describe('the deadlines page', () => {
  test('has its finding and figures before any script runs', async () => {
    await site.withPage({ path: '/deadlines', context: { javaScriptEnabled: false } }, async ({ page }) => {
      expect(await pageTitle(page)).toMatch(/项期限已逾期，.+最多，占 \d+ 项/);
      await expectFigures(page, {});
    });
  });

  test.each<[string, string, Part]>([
    ['a city', 'region=320200', { place: '320200' }],
    ['a cluster', 'cluster=biomedicine', { cluster: 'biomedicine' }],
    ['an earlier guide', 'year=2020', { year: '2020' }],
  ])('of %s agrees with plain loops over the rows', async (_, query, part) => {
    await shared.at(`/deadlines?${query}`, async (page) => {
      await settled(page);
      await expectFigures(page, part);
    });
  });

  test('lists the overdue with the largest money first and leads to the project', async () => {
    await shared.at('/deadlines?state=overdue&kind=acceptance', async (page) => {
      await settled(page);
      const lines = await tableLines(block(page, 'dates').getByRole('table'));
      const money = lines.map((line) => Number((line['金额'] ?? '').replaceAll(',', '')));
      expect(money.length).toBeGreaterThan(10);
      expect(money).toEqual([...money].sort((a, b) => b - a));
      expect(new Set(lines.map((line) => line['状态']?.slice(0, 2)))).toEqual(new Set(['逾期']));
      await block(page, 'dates').getByRole('table').getByRole('link').first().click();
      await block(page, 'life').waitFor();
      await block(page, 'deadlines').waitFor();
      expect(await wordsOf(block(page, 'deadlines').getByRole('heading').first())).toMatch(
        /项未办结，\d+ 项逾期/,
      );
    });
  });

  test('says openly that working days of a year without a notice are not verified', async () => {
    await shared.at('/deadlines?kind=centre_brief', async (page) => {
      await settled(page);
      expect(await wordsOf(page.locator('.lead'))).toContain('只按周末推算');
      const lines = await tableLines(block(page, 'dates').getByRole('table'));
      const ahead = lines.filter((line) => (line['到期日'] ?? '').startsWith('2027-'));
      expect(ahead.length).toBeGreaterThan(0);
      expect(ahead.every((line) => (line['到期日'] ?? '').includes('待核实'))).toBe(true);
    });
  });

  test('shows a month with days off, and what falls due on a day', async () => {
    await shared.at('/deadlines?view=month&month=2026-10&state=all', async (page) => {
      await settled(page);
      const month = block(page, 'dates').getByRole('table', { name: '2026 年 10 月' });
      expect(await month.locator('td.holiday').count()).toBe(7);
      expect(await month.locator('td.make_up').count()).toBe(1);
      const day = month.getByRole('button').first();
      await day.click();
      expect(await block(page, 'dates').locator('.of-day li').count()).toBeGreaterThan(0);
      await block(page, 'dates').getByRole('button', { name: '下月' }).click();
      await block(page, 'dates').getByRole('table', { name: '2026 年 11 月' }).waitFor();
    });
  });

  test('exports the shown set as a calendar that reads back: one event a date', async () => {
    await shared.at('/deadlines?state=overdue&kind=final_payment', async (page) => {
      await settled(page);
      const count = lineOf(await kinds(page), '余款拨付')['逾期'];
      await block(page, 'dates').getByRole('button', { name: '导出' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: /日历/ }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/期限_2026-09-30\.ics$/);
      const text = readFileSync(await file.path(), 'utf8');
      const lines = text.replaceAll('\r\n ', '').split('\r\n');
      const uids = lines.filter((line) => line.startsWith('UID:'));
      expect(uids).toHaveLength(Number(count));
      expect(new Set(uids).size).toBe(uids.length);
      expect(lines.filter((line) => /^DTSTART;VALUE=DATE:\d{8}$/.test(line))).toHaveLength(uids.length);
      expect(lines.at(0)).toBe('BEGIN:VCALENDAR');
      expect(lines.at(-2)).toBe('END:VCALENDAR');
      expect(text).toContain('演示数据');
    });
  });
});
