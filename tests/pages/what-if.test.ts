import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { block, engineReady, pageTitle, wordsOf } from './portal-page';
import { inYi } from './sample-rows';
import { SharedPage } from './shared-page';
import { inWan } from './shown-numbers';
import { lineOf, tableLines, type Line } from './table-lines';
import { applicants, fallingOut, isAt, isAwarded, sumsOf, type Sums, type Terms } from './what-if-sums';

let site: TestSite;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await shared.close();
  await site.close();
});

const path = '/policy?view=adjust&item=high-end-upgrade';
const printed: Terms = { percent: 10n, capFen: 4_000_000_000n };
const drafted: Terms = { percent: 8n, capFen: 3_000_000_000n };

const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

/** Waits until the figures are those of what was typed. */
async function answered(page: Page): Promise<void> {
  // Typing is answered when it pauses: the wait begins with the next frame.
  await page.waitForTimeout(50);
  await page.locator('.what-if[aria-busy="false"]').waitFor();
}

async function type(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await field(page, name).fill(value);
  await answered(page);
}

/** Without what the test before typed: a draft is kept while its tab is open. */
async function beginAnew(page: Page): Promise<void> {
  await answered(page);
  const reset = page.getByRole('button', { name: /^(全部复原|Reset all)$/ });
  if (await reset.isEnabled()) await reset.click();
  await page.getByRole('textbox', { name: /^(草案名称|Name of the draft)$/ }).fill('');
  await answered(page);
}

async function withDraft(use: (page: Page) => Promise<void>, at = path): Promise<void> {
  await shared.at(at, async (page) => {
    await beginAnew(page);
    await use(page);
  });
}

const lines = (page: Page, id: string): Promise<Line[]> =>
  tableLines(block(page, `what-if-${id}`).locator('table'));
const sides = ({ 指南: before, 草案: after, 差: difference }: Line) => [before, after, difference];

const signed = (fen: bigint): string => (fen < 0n ? `−${inWan(-fen)}` : inWan(fen));
const shown = (before: bigint, after: bigint) => [inWan(before), inWan(after), signed(after - before)];

/** Cap 4000 → 3000 万元, rate 10 → 8 %. */
const patience = { timeout: 20_000 };

const cut = (page: Page) => type(page, { 最高补助: '3000', 补助比例: '8' });

async function saved(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const waiting: Promise<Download> = page.waitForEvent('download');
  await button.click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

async function exported(page: Page, id: string): Promise<{ name: string; text: string }> {
  await block(page, `what-if-${id}`).getByRole('button', { name: '导出' }).click();
  return saved(page, page.getByRole('menuitem', { name: /表格/ }));
}

const openFile = (page: Page, name: string, text: string): Promise<void> =>
  page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });

describe('a draft that changes nothing', () => {
  test('shows no difference anywhere', async () => {
    await withDraft(async (page) => {
      expect(await pageTitle(page)).toMatch(/^2023 年指南：27 类 \d+ 个数可改/);
      for (const id of ['figures', 'categories', 'places', 'clusters']) {
        const found = await lines(page, id);
        expect(found.length).toBeGreaterThan(7);
        const differences = found.map((line) => line['差'] ?? '').filter(Boolean);
        expect([id, differences.filter((text) => text !== '0' && !text.startsWith('—'))]).toEqual([id, []]);
      }
      expect(await wordsOf(block(page, 'what-if-moves').locator('h2'))).toBe('没有项目出局，也没有项目进入');
      expect(await page.locator('#what-if-changes').count()).toBe(0);
    });
  });

  test('shows “—” and never 0 where the guide leaves the standard to a notice', async () => {
    await withDraft(async (page) => {
      for (const name of ['领军服务商培育', '授牌认定奖励'])
        expect(
          sides(lineOf(await lines(page, 'categories'), name)).every((text) => text?.startsWith('—')),
        ).toBe(true);
    });
  });
});

