import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { engineReady } from './portal-page';

let site: TestSite;
let opened: OpenedPage;
beforeAll(async () => {
  site = await startSite();
  opened = await site.open();
  await engineReady(opened.page);
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

const focused = () => opened.page.evaluate(() => (document.activeElement?.textContent ?? '').trim());

describe('with the keyboard alone', () => {
  test('the first stop is the link past the navigation', async () => {
    const { page } = opened;
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('跳到正文');
    expect(await page.getByRole('link', { name: '跳到正文' }).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await page.keyboard.press('Tab');
    const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
    expect(inMain).toBe(true);
  });

  test('a filter opens, is searched, chosen from, and gives the focus back', async () => {
    const { page } = opened;
    const trigger = page.getByRole('region', { name: '筛选条件' }).getByRole('button', { name: /^地区/ });
    await trigger.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.type('南通');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await expect.poll(() => new URL(page.url()).searchParams.get('region')).toBe('320600');
    await expect.poll(focused).toContain('南通市');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('region')).toBe('320600');
  });

  test('a figure opens with Enter, closes with Escape, and the focus returns to it', async () => {
    const { page } = opened;
    const figure = page.locator('dl').getByRole('button', { name: /^已拨付 / });
    await figure.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    const within = () => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    await expect.poll(within).toBe(true);
    for (let stops = 0; stops < 12; stops += 1) await page.keyboard.press('Tab');
    expect(await within()).toBe(true);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => figure.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
