import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { engineReady, goTo } from './portal-page';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const pages = ['概览', '预算与名额', '集群与城市', '指南', '数据'];
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const wall = { viewport: { width: 1920, height: 1080 } };

/** How far the page reaches beyond the window, in pixels. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return { sideways: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });

describe('on a phone', () => {
  test('no page scrolls sideways', async () => {
    await site.withPage({ context: phone }, async ({ page }) => {
      await engineReady(page);
      for (const name of pages) {
        await goTo(page, name);
        expect([name, (await overflow(page)).sideways]).toEqual([name, 0]);
      }
    });
  });

  test('no prerendered page scrolls sideways, in English either', async () => {
    for (const path of [
      '/',
      '/quota',
      '/targets',
      '/deadlines',
      '/en/deadlines',
      '/compare',
      '/centres',
      '/platforms',
      '/policy',
      '/data',
      '/en',
      '/en/quota',
      '/en/compare',
      '/en/centres',
      '/en/policy',
      '/en/data',
    ]) {
      await site.withPage({ path, context: { ...phone, javaScriptEnabled: false } }, async ({ page }) => {
        const width = await page.locator('html').evaluate((root) => root.scrollWidth);
        expect([path, width]).toEqual([path, 390]);
      });
    }
  });
});

/** Pictures that reach below the block they stand in, by the block's id. */
const cutPictures = (page: Page): Promise<string[]> =>
  page.locator('section.fig:visible').evaluateAll((blocks) =>
    blocks.flatMap((block) => {
      const end = block.getBoundingClientRect().bottom + 1;
      const isCut = [...block.querySelectorAll('.chart svg, .tiles')].some(
        (picture) => picture.getBoundingClientRect().bottom > end,
      );
      return isCut ? [block.id] : [];
    }),
  );

describe('on the wall', () => {
  for (const path of ['/', '/quota', '/targets', '/deadlines', '/compare', '/centres', '/policy']) {
    test(`${path} fills one dark screen without scrolling`, async () => {
      await site.withPage({ path: `${path}?mode=screen&theme=dark`, context: wall }, async ({ page }) => {
        await engineReady(page);
        expect(await overflow(page)).toEqual({ sideways: 0, down: 0 });
        const root = page.locator('html');
        expect(await root.getAttribute('data-mode')).toBe('screen');
        expect(await root.getAttribute('data-theme')).toBe('dark');
        const [red = 255] = await page
          .locator('body')
          .evaluate((body) => (getComputedStyle(body).backgroundColor.match(/\d+/g) ?? []).map(Number));
        expect(red).toBeLessThan(80);
        const shown = await page.locator('section.fig:visible').count();
        expect(shown).toBeGreaterThan(0);
        expect(await cutPictures(page)).toEqual([]);
        expect(await page.getByText('演示数据').first().isVisible()).toBe(true);
      });
    });
  }
});

describe('on paper', () => {
  test('the navigation stays behind, the sample mark goes along, and the pages print', async () => {
    await site.withPage({}, async ({ page }) => {
      await engineReady(page);
      for (const name of pages.slice(0, 3)) {
        await goTo(page, name);
        await page.emulateMedia({ media: 'print' });
        expect(await page.getByRole('navigation', { name: '主要栏目' }).isVisible()).toBe(false);
        expect(await page.getByText('演示数据').first().isVisible()).toBe(true);
        const pdf = await page.pdf({ format: 'A4', printBackground: true });
        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
        expect(pdf.length).toBeGreaterThan(30_000);
        await page.emulateMedia({ media: null });
      }
    });
  });
});
