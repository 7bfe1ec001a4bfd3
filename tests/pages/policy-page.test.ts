import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { engineReady, pageTitle, wordsOf } from './portal-page';
import { capsOf, items2023, printedItem, shownAmount, slugOf } from './policy-rules';
import { SharedPage } from './shared-page';

let site: TestSite;
let opened: OpenedPage;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
  opened = await site.open({ path: '/policy' });
  await engineReady(opened.page);
});
afterAll(async () => {
  await opened.close();
  await shared.close();
  await site.close();
});

const card = (page: Page, slug: string): Locator => page.locator(`article#${slug}`);
const note = (page: Page): Locator => page.getByRole('tooltip');
const search = (page: Page): Locator => page.getByRole('searchbox');

describe('the guide as a document', () => {
  test('has a card for every item of 2023, with quota and caps as the rules say, before any script runs', async () => {
    await site.withPage({ path: '/policy', context: { javaScriptEnabled: false } }, async ({ page }) => {
      expect(await page.locator('article.item').count()).toBe(items2023.length);
      for (const item of items2023) {
        const words = await wordsOf(card(page, slugOf(item.id)).locator('.item-strip'));
        if (item.quota)
          expect([item.id, words]).toEqual([item.id, expect.stringContaining(`≤ ${item.quota.max} 个`)]);
        for (const cap of capsOf(item)) expect(words).toContain(`单项最高 ${shownAmount(cap)}`);
      }
    });
  });

  test('says 另行通知 where the scheme is left to a notice, and never 0', async () => {
    const notices = items2023.filter((item) => item.separate_notice);
    expect(notices.length).toBeGreaterThan(0);
    for (const item of notices) {
      const words = await wordsOf(card(opened.page, slugOf(item.id)).locator('.item-strip'));
      expect(words).toContain('另行通知');
      expect(words).not.toMatch(/(^|\D)0 (万元|个)/);
    }
  });

  test('lists every condition with its clause', async () => {
    const item = printedItem(2023, 'green-upgrade');
    const lines = card(opened.page, 'green-upgrade').locator('.conditions li');
    expect(await lines.count()).toBe(item.conditions.length);
    const marks = await lines.locator('button').allTextContents();
    expect(marks.toSorted()).toEqual(item.conditions.map(({ source }) => source.section).toSorted());
  });

  test('shows the clause and its words on hover, on focus and when pressed; Escape closes it', async () => {
    const { page } = opened;
    const item = printedItem(2023, 'high-end-upgrade');
    const [cap] = capsOf(item);
    if (!cap) throw new Error('the item has no cap');
    const value = card(page, 'high-end-upgrade').getByRole('button', { name: shownAmount(cap), exact: true });
    await value.hover();
    expect(await wordsOf(note(page))).toContain(cap.source.words);
    expect(await wordsOf(note(page))).toContain(cap.source.section);
    await page.mouse.move(0, 0);
    await note(page).waitFor({ state: 'detached' });
    await value.focus();
    await note(page).waitFor();
    expect(await value.getAttribute('aria-describedby')).toBe(await note(page).getAttribute('id'));
    await page.keyboard.press('Escape');
    await note(page).waitFor({ state: 'detached' });
    await value.click();
    await page.mouse.move(0, 0);
    await page.waitForTimeout(400);
    await note(page).waitFor();
    await page.keyboard.press('Escape');
    await note(page).waitFor({ state: 'detached' });
  });

  test('prints the section behind each value', async () => {
    const { page } = opened;
    const mark = card(page, 'high-end-upgrade').locator('.clause-print').first();
    await mark.waitFor({ state: 'hidden' });
    await page.emulateMedia({ media: 'print' });
    await mark.waitFor();
    await page.emulateMedia({ media: null });
  });

  test('opens at the item that a link names, of another year too', async () => {
    await shared.at('/policy?year=2020#green-upgrade', async (page) => {
      const heading = card(page, 'green-upgrade').getByRole('heading', { level: 3 });
      await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeLessThan(300);
      expect((await heading.boundingBox())?.y).toBeGreaterThan(0);
      expect(await pageTitle(page)).toContain('2020 年指南');
    });
  });
});

