import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { block, pageTitle, settled, wordsOf } from './portal-page';
import { categories } from './rule-words';
import type { Part } from './sample-answers';
import { SharedPage } from './shared-page';
import { lineOf, tableLines } from './table-lines';
import { resultsOf } from './target-sums';

let site: TestSite;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await shared.close();
  await site.close();
});

const dual = (page: Page) => tableLines(block(page, 'dual').getByRole('table'));
const points = (pace: number | null) => (pace === null ? '—' : String(Math.round(pace * 100)));

/** Every category's pace of results, and the whole's progress, as plain loops give them. */
async function expectResults(page: Page, part: Part): Promise<void> {
  const lines = await dual(page);
  for (const { id, shortName } of categories) {
    const { pace } = resultsOf({ ...part, category: id });
    expect(lineOf(lines, shortName)['目标']?.replace(/[^\d—].*$/, ''), shortName).toBe(points(pace));
  }
  const { progress } = resultsOf(part);
  const lead = await wordsOf(page.locator('.lead'));
  expect(lead.replace(/\s/g, '')).toContain(`为${Math.round((progress ?? 0) * 100)}%`);
}

describe('the targets page', () => {
  test('has its rows before any script runs', async () => {
    await site.withPage({ path: '/targets', context: { javaScriptEnabled: false } }, async ({ page }) => {
      await expectResults(page, {});
      expect(await pageTitle(page)).toMatch(/类的资金与目标相差超过警戒/);
    });
  });

  test.each<[string, string, Part]>([
    ['a city', 'region=320500', { place: '320500' }],
    ['a cluster', 'cluster=biomedicine', { cluster: 'biomedicine' }],
  ])('of %s agrees with plain loops over the rows', async (_, query, part) => {
    await shared.at(`/targets?${query}`, async (page) => {
      await settled(page);
      await expectResults(page, part);
    });
  });

  test('tells lights apart by shape and word, not by colour alone', async () => {
    await site.withPage({ path: '/targets' }, async ({ page }) => {
      const shapes = await block(page, 'dual')
        .locator('.lamp')
        .evaluateAll((lamps) =>
          lamps.map((lamp) => [
            lamp.textContent?.trim(),
            lamp.querySelector('svg, i')?.innerHTML ?? lamp.querySelector('.lamp-s')?.className,
          ]),
        );
      const byWord = new Map(shapes.map(([word, shape]) => [word, shape]));
      expect(byWord.size).toBeGreaterThanOrEqual(4);
      expect(new Set(byWord.values()).size).toBe(byWord.size);
    });
  });

  test('lists what is red with its reason, the largest money first, and leads to the project', async () => {
    await shared.at('/targets', async (page) => {
      const lines = await tableLines(block(page, 'red').getByRole('table'));
      const awards = lines.map((line) => Number((line['补助额'] ?? '').replaceAll(',', '')));
      expect(lines.length).toBeGreaterThan(5);
      expect(awards).toEqual([...awards].sort((a, b) => b - a));
      expect(lines.every((line) => (line['红在哪里'] ?? '') !== '')).toBe(true);
      await block(page, 'red').getByRole('link').first().click();
      await block(page, 'life').waitFor();
      expect(await pageTitle(page)).not.toBe('');
    });
  });

  test('shows the indicators of the category that is picked', async () => {
    await shared.at('/targets', async (page) => {
      const picker = block(page, 'indicators').getByRole('combobox');
      await picker.selectOption({ label: '绿色化改造升级' });
      await page.waitForURL(/indicators=/);
      await settled(page);
      await expect
        .poll(() => block(page, 'indicators').getByRole('heading').innerText())
        .toContain('绿色化改造升级');
      expect(new URL(page.url()).searchParams.get('indicators')).toBe('guides/2023/green-upgrade');
    });
  });
});
