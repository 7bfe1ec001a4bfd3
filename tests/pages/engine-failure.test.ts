import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { keyFigure } from './portal-page';
import { awardedFen } from './sample-answers';
import { inYi } from './sample-rows';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('without an engine', () => {
  test('the page keeps the sample’s figures and says what does not work', async () => {
    const expected = [/^console: .*/];
    await site.withPage({ path: '/favicon.svg', expected }, async ({ page, context }) => {
      await context.route('**/*.wasm', (route) => route.abort());
      await page.goto(`${site.url}/`);
      const notice = page.getByRole('alert').filter({ hasText: '数据引擎' });
      await notice.waitFor({ timeout: 60_000 });
      expect(await notice.innerText()).toContain('页面上的演示数据仍可阅读');
      expect(await notice.getByRole('button', { name: '再试一次' }).isVisible()).toBe(true);
      expect(await keyFigure(page, '已立项补助额')).toBe(inYi(awardedFen()));
      expect(await page.locator('section#timeline svg:visible').count()).toBeGreaterThan(0);

      await context.unroute('**/*.wasm');
      await notice.getByRole('button', { name: '再试一次' }).click();
      await page.locator('.engine-line').waitFor({ state: 'attached' });
      await page.locator('.engine-line').waitFor({ state: 'detached', timeout: 60_000 });
      expect(await notice.count()).toBe(0);
    });
  });
});
