import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { block, keyFigure, pageTitle } from './portal-page';
import { categories } from './rule-words';
import { appropriatedFen, awarded, awardedFen, paidFen, unpaidFen } from './sample-answers';
import { inYi } from './sample-rows';
import { inPercent, inWan } from './shown-numbers';
import { lineOf, tableLines } from './table-lines';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const withoutScripts = { context: { javaScriptEnabled: false } };

describe('the first view, before any script runs,', () => {
  test('shows the sample’s money on the overview', async () => {
    await site.withPage(withoutScripts, async ({ page }) => {
      expect(await keyFigure(page, '预算')).toBe(inYi(appropriatedFen()));
      expect(await keyFigure(page, '已立项补助额')).toBe(inYi(awardedFen()));
      expect(await keyFigure(page, '已拨付')).toBe(inYi(paidFen()));
      expect(await keyFigure(page, '待付余款')).toBe(inYi(unpaidFen()));
      expect(await pageTitle(page)).toContain(`资金用去 ${inPercent(paidFen(), appropriatedFen())} %`);
      expect(await page.locator('header').getByText('演示数据').isVisible()).toBe(true);
    });
  });

  test('shows the sample’s categories on the quota page', async () => {
    await site.withPage({ ...withoutScripts, path: '/quota' }, async ({ page }) => {
      const lines = await tableLines(block(page, 'categories').getByRole('table'));
      for (const { id, shortName } of categories) {
        expect([shortName, lineOf(lines, shortName)['补助额']]).toEqual([
          shortName,
          inWan(awardedFen({ category: id })),
        ]);
      }
      expect(await page.locator('header').getByText('演示数据').isVisible()).toBe(true);
    });
  });

  test('shows the sample’s places on the comparison page', async () => {
    await site.withPage({ ...withoutScripts, path: '/compare' }, async ({ page }) => {
      const lines = await tableLines(block(page, 'matrix').getByRole('table'));
      expect(lineOf(lines, '合计')['合计']).toBe(String(awarded().length));
      expect(await page.locator('header').getByText('演示数据').isVisible()).toBe(true);
    });
  });

  test('has its charts drawn', async () => {
    for (const [path, id] of [
      ['/', 'timeline'],
      ['/', 'scatter'],
      ['/quota', 'bullet'],
      ['/compare', 'city-ranking'],
    ] as const) {
      await site.withPage({ ...withoutScripts, path }, async ({ page }) => {
        const drawing = block(page, id).locator('svg:visible').first();
        expect(await drawing.locator('path, rect, text').count()).toBeGreaterThan(10);
        expect((await drawing.boundingBox())?.height).toBeGreaterThan(100);
      });
    }
  });
});