describe('高端化: cap 4000 → 3000 万元, rate 10 → 8 %', () => {
  const [before, after] = [sumsOf(applicants, printed), sumsOf(applicants, drafted)];

  test('shows the figures of the plain arithmetic, in all and by item, city and cluster', async () => {
    await withDraft(async (page) => {
      await cut(page);
      expect(await pageTitle(page)).toBe(
        `高端化改造升级比例 10→8 %、上限 4,000→3,000 万元：上限合计少 ${inYi(before.ceiling - after.ceiling)} 亿元，没有项目出局`,
      );
      const names: [keyof Sums, string][] = [
        ['ceiling', '上限合计万元'],
        ['awards', '立项补助万元'],
        ['firstYear', '首次拨付万元'],
      ];
      const all = await lines(page, 'figures');
      for (const [sum, name] of names)
        expect([sum, lineOf(all, name)['差']]).toEqual([sum, signed(after[sum] - before[sum])]);
      await block(page, 'what-if-figures').getByText('高端化改造升级', { exact: true }).click();
      const own = await lines(page, 'figures');
      for (const [sum, name] of names)
        expect([sum, ...sides(lineOf(own, name))]).toEqual([sum, ...shown(before[sum], after[sum])]);
      expect(sides(lineOf(own, '申报项目个'))).toEqual([`${applicants.length}`, `${applicants.length}`, '0']);
      expect(sides(lineOf(own, '名额余量个'))[1]).toBe(`${30 - applicants.filter(isAwarded).length}`);

      const categories = await lines(page, 'categories');
      expect(categories.slice(0, 2).map((line) => line['head'])).toEqual(['改动的 1 类', '高端化改造升级']);
      expect(sides(lineOf(categories, '高端化改造升级'))).toEqual(shown(before.ceiling, after.ceiling));
      const places = await lines(page, 'places');
      for (const [name, code] of [
        ['南京', '320100'],
        ['苏州', '320500'],
        ['昆山', '320583'],
      ] as const) {
        const here = applicants.filter(isAt(code));
        const difference = sumsOf(here, drafted).ceiling - sumsOf(here, printed).ceiling;
        expect([name, lineOf(places, name)['差']]).toEqual([name, signed(difference)]);
      }
      const clusters = await lines(page, 'clusters');
      const outside = applicants.filter((row) => row['in_cluster'] === 'false');
      expect(lineOf(clusters, '不属于集群')['差']).toBe(
        signed(sumsOf(outside, drafted).ceiling - sumsOf(outside, printed).ceiling),
      );
    });
  });

  test('marks what was changed, and goes back one by one and as a whole', async () => {
    await withDraft(async (page) => {
      await cut(page);
      const changes = block(page, 'what-if-changes');
      expect(await wordsOf(changes.locator('h2'))).toBe('草案改了 2 处');
      expect(lineOf(await lines(page, 'changes'), '高端化改造升级')).toMatchObject({
        改的是: '补助比例',
        草案: '8\u00A0%',
      });
      expect(await page.locator('.draft-field.changed').count()).toBe(2);
      await page.locator('.draft-field').getByRole('button', { name: '复原：补助比例' }).click();
      expect(await field(page, '补助比例').inputValue()).toBe('10');
      await page.getByRole('button', { name: '全部复原' }).click();
      await answered(page);
      expect(await page.locator('.draft-field.changed').count()).toBe(0);
      expect(lineOf(await lines(page, 'figures'), '上限合计万元')['差']).toBe('0');
      await page.getByRole('button', { name: '恢复之前的草案' }).click();
      expect(await field(page, '最高补助').inputValue()).toBe('3000');
    });
  });

  test('stays while a reader goes to another part and back, and when the page is loaded anew', async () => {
    await withDraft(async (page) => {
      await cut(page);
      const title = await pageTitle(page);
      await page.getByText('条款', { exact: true }).first().click();
      await page.locator('article.item').first().waitFor();
      await page.getByText('调整', { exact: true }).first().click();
      await answered(page);
      expect(await pageTitle(page)).toBe(title);
      await page.reload();
      await engineReady(page);
      await answered(page);
      expect(await pageTitle(page)).toBe(title);
    });
  });

  test('is saved as YAML and opened again with the same result', async () => {
    await withDraft(async (page) => {
      await cut(page);
      await page.getByRole('textbox', { name: '草案名称' }).fill('明年初稿');
      const results = async () => [
        await pageTitle(page),
        await lines(page, 'figures'),
        await lines(page, 'places'),
      ];
      const before = await results();
      const file = await saved(page, page.getByRole('button', { name: '保存草案' }));
      expect(file.name).toBe('draft-2023.yaml');
      expect(file.text).toContain('name: 明年初稿');
      await page.getByRole('button', { name: '全部复原' }).click();
      await answered(page);
      expect(await results()).not.toEqual(before);
      await openFile(page, file.name, file.text);
      await page.getByText('已打开“明年初稿”：2 处改动').waitFor();
      await answered(page);
      expect(await results()).toEqual(before);
    });
  });

  test('is exported as CSV with 演示数据, the name of the draft and exact amounts', async () => {
    await withDraft(async (page) => {
      await cut(page);
      const { name, text } = await exported(page, 'categories');
      expect(name).toMatch(/2023 年指南调整稿_分类别\.csv$/);
      const [about = '', head = '', first = ''] = text.replace('\uFEFF', '').split('\r\n');
      expect(about).toMatch(/^"?演示数据 · 2023 年指南调整稿 · /);
      const cells = first.split(',');
      const at = head.split(',').indexOf('上限合计 (元)：草案');
      const [whole = '', cents = ''] = (cells[at] ?? '').split('.');
      expect([cells[0], BigInt(whole + cents.padEnd(2, '0'))]).toEqual([
        '高端化改造升级',
        sumsOf(applicants, drafted).ceiling,
      ]);
    });
  });
});

describe('a threshold of 总投入 raised from 1 to 3 亿元', () => {
  const out = fallingOut('major-renovation', 10_000_000_000n, 30_000_000_000n);

  test('lists who falls out, with the condition that decides', async () => {
    expect(out.length).toBeGreaterThan(0);
    await withDraft(async (page) => {
      await type(page, { 重大技术改造项目总投入不低于1亿元: '3' });
      expect(await pageTitle(page)).toMatch(new RegExp(`，${out.length} 个项目出局$`));
      const moved = (await lines(page, 'moves')).slice(1);
      expect(moved.map((line) => line['head']).sort()).toEqual(out.map((row) => row['name']).sort());
      expect(new Set(moved.map((line) => line['决定的条件']))).toEqual(
        new Set(['重大技术改造项目总投入不低于1亿元']),
      );
      const notMet = lineOf(await lines(page, 'figures'), '不符合个');
      expect(notMet['差']).toBe(`+${out.length}`);
    });
  });
});

describe('what cannot be used', () => {
  test('is told at the field, and the guide’s value counts', async () => {
    await withDraft(async (page) => {
      await cut(page);
      const title = await pageTitle(page);
      await type(page, { 首次拨付比例: '101' });
      const wrong = field(page, '首次拨付比例');
      const alert = () => wordsOf(page.getByRole('alert'));
      await expect.poll(() => wrong.getAttribute('aria-invalid'), patience).toBe('true');
      await expect.poll(alert, patience).toBe('“101”超出范围：可填 0.01 至 100 %');
      await page.getByText('1 处填得不对，没有采用，仍按指南的数').waitFor();
      await expect.poll(() => pageTitle(page), patience).toBe(title);
      for (const [text, message] of [
        ['', '空着不算改动'],
        ['一半', '“一半”不是数'],
        ['50.001', '太细'],
      ] as const) {
        await wrong.fill(text);
        await expect.poll(alert, patience).toContain(message);
      }
      // An answer that is being computed anew is faded: contrast is that of the answer when it stands.
      await page.locator('.what-if.stale').waitFor({ state: 'detached' });
      await page.waitForFunction(() =>
        [...document.querySelectorAll('.what-if-answer, .what-if > .fig')].every(
          (part) => getComputedStyle(part).opacity === '1',
        ),
      );
      const violations = (
        await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
      ).violations;
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual(
        [],
      );
    });
  });

  test('a file that is no draft, of no guide or of no such item changes nothing', async () => {
    await withDraft(async (page) => {
      await cut(page);
      const title = await pageTitle(page);
      const file = (year: number, item: string) =>
        `id: a\nname: 甲\ncopy_of: ${year}\nchanges:\n  - { item: guides/${year}/${item}, kind: quota, projects: 3 }\n`;
      for (const [name, text, words] of [
        ['bad.yaml', 'id: [', 'bad.yaml'],
        ['list.yaml', '- 1\n', '应为本页“保存草案”存出的 YAML'],
        ['missing.yaml', 'id: a\nname: 甲\ncopy_of: 2023\n', 'changes'],
        ['year.yaml', file(1999, 'alpha'), '草案改的是 1999 年指南，这里没有'],
        ['item.yaml', file(2023, 'no-such-item'), '1 处改动，指南里没有对应的数'],
      ] as const) {
        await openFile(page, name, text);
        const alert = page.getByRole('alert');
        await alert.getByText(name).waitFor();
        expect(await wordsOf(alert)).toContain(words);
        expect(await wordsOf(alert)).toContain('页面上的草案不变');
      }
      await answered(page);
      expect(await pageTitle(page)).toBe(title);
    });
  });

  test('a file of another year goes to that guide; the draft of this one stays', async () => {
    await withDraft(async (page) => {
      await cut(page);
      const text =
        'id: old\nname: 旧稿\ncopy_of: 2020\nchanges:\n  - { item: guides/2020/high-end-upgrade, kind: cap, value: 3500, unit: CNY_10K }\n';
      await openFile(page, 'old.yaml', text);
      await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe('2020');
      await answered(page);
      await expect.poll(() => pageTitle(page)).toContain('3,500 万元');
      await page.goBack();
      await answered(page);
      await expect.poll(() => pageTitle(page)).toContain('4,000→3,000 万元');
    });
  });
});

describe('on other screens', () => {
  test('a phone does not scroll sideways', async () => {
    const context = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
    for (const at of [path, `/en${path}`]) {
      await site.withPage({ path: at, context }, async ({ page }) => {
        await engineReady(page);
        await answered(page);
        expect([at, await page.locator('html').evaluate((root) => root.scrollWidth)]).toEqual([at, 390]);
      });
    }
  });

  test('the dark wall shows the answer without scrolling', async () => {
    const context = { viewport: { width: 1920, height: 1080 } };
    await site.withPage({ path: `${path}&mode=screen&theme=dark`, context }, async ({ page }) => {
      await engineReady(page);
      await answered(page);
      const size = await page
        .locator('html')
        .evaluate(({ scrollHeight, scrollWidth }) => [scrollWidth, scrollHeight]);
      expect(size).toEqual([1920, 1080]);
      expect(await block(page, 'what-if-categories').getByText('合计', { exact: true }).isVisible()).toBe(
        true,
      );
    });
  });

  test('the English page speaks English', async () => {
    await withDraft(async (page) => {
      await field(page, 'Rate').fill('8');
      await answered(page);
      expect(await pageTitle(page)).toMatch(/rate 10→8 %: ceilings .* less, no project falls out$/);
      const words = await page.locator('h1, h2, legend, th').allTextContents();
      expect(words.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    }, `/en${path}`);
  });
});
