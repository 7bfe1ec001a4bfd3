import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSample } from '$data/sample/load-sample';
import { datasetsOf } from '$lib/library/library-meta';
import { exampleAbout } from '$lib/library/package/example-library';
import { hashRows } from '$lib/library/package/hash-rows';
import { writePackage } from '$lib/library/package/write-package';
import { startSite, type TestSite } from '../browser/site';
import { chooseFilter, engineReady, pageTitle, settled } from './portal-page';
import { applied, awarded, awardedFen, paidFen } from './sample-answers';
import { inYi, sampleTable, sum } from './sample-rows';
import { SharedPage } from './shared-page';
import { inCount, inWan } from './shown-numbers';
import { tableLines, type Line } from './table-lines';

let site: TestSite;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await shared.close();
  await site.close();
});

const grid = (page: Page) => page.getByRole('grid');
const bodyLines = (page: Page): Promise<Line[]> => tableLines(grid(page));
const rowCount = async (page: Page): Promise<number> =>
  Number(await grid(page).getAttribute('aria-rowcount')) - 1;
const addressOf = (page: Page) => new URL(page.url()).searchParams;

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: '查找项目' }).fill(words);
  await expect.poll(() => addressOf(page).get('find') ?? '').toBe(words);
}
const sortBy = (page: Page, head: string) =>
  grid(page)
    .locator('.th-sort')
    .filter({ hasText: new RegExp(`^${head}$`) })
    .click();

