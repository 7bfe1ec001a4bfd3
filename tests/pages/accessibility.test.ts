import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { fileName, messyWorkbook } from './fixture-files';
import { block, engineReady, goTo, importFiles, openKeyFigure } from './portal-page';
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

/** Breaches of WCAG 2 and 2.1, A and AA: the rule and the elements; of a theme by its colours alone. */
async function breaches(page: Page, only: 'all' | 'colours' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (
    only === 'colours'
      ? axe.withRules(['color-contrast'])
      : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
  ).analyze();
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 4).map(({ target }) => target.join(' '));
    return `${id}: ${help} (${nodes.length}): ${places.join(' | ')}`;
  });
}

const pages = [
  '概览',
  '预算与名额',
  '绩效目标',
  '期限',
  '集群与城市',
  '项目',
  '创新中心',
  '平台',
  '指南',
  '数据',
];

describe('accessibility', () => {
  test.each(pages)('the page %s is without a breach', async (name) => {
    await shared.at('/', async (page) => {
      await goTo(page, name);
      expect(await breaches(page)).toEqual([]);
    });
  });

  test.each(['概览', '绩效目标', '集群与城市', '项目', '指南'])(
    'the dark page %s is without a breach',
    async (name) => {
      await shared.at('/?theme=dark', async (page) => {
        await goTo(page, name);
        expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
        expect(await breaches(page, 'colours')).toEqual([]);
      });
    },
  );

  test('an English page, an opened figure and an opened menu are without a breach', async () => {
    await shared.at('/en', async (page) => {
      expect(await breaches(page)).toEqual([]);
      await openKeyFigure(page, 'Paid');
      expect(await breaches(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page
        .locator('.filter')
        .getByRole('button', { name: /^Region/ })
        .click();
      await page.getByRole('listbox').waitFor();
      expect(await breaches(page)).toEqual([]);
    });
  });

  test('a clause that is shown, the guides beside each other and a filled calculator are without a breach', async () => {
    await shared.at('/policy', async (page) => {
      await page.locator('article#green-upgrade .clause-mark').first().focus();
      await page.getByRole('tooltip').waitFor();
      expect(await breaches(page)).toEqual([]);
    });
    for (const view of ['view=compare', 'view=calculate&item=green-upgrade&facts=total_input:1']) {
      await shared.at(`/policy?${view}&theme=dark`, async (page) => {
        expect([view, await breaches(page)]).toEqual([view, []]);
      });
    }
  });

  test('the page of a project is without a breach, light and dark, and so is an unknown one', async () => {
    for (const path of ['/projects/D2023-0019', '/projects/D2023-0019?theme=dark', '/projects/none']) {
      await shared.at(path, async (page) => {
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect([path, await breaches(page)]).toEqual([path, []]);
      });
    }
  });

  test('a list of findings and waiting rows is without a breach', async () => {
    await site.withPage({ path: '/data' }, async ({ page }) => {
      await engineReady(page);
      await importFiles(page, [messyWorkbook]);
      await block(page, 'files').getByText(fileName(messyWorkbook)).waitFor();
      expect(await breaches(page)).toEqual([]);
      await goTo(page, '概览');
      expect(await breaches(page)).toEqual([]);
    });
  });
});
