import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { chooseFilter, openKeyFigure } from './portal-page';
import { awarded, awardedFen } from './sample-answers';
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

const han = /\p{Script=Han}/u;

describe('the English portal', () => {
  test('stands at /en with its language and labels, before any script runs', async () => {
    await site.withPage({ path: '/en', context: { javaScriptEnabled: false } }, async ({ page }) => {
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(await page.title()).not.toMatch(han);
      expect(await page.locator('header').getByText('Sample data').isVisible()).toBe(true);
      for (const name of ['Overview', 'Budget and quota', 'Clusters and cities', 'Guides', 'Data']) {
        const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
        expect(await link.getAttribute('href')).toMatch(/\/en/);
      }
      expect(await page.getByText('Guide year').count()).toBeGreaterThan(0);
    });
  });

  test('keeps the filters when the language is switched, and back again', async () => {
    await shared.at('/', async (page) => {
      await chooseFilter(page, '集群', '生物医药');
      await page.getByRole('link', { name: 'EN', exact: true }).click();
      await page.getByRole('navigation').getByRole('link', { name: 'Overview', exact: true }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(new URL(page.url()).pathname).toBe('/en');
      expect(new URL(page.url()).searchParams.get('cluster')).toBe('biomedicine');
      await page
        .getByRole('region', { name: 'Filters' })
        .or(page.locator('.filter'))
        .getByText('Biomedicine')
        .waitFor();
      await page.getByRole('link', { name: '中文' }).click();
      await page.getByRole('navigation').getByRole('link', { name: '概览', exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.get('cluster')).toBe('biomedicine');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    });
  });

  test('counts in millions and billions, and opens figures in English', async () => {
    await shared.at('/en', async (page) => {
      const billions = (awardedFen() + 50_000_000n) / 100_000_000n;
      const shown = `${billions / 1000n}.${String(billions % 1000n).padStart(3, '0')}`;
      const figure = page.locator('dl').getByRole('button', { name: /^Awarded / });
      expect(await figure.innerText()).toBe(shown);
      const panel = await openKeyFigure(page, 'Awarded');
      expect(await panel.getByRole('heading', { level: 3 }).first().innerText()).toBe('Definition');
      expect(await panel.innerText()).toContain(String(awarded().length));
    });
  });
});