describe('the list of projects', () => {
  test('has its count, its sums and its first rows before any script runs', async () => {
    const context = { javaScriptEnabled: false };
    await site.withPage({ path: '/projects', context }, async ({ page }) => {
      const title = await pageTitle(page);
      expect(title).toContain(
        `${applied().length} 个项目，申请 ${inYi(sum(applied(), 'requested_fen'))} 亿元`,
      );
      expect(title).toContain(`立项 ${awarded().length} 个，补助额 ${inYi(awardedFen())} 亿元`);
      expect(title).toContain(`已付 ${inYi(paidFen())} 亿元`);
      const most = awarded()
        .map((row) => BigInt(row['award_fen'] ?? '0'))
        .reduce((a, b) => (a > b ? a : b));
      expect((await bodyLines(page))[0]?.['补助额']).toBe(inWan(most));
      expect(await page.locator('header').getByText('演示数据').isVisible()).toBe(true);
    });
  });

  test('lists every application of the year, with sums to the 万元', async () => {
    await shared.at('/projects', async (page) => {
      expect(await rowCount(page)).toBe(applied().length);
      const foot = await grid(page).locator('tfoot td').allInnerTexts();
      expect(foot[0]).toBe(`合计 ${inCount(applied().length)} 个`);
      expect(foot).toContain(inWan(sum(applied(), 'requested_fen')));
      expect(foot).toContain(inWan(awardedFen()));
      expect(foot).toContain(inWan(paidFen()));
    });
  });

  test('sorts by any head: Chinese by sound, money by size, missing last with its reason', async () => {
    await shared.at('/projects', async (page) => {
      await sortBy(page, '承担单位');
      await expect.poll(() => addressOf(page).get('sort')).toBe('recipient');
      const byPinyin = new Intl.Collator('zh-u-co-pinyin', { numeric: true });
      const expected = applied()
        .map((row) => row['recipient_name'] ?? '')
        .sort(byPinyin.compare);
      const shown = (await bodyLines(page)).slice(0, 20).map((line) => line['承担单位']);
      expect(shown).toEqual(expected.slice(0, 20));

      for (const direction of ['descending', 'ascending']) {
        await sortBy(page, '补助额');
        await grid(page).locator(`th[aria-sort="${direction}"]`).getByText('补助额').waitFor();
        await grid(page).focus();
        // The head turns first; rows that are still being sorted begin at their top again.
        await expect
          .poll(async () => {
            await page.keyboard.press('End');
            return (await bodyLines(page)).at(-1)?.['补助额'] ?? '';
          })
          .toMatch(/^—(未立项|尚未立项)$/);
      }
    });
  });

  test('is searched by name, recipient, number, place and pinyin initials', async () => {
    await shared.at('/projects', async (page) => {
      const [one] = applied();
      if (!one) throw new Error('the sample is empty');
      for (const words of [one['project_id'] ?? '', one['recipient_name'] ?? '']) {
        await search(page, words);
        const wanted = applied().filter((row) =>
          [row['project_id'], row['recipient_name'], row['name']].some((text) => text?.includes(words)),
        );
        await expect.poll(() => rowCount(page)).toBe(wanted.length);
      }
      await search(page, '高端化改造');
      const found = applied().filter((row) => row['name']?.includes('高端化改造'));
      await expect.poll(() => rowCount(page)).toBe(found.length);
      expect(await pageTitle(page)).toContain(`${found.length} 个项目`);
      await search(page, 'gdhgz');
      await expect.poll(() => rowCount(page)).toBe(found.length);
      await search(page, '沭阳');
      const inPlace = applied().filter((row) => row['county_adcode'] === '321322');
      await expect.poll(() => rowCount(page)).toBeGreaterThanOrEqual(inPlace.length);
      await search(page, '没有这样的项目');
      await page.getByText('查找“没有这样的项目”没有结果').waitFor();
      await page.getByRole('button', { name: '不查找' }).click();
      await expect.poll(() => rowCount(page)).toBe(applied().length);
    });
  });

  test('follows the filters of the portal, and keeps search and order', async () => {
    await shared.at('/projects?sort=-requested&find=%E6%94%B9%E9%80%A0', async (page) => {
      await chooseFilter(page, '地区', '南通市');
      await settled(page);
      const wanted = applied({ place: '320600' }).filter((row) => row['name']?.includes('改造'));
      await expect.poll(() => rowCount(page)).toBe(wanted.length);
      expect(addressOf(page).get('sort')).toBe('-requested');
      expect(addressOf(page).get('find')).toBe('改造');
    });
  });

  test('remembers the choice of columns in the address', async () => {
    await shared.at('/projects', async (page) => {
      await page.getByRole('button', { name: /^选列/ }).click();
      await page.getByRole('checkbox', { name: '项目编号' }).check();
      await page.getByRole('checkbox', { name: '承担单位' }).uncheck();
      await page.keyboard.press('Escape');
      await page.reload();
      await engineReady(page);
      const heads = await grid(page).getByRole('columnheader').allInnerTexts();
      expect(heads).toContain('项目编号');
      expect(heads).not.toContain('承担单位');
    });
  });

  test('keeps views by name in this browser', async () => {
    await site.withPage({ path: '/projects' }, async ({ page }) => {
      await engineReady(page);
      await sortBy(page, '待付');
      await expect.poll(() => addressOf(page).get('sort')).toBe('-unpaid');
      await page.getByRole('button', { name: /^视图/ }).click();
      await page.getByLabel('给现在的条件、列和排序起个名').fill('待付在前');
      await page.getByRole('button', { name: '存下' }).click();
      await page.goto(`${site.url}/projects`);
      await engineReady(page);
      expect(addressOf(page).get('sort')).toBeNull();
      await page.getByRole('button', { name: /^视图/ }).click();
      await page.getByRole('button', { name: '待付在前', exact: true }).click();
      await expect.poll(() => addressOf(page).get('sort')).toBe('-unpaid');
      await grid(page).locator('th[aria-sort="descending"]').getByText('待付').waitFor();
    });
  });

  test('exports what it shows, with what it is in the first line', async () => {
    await shared.at('/projects?region=320600', async (page) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /^导出/ }).click(),
      ]);
      const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
      const here = applied({ place: '320600' });
      expect(lines[0]).toContain('演示数据');
      expect(lines[0]).toContain('南通');
      expect(lines).toHaveLength(here.length + 2);
      const requested = (lines[1] ?? '').split(',').findIndex((head) => head.startsWith('申请'));
      const cents = lines
        .slice(2)
        .map((line) => BigInt(Math.round(Number(line.split(',')[requested]) * 100)))
        .reduce((a, b) => a + b, 0n);
      expect(cents).toBe(sum(here, 'requested_fen'));
    });
  });

  test('is walked with the arrows and opened with Enter', async () => {
    await shared.at('/projects', async (page) => {
      await grid(page).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const active = grid(page).locator('tr[aria-selected="true"]');
      expect(await active.getAttribute('aria-rowindex')).toBe('3');
      const id = await active.getAttribute('id');
      expect(await grid(page).getAttribute('aria-activedescendant')).toBe(id);
      const href = await active.getByRole('link').getAttribute('href');
      await page.keyboard.press('End');
      await expect.poll(() => active.getAttribute('aria-rowindex')).toBe(String(applied().length + 1));
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === href);
    });
  });

  test('shows a phone names and the figure that it is sorted by', async () => {
    const context = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    await site.withPage({ path: '/projects', context }, async ({ page }) => {
      await engineReady(page);
      expect(await grid(page).getByRole('columnheader').count()).toBe(2);
      const reach = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(reach).toBe(390);
    });
  });
});