describe('the search', () => {
  test('finds as one types, marks what it found, and clears with Escape', async () => {
    const { page } = opened;
    await search(page).fill('节能量');
    const found = page.locator('.found');
    await found.waitFor();
    expect(await wordsOf(found)).toContain('绿色化改造升级项目');
    expect(new Set(await found.locator('mark').allTextContents())).toEqual(new Set(['节能量']));
    expect(await wordsOf(page.getByRole('search').getByRole('status'))).toMatch(/\d+ 项中找到 \d+ 处/);
    await card(page, 'green-upgrade').waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await found.waitFor({ state: 'detached' });
    expect(await search(page).inputValue()).toBe('');
    await card(page, 'green-upgrade').waitFor();
  });

  test('leads to the item', async () => {
    const { page } = opened;
    await search(page).fill('节能量');
    await page.locator('.found').getByRole('link', { name: '绿色化改造升级项目' }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#green-upgrade');
    await card(page, 'green-upgrade').waitFor();
  });

  test('opens the annex that it leads to', async () => {
    const { page } = opened;
    await search(page).fill('飞轮储能');
    await page.locator('.found').getByRole('link').first().click();
    await page.locator('#annex-1-26').getByText('飞轮储能系统').waitFor();
    await page.locator('#annex-1-26').getByText('飞轮储能系统').waitFor();
  });

  test('says so when there is nothing, and offers the way back', async () => {
    const { page } = opened;
    await search(page).fill('没有这个词');
    await page.getByText('指南里没有“没有这个词”').waitFor();
    await page.getByRole('button', { name: '清除查找' }).click();
    await card(page, 'green-upgrade').waitFor();
  });
});

describe('2020 beside 2023', () => {
  test('shows for 高端化 what changed and keeps quiet about the rest', async () => {
    await shared.at('/policy?view=compare', async (page) => {
      const group = page.locator('#compare-high-end-upgrade');
      const row = (name: string) =>
        group.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
      expect(await row('补助基数').getAttribute('class')).toBe('changed');
      expect(await wordsOf(row('补助基数'))).toBe('补助基数 固定资产投资 项目总投入 有改动');
      expect(await row('单项最高').getAttribute('class')).toBe('same');
      const green = page.locator('#compare-green-upgrade').getByRole('row').filter({ hasText: '单项最高' });
      const [before, after] = [2020, 2023].map(
        (year) => capsOf(printedItem(year, 'green-upgrade'))[0]?.value ?? 0,
      );
      const percent = Math.round((((after ?? 0) - (before ?? 0)) / (before ?? 1)) * 100);
      expect(await wordsOf(green)).toContain(`（−${Math.abs(percent)} %）`);
      expect(await pageTitle(page)).toMatch(/^2020 → 2023：\d+ 组对应/);
    });
  });
});

describe('the calculator', () => {
  const threshold = printedItem(2023, 'green-upgrade').conditions.find(
    ({ test: asked }) => asked.fact === 'total_input' && asked.at_least !== undefined,
  )?.test.at_least;
  const path = '/policy?view=calculate&item=green-upgrade';
  const field = (page: Page) => page.getByRole('textbox', { name: '项目总投入', exact: true });

  test('answers at once: at the threshold eligible, one 分 below not, unknown undetermined', async () => {
    if (threshold === undefined) throw new Error('the item has no threshold on its input');
    await shared.at(path, async (page) => {
      await page.getByRole('button', { name: '填入示例' }).click();
      await field(page).fill(String(threshold));
      await expect.poll(() => pageTitle(page)).toMatch(/：符合/);
      await field(page).fill(`${threshold - 1}.999999`);
      await expect.poll(() => pageTitle(page)).toMatch(/：不符合，1 条/);
      await field(page).fill('');
      await expect.poll(() => pageTitle(page)).toMatch(/：待核实/);
      expect(await page.locator('#clauses tr').filter({ hasText: '待核实' }).count()).toBeGreaterThan(0);
      expect(await wordsOf(page.locator('#ceiling'))).toContain('缺少补助基数');
    });
  });

  test('remembers the facts in the address, and shows them again', async () => {
    await shared.at(path, async (page) => {
      await field(page).fill('12000');
      await expect.poll(() => new URL(page.url()).searchParams.get('facts')).toBe('total_input:12000');
      await page.reload();
      await engineReady(page);
      expect(await field(page).inputValue()).toBe('12000');
      const [cap] = capsOf(printedItem(2023, 'green-upgrade'));
      expect(await wordsOf(page.locator('#ceiling h2'))).toBe(`最高可补 ${cap ? shownAmount(cap) : ''}`);
      await page.getByRole('button', { name: '清空' }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('facts')).toBeNull();
    });
  });

  test('tells at the field what it does not understand', async () => {
    await shared.at(path, async (page) => {
      await field(page).fill('很多');
      expect(await field(page).getAttribute('aria-invalid')).toBe('true');
      expect(await wordsOf(page.getByRole('alert'))).toContain('“很多”不是金额');
      await field(page).fill('1.5亿元');
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await field(page).getAttribute('aria-invalid')).toBeNull();
    });
  });

  test('of a separate notice is never an amount', async () => {
    await site.withPage(
      { path: '/policy?view=calculate&item=leading-service-providers' },
      async ({ page }) => {
        await engineReady(page);
        expect(await wordsOf(page.locator('#ceiling'))).toContain('不可计算，不作 0');
        expect(await page.locator('#ceiling table').count()).toBe(0);
        expect(await pageTitle(page)).toContain('待核实');
      },
    );
  });
});

test('the English page speaks English but for the printed words', async () => {
  await site.withPage({ path: '/en/policy', context: { javaScriptEnabled: false } }, async ({ page }) => {
    const headings = await page.locator('h1, h2, h4').allTextContents();
    expect(headings.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    expect(await wordsOf(page.locator('article#green-upgrade h3'))).toContain(
      printedItem(2023, 'green-upgrade').name.en,
    );
  });
});
