import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import {
  centresOn,
  clausesOf,
  emptyFields,
  foundingOf,
  missingReports,
  results,
  type Answer,
} from './centre-sums';
import { fileName, messyWorkbook } from './fixture-files';
import { block, engineReady, goTo, importFiles, pageTitle, settled, wordsOf } from './portal-page';
import type { CsvRow } from './sample-rows';
import { SharedPage } from './shared-page';
import { tableLines } from './table-lines';

let site: TestSite;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await shared.close();
  await site.close();
});

const asOf = '2026-09-30';
const bare = (text: string | undefined) => (text ?? '').replace(/[\s\d条]/g, '');
const count = (centres: readonly CsvRow[], day: string, answer: Answer) =>
  centres.filter((one) => foundingOf(one, day) === answer).length;

/** The figure of the opening row with its unit. */
const keyWords = (page: Page, label: string): Promise<string> =>
  page
    .locator('dl.keys div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('.key-figure')
    .innerText();

/** The list, the key row and the fields of the page are those of the loops. */
async function expectCentres(page: Page, centres: readonly CsvRow[], day: string): Promise<void> {
  const lines = await tableLines(block(page, 'centres').getByRole('table'));
  expect(lines).toHaveLength(centres.length);
  for (const centre of centres) {
    const line = lines.find(({ head }) => head?.startsWith(centre['name'] ?? '-') === true);
    expect([centre['name'], bare(line?.['组建条件'])]).toEqual([centre['name'], foundingOf(centre, day)]);
    const missing = centre['approved_on'] === '' ? '—' : String(missingReports(centre, day));
    expect([centre['name'], line?.['缺报']?.[0]]).toEqual([centre['name'], missing]);
  }
  expect(Number.parseInt(await keyWords(page, '创新中心'))).toBe(centres.length);
  expect(Number.parseInt(await keyWords(page, '组建条件全部符合'))).toBe(count(centres, day, '符合'));
  const none = await block(page, 'fields').locator('tr.no-centre th').allInnerTexts();
  expect(none.map((name) => name.trim())).toEqual(emptyFields(centres));
}

describe('the list of innovation centres', () => {
  test('agrees with plain loops before any script runs, title and fields included', async () => {
    const context = { javaScriptEnabled: false };
    await site.withPage({ path: '/centres', context }, async ({ page }) => {
      const centres = centresOn(asOf);
      await expectCentres(page, centres, asOf);
      const empty = emptyFields(centres).length;
      expect(await pageTitle(page)).toBe(
        `${centres.length} 家创新中心覆盖 23 个重点领域中的 ${23 - empty} 个，${empty} 个尚无中心`,
      );
      const shown = await block(page, 'fields').locator('.centre-cell a').count();
      expect(shown).toBe(centres.length);
    });
  });

  test.each<[string, string, string, string | undefined]>([
    ['a city', 'region=320200', asOf, '320200'],
    ['an earlier day', 'date=2025-06-30', '2025-06-30', undefined],
  ])('of %s agrees with plain loops', async (_, query, day, city) => {
    await shared.at(`/centres?${query}`, async (page) => {
      await settled(page);
      await expectCentres(page, centresOn(day, city), day);
    });
  });

  test('tells grades apart by shape and word, and shows every result of the table', async () => {
    await site.withPage({ path: '/centres' }, async ({ page }) => {
      const marks = await block(page, 'grades')
        .locator('td .grade')
        .evaluateAll((all) =>
          all.map((one) => [one.textContent?.trim() ?? '', one.querySelector('svg')?.innerHTML ?? '']),
        );
      const graded = results.filter((row) => row['aspect_id'] === '' && row['grade_id'] !== '');
      expect(marks).toHaveLength(graded.length);
      const byWord = new Map(marks.map(([word = '', shape = '']) => [word, shape]));
      expect([...byWord.keys()].sort()).toEqual(['不合格', '优秀', '合格', '良好'].sort());
      expect(new Set(byWord.values()).size).toBe(4);
    });
  });
});

describe('one centre', () => {
  const failed = results.find((row) => row['grade_id'] === 'failed' && row['year'] === '2025');
  const centre = centresOn(asOf).find((row) => row['centre_id'] === failed?.['centre_id']) ?? {};
  const path = `/centres?centre=${centre['centre_id'] ?? ''}`;

  test('answers every founding condition with its clause, its fact and the row of the fact', async () => {
    await shared.at(path, async (page) => {
      await block(page, 'founding').waitFor();
      const rows = await block(page, 'founding')
        .locator('tbody tr:not(.area)')
        .evaluateAll((all) =>
          all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
        );
      const shown = rows.map((cells) => [cells[0], cells[1]]);
      const wanted = clausesOf(centre, asOf);
      expect(shown.sort()).toEqual(wanted.map(({ name, answer }) => [name, answer]).sort());
      expect(rows.filter((cells) => !/^第\s\d+\s行$|^—$/.test(cells[5] ?? ''))).toEqual([]);
      expect(rows.filter((cells) => !/^[一二]\//.test(cells[6] ?? ''))).toEqual([]);
      const missed = wanted.filter(({ decides, answer }) => decides && answer === '不符合').length;
      expect(await pageTitle(page)).toBe(`${centre['name']}：${missed} 条组建条件不符合`);
    });
  });

  test('shows its assessments aspect by aspect, and the end of its year to mend', async () => {
    await shared.at(path, async (page) => {
      await block(page, 'assessments').waitFor();
      const own = results.filter((row) => row['centre_id'] === centre['centre_id']);
      const cells = await block(page, 'assessments').locator('tbody td .n:not(.clause-mark)').allInnerTexts();
      const wanted = own.map((row) => Number(row['points']).toFixed(1));
      expect([...cells].sort()).toEqual([...wanted].sort());
      expect(await wordsOf(block(page, 'assessments'))).toMatch(
        /建设情况（4 个方面）[\s\S]*运行情况（6 个方面）/,
      );
      expect(await block(page, 'cycle').getByRole('heading').innerText()).toBe('整改期至 2026-12-31');
      const missing = await block(page, 'reports').locator('td.strong').count();
      expect(missing).toBe(missingReports(centre, asOf));
    });
  });

  test('is opened from the list, keeps its place in the address, and leads back', async () => {
    await shared.at('/centres', async (page) => {
      await block(page, 'centres')
        .getByRole('link', { name: centre['name'] ?? '-' })
        .click();
      await block(page, 'founding').waitFor();
      expect(new URL(page.url()).searchParams.get('centre')).toBe(centre['centre_id']);
      await page.goBack();
      await block(page, 'fields').waitFor();
      await page.goForward();
      await block(page, 'founding').waitFor();
    });
  });

  test('that the library does not hold is named', async () => {
    await shared.at('/centres?centre=nobody', async (page) => {
      await settled(page);
      expect(await pageTitle(page)).toBe('没有编号为 nobody 的创新中心');
    });
  });
});

test('a library without centres says so and how to bring them in', async () => {
  await site.withPage({ path: '/data' }, async ({ page }) => {
    await engineReady(page);
    await importFiles(page, [messyWorkbook]);
    await block(page, 'files').getByText(fileName(messyWorkbook)).waitFor();
    await goTo(page, '创新中心');
    await expect.poll(() => pageTitle(page)).toBe('没有创新中心数据');
  });
});