describe('a library of a hundred thousand projects', () => {
  const copies = Math.ceil(100_000 / sampleTable('project').length);

  /** The sample many times over, as the files that the page fetches. */
  function bigPackage(): Record<string, Uint8Array> {
    const { meta, rows } = loadSample();
    const project = Array.from({ length: copies }, (_, copy) =>
      rows.project.map((row) => ({ ...row, project_id: `${row.project_id}-${copy}`, guide_year: 2023 })),
    ).flat();
    const big = { ...rows, project, tranche: [], disbursement: [], recovery: [], sub_quota_member: [] };
    const counts = Object.fromEntries(
      Object.entries(big).map(([table, list]) => [table, list.length]),
    ) as typeof meta.counts;
    const described = { ...meta, counts, hash: hashRows(big), datasets: datasetsOf(big), guideYears: [2023] };
    return writePackage({ meta: described, rows: big }, exampleAbout);
  }

  test('scrolls through a few rows at a time, and sorts and searches while one waits', async () => {
    const files = bigPackage();
    const opened = await site.open({ path: '/data' });
    const { page } = opened;
    await page.route(/\/_app\/immutable\/assets\/[a-z_]+\.[^/]+\.(csv|json)$/, (route) => {
      const name = /assets\/([a-z_]+)\.[^/]+\.(csv|json)$/.exec(route.request().url());
      const body = files[`${name?.[1]}.${name?.[2]}`];
      return body ? route.fulfill({ body: Buffer.from(body) }) : route.continue();
    });
    await page.goto(`${site.url}/projects`);
    await engineReady(page);
    const total = copies * sampleTable('project').length;
    await expect.poll(() => rowCount(page), { timeout: 60_000 }).toBe(total);

    const frame = page.locator('.projects-table');
    /** Frames while the list is scrolled by so much at a time: how many rows stand in the page, and ms a frame. */
    const scrolled = (by: number) =>
      frame.evaluate(async (element, distance) => {
        const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
        element.scrollTop = 0;
        const times: number[] = [];
        let drawn = 0;
        let last = await next();
        for (let step = 0; step < 60; step += 1) {
          element.scrollTop += distance;
          const now = await next();
          times.push(now - last);
          last = now;
          drawn = Math.max(drawn, element.querySelectorAll('tbody tr').length);
        }
        return { drawn, median: times.sort((a, b) => a - b)[30] ?? 0 };
      }, by);
    const [wheel, leaps] = [await scrolled(120), await scrolled(total / 2)];
    console.log(
      `100,000 rows: a frame takes ${wheel.median.toFixed(0)} ms, after a leap ${leaps.median.toFixed(0)} ms`,
    );
    expect(Math.max(wheel.drawn, leaps.drawn)).toBeLessThan(90);
    // The median: a busy machine may drop single frames.
    expect(wheel.median).toBeLessThan(100);
    expect(leaps.median).toBeLessThan(300);
    const started = Date.now();
    await sortBy(page, '项目');
    await grid(page).locator('th[aria-sort="ascending"]').getByText('项目').waitFor();
    await search(page, '沭阳');
    await expect.poll(() => rowCount(page)).toBeLessThan(total);
    expect(Date.now() - started).toBeLessThan(15_000);
    console.log(`sorted by name and searched in ${Date.now() - started} ms`);
    await opened.close();
  }, 240_000);
});
