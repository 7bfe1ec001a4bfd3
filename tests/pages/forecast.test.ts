import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { byPlan, halfBand, now } from './forecast-sums';
import { block, engineReady, wordsOf } from './portal-page';
import { appropriatedFen, paidFen } from './sample-answers';
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

const wan = (fen: number): string => Math.round(fen / 1e6).toLocaleString('en-US');
const forecast = (page: Page) => block(page, 'forecast');

async function computed(page: Page): Promise<void> {
  await forecast(page).getByRole('table').first().waitFor({ timeout: 60_000 });
}

describe('the forecast of payments', () => {
  test('equals a computation of its own over the rows, band and all', async () => {
    await shared.at('/targets', async (page) => {
      await computed(page);
      const total = lineOf(await tableLines(forecast(page).getByRole('table').first()), '合计');
      const done = Number(paidFen());
      const centre = byPlan({}, now, 1);
      const { half, origins } = halfBand();
      expect(total['已拨付']).toBe(wan(done));
      expect(total['年末预计']).toBe(
        `${wan(centre)}（${wan(Math.max(done, centre - half))}–${wan(centre + half)}）`,
      );
      expect(total['预算']).toBe(wan(Number(appropriatedFen())));
      // Four quarter ends are left until the period ends on 2027-09-30.
      expect(total['每季需']).toBe(wan((Number(appropriatedFen()) - done) / 4));
      const words = await wordsOf(forecast(page));
      expect(words).toContain(`站在过去 ${origins} 个季末`);
      expect(words).toContain('计划兑现率');
    });
  });

  test('says in its title what is expected and what is needed a quarter', async () => {
    await shared.at('/targets', async (page) => {
      await computed(page);
      const title = await wordsOf(forecast(page).getByRole('heading'));
      expect(title).toMatch(
        /^预计年末拨付 [\d.]+ 亿元，执行期末 [\d.]+ 亿元；要付完预算，今后每季需 [\d.]+ 亿元$/,
      );
    });
  });

  test('stays within a phone, its tables too', async () => {
    await site.withPage(
      { path: '/targets', context: { viewport: { width: 390, height: 844 } } },
      async ({ page }) => {
        await engineReady(page);
        await computed(page);
        expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBe(390);
      },
    );
  });

  test('makes none where the period is over, and says why', async () => {
    await shared.at('/targets?year=2020', async (page) => {
      await computed(page);
      expect(await wordsOf(forecast(page).getByRole('heading'))).toContain('期限已满');
      const total = lineOf(await tableLines(forecast(page).getByRole('table').first()), '合计');
      expect(total['年末预计']).toContain('—');
    });
  });
});

describe('the forecast of indicators', () => {
  test('carries the sums of a category forward while its projects are under way', async () => {
    const path = '/targets?date=2024-03-31&indicators=guides/2023/high-end-upgrade';
    await shared.at(path, async (page) => {
      await computed(page);
      await forecast(page).getByText('绩效指标', { exact: true }).click();
      await expect
        .poll(() => wordsOf(forecast(page).getByRole('heading')), { timeout: 60_000 })
        .toContain('累计指标');
      await forecast(page).getByRole('combobox').waitFor();
      const lines = await tableLines(forecast(page).getByRole('table').first());
      expect(lines.some((line) => /[\d,.]+( ±|（)/.test(line['到期预计'] ?? ''))).toBe(true);
    });
  });
});
