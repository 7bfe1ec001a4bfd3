import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { block, goTo, settled, wordsOf } from './portal-page';
import { areas, cities, clusters } from './rule-words';
import { asOf, awarded } from './sample-answers';
import { sampleTable } from './sample-rows';
import { SharedPage } from './shared-page';
import { lineOf, tableLines, type Line } from './table-lines';
import { resultsOf } from './target-sums';

let site: TestSite;
const shared = new SharedPage(() => site);
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await shared.close();
  await site.close();
});

const category = 'guides/2023/specialised-sme';
const number = (text: string | undefined) => Number((text ?? '').replaceAll(',', '').replace('\u2212', '-'));

const opened = (path: string, use: (page: Page) => Promise<void>) => shared.at(path, use);
const linesOf = (page: Page, id: string): Promise<Line[]> =>
  tableLines(block(page, id).getByRole('table').first());
const asTable = (page: Page, id: string) =>
  block(page, id).getByRole('button', { name: '表', exact: true }).click();

/** Targets of a category's awarded projects for the indicator that most of them have, with what was reported last. */
function indicatorOf(id: string) {
  const ids = new Set(awarded({ category: id }).map((row) => row['project_id']));
  const targets = sampleTable('target').filter((row) => ids.has(row['project_id']));
  const key = (row: Record<string, string>) => `${row['form_id']} ${row['indicator_key']}`;
  const sums = new Map<string, number>();
  for (const row of targets)
    if (row['target_number'] !== '') sums.set(key(row), (sums.get(key(row)) ?? 0) + 1);
  const reports = sampleTable('progress').filter(
    (row) => ids.has(row['project_id']) && (row['period_end'] ?? '') <= asOf && row['actual_number'] !== '',
  );
  return (cell: string) =>
    targets
      .filter((row) => key(row) === cell)
      .map((row) => {
        const own = reports.filter(
          (report) => report['project_id'] === row['project_id'] && key(report) === cell,
        );
        own.sort((a, b) => ((a['period_end'] ?? '') < (b['period_end'] ?? '') ? -1 : 1));
        const last = own.at(-1)?.['actual_number'];
        return { target: Number(row['target_number']), actual: last === undefined ? null : Number(last) };
      });
}

describe('the way down', () => {
  test('goes from the fund over area and category to the projects, and back by the breadcrumb', async () => {
    const [area] = areas;
    const [first] = area?.categories ?? [];
    if (!area || !first) throw new Error('the guide has no areas');
    await opened('/targets', async (page) => {
      await block(page, 'dual').getByRole('link', { name: area.shortName }).first().click();
      const crumbs = page.getByRole('navigation', { name: '所在位置' });
      await crumbs.waitFor();
      await settled(page);
      const inArea = await linesOf(page, 'dual');
      expect(inArea).toHaveLength(area.categories.length + 1);
      await block(page, 'dual').getByRole('link', { name: first.shortName }).click();
      await block(page, 'projects').waitFor();
      await settled(page);
      const projects = await linesOf(page, 'projects');
      expect(projects).toHaveLength(awarded({ category: first.id }).length);
      expect(new Set(Object.keys(projects[0] ?? {}))).toEqual(
        new Set(['head', '地区', '补助额', '资金', '资金灯', '目标', '目标灯', '完成率', '差，点', '得分']),
      );
      expect((await wordsOf(crumbs)).replace(/\s/g, '')).toBe(
        `专项资金${area.shortName}${first.shortName}`.replace(/\s/g, ''),
      );
      await crumbs.getByRole('link').first().click();
      await block(page, 'red').waitFor();
      await settled(page);
      expect(new URL(page.url()).search).toBe('');
    });
  });
});

describe('one indicator', () => {
  test('shows the spread, the latest values of all projects and their targets as plain loops give them', async () => {
    const cell = '1-14 new-ip';
    const values = indicatorOf(category)(cell);
    const known = values.flatMap(({ target, actual }) => (actual === null ? [] : [{ target, actual }]));
    const reached = known.filter(({ target, actual }) => actual >= target).length;
    await opened(`/targets?category=${category}&cell=${cell.replace(' ', '+')}`, async (page) => {
      const title = await wordsOf(block(page, 'spread').getByRole('heading'));
      expect(title.replace(/\s/g, '')).toContain(`${known.length}个项目有数，${reached}个达到目标`);
      await asTable(page, 'spread');
      const spread = await linesOf(page, 'spread');
      expect(spread.reduce((sum, line) => sum + number(line['项目']), 0)).toBe(values.length);
      expect(number(lineOf(spread, '无值')['项目'])).toBe(values.length - known.length);
      const above = spread.filter(({ head }) => /^1[03]0/.test(head ?? ''));
      expect(above.reduce((sum, line) => sum + number(line['项目']), 0)).toBe(reached);

      await asTable(page, 'history');
      const last = (await linesOf(page, 'history')).at(-1) ?? {};
      expect(number(last['实际值'])).toBe(known.reduce((sum, { actual }) => sum + actual, 0));
      expect(number(last['目标值'])).toBe(known.reduce((sum, { target }) => sum + target, 0));

      await asTable(page, 'target-scatter');
      expect(await linesOf(page, 'target-scatter')).toHaveLength(values.length);
    });
  });

  test('is chosen in the table of indicators, stands in the address, and leads to its worst project', async () => {
    await opened(`/targets?category=${category}`, async (page) => {
      const links = block(page, 'indicators').getByRole('table').getByRole('link');
      const name = (await links.nth(4).innerText()).trim();
      await links.nth(4).click();
      await settled(page);
      await expect.poll(() => wordsOf(block(page, 'spread').getByRole('heading'))).toContain(name);
      expect(new URL(page.url()).searchParams.get('cell')).not.toBeNull();
      const shares = (await linesOf(page, 'extremes')).flatMap((line) =>
        line['完成率'] ? [Number.parseInt(line['完成率'], 10)] : [],
      );
      expect(shares.slice(0, 5)).toEqual([...shares.slice(0, 5)].sort((a, b) => a - b));
      expect(shares.slice(5)).toEqual([...shares.slice(5)].sort((a, b) => b - a));
      await block(page, 'extremes').getByRole('link').first().click();
      await block(page, 'life').waitFor();
    });
  });
});

describe('lights by city and by cluster', () => {
  const points = (pace: number | null) => (pace === null ? '—' : String(Math.round(pace * 100)));

  test('agree with plain loops over each city’s and each cluster’s rows', async () => {
    await opened('/targets', async (page) => {
      const places = await linesOf(page, 'places');
      for (const { adcode, short } of cities) {
        const line = places.find(({ head }) => head === short);
        expect(Number(line?.['项目'] ?? 0), short).toBe(awarded({ place: adcode }).length);
        if (line)
          expect(line['目标']?.replace(/[^\d—].*$/, ''), short).toBe(
            points(resultsOf({ place: adcode }).pace),
          );
      }
      const byCluster = await linesOf(page, 'clusters');
      const counts = new Map(byCluster.map((line) => [line['head'], Number(line['项目'])]));
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(awarded().length);
      for (const { id } of clusters) {
        const { pace } = resultsOf({ cluster: id });
        const own = awarded({ cluster: id }).length;
        if (own > 0)
          expect(
            byCluster.some(
              (line) =>
                Number(line['项目']) === own && line['目标']?.replace(/[^\d—].*$/, '') === points(pace),
            ),
            id,
          ).toBe(true);
      }
    });
  });

  test('lead down to a city’s own figures', async () => {
    const [city] = cities;
    await opened('/targets', async (page) => {
      await block(page, 'places')
        .getByRole('link', { name: city?.short ?? '' })
        .click();
      await settled(page);
      expect(new URL(page.url()).searchParams.get('region')).toBe(city?.adcode);
      await expect.poll(async () => (await linesOf(page, 'places')).length).toBe(1);
    });
  });
});

describe('the scoring variant', () => {
  const meanOf = async (page: Page) => number((await linesOf(page, 'grades'))[0]?.['head'] ?? '');

  test('is named, stands in the address and changes the scores at once', async () => {
    await opened('/targets', async (page) => {
      const grades = block(page, 'grades');
      const before = await wordsOf(grades.getByRole('table'));
      const choice = grades.getByRole('combobox');
      const names = await choice.locator('option').allTextContents();
      expect(await wordsOf(grades)).toContain(`现用方案：${names[0] ?? ''}`);
      await choice.selectOption({ index: 1 });
      await settled(page);
      await expect.poll(() => wordsOf(grades)).toContain(`现用方案：${names[1] ?? ''}`);
      expect(new URL(page.url()).searchParams.get('variant')).toBe('weights-20-40-30-10');
      expect(await wordsOf(grades.getByRole('table'))).not.toBe(before);
      await page.goBack();
      await settled(page);
      await expect.poll(() => wordsOf(grades.getByRole('table'))).toBe(before);
      expect(await meanOf(page)).toBeGreaterThan(0);
    });
  });

  test('by quotient lets reverse indicators keep more', async () => {
    const path = `/targets?category=${category}`;
    const points: string[] = [];
    for (const variant of ['weights-10-50-30-10', 'weights-10-50-30-10-quotient'])
      await opened(`${path}&variant=${variant}`, async (page) => {
        points.push(...(await linesOf(page, 'projects')).map((line) => line['得分'] ?? ''));
      });
    const half = points.length / 2;
    const sums = [points.slice(0, half), points.slice(half)].map((list) =>
      list.reduce((sum, text) => sum + Number.parseFloat(text), 0),
    );
    expect(sums[1]).toBeGreaterThan(sums[0] ?? Infinity);
  });
});

test('a change is the sum of its parts, for progress and for every light', async () => {
  for (const [course, since] of [
    ['', '2025-09-30'],
    ['?course=quarter', '2026-06-30'],
  ] as const)
    await opened(`/targets${course}`, async (page) => {
      const change = block(page, 'change');
      expect(await wordsOf(change.getByRole('heading'))).toContain(`与 ${since} 比`);
      const lightLines = await tableLines(change.getByRole('table').nth(1));
      expect(lightLines).toHaveLength(5);
      for (const line of lightLines) {
        const [added, turnedTo, turnedFrom, left] = ['新增项目', '原有转入', '原有转出', '退出'].map((name) =>
          number(line[name]),
        );
        const sum = number(line[since]) + (added ?? 0) + (turnedTo ?? 0) + (turnedFrom ?? 0) + (left ?? 0);
        expect(sum, line['head']).toBe(number(line[asOf]));
      }
      const added = awarded().filter((row) => (row['awarded_on'] ?? '') > since).length;
      expect(lightLines.reduce((sum, line) => sum + number(line['新增项目']), 0)).toBe(added);
      for (const line of await tableLines(change.getByRole('table').first())) {
        const parts = ['新增项目', '首次报数', '原有项目', '退出'].map((name) => number(line[name]));
        // Each of the four parts is rounded for itself.
        expect(Math.abs(parts.reduce((a, b) => a + b, 0) - number(line['变化']))).toBeLessThan(0.25);
      }
    });
});

describe('without colour', () => {
  test('every lamp of the page has its word beside a shape of its own', async () => {
    await opened('/targets', async (page) => {
      const lamps = await page.locator('main .lamp').evaluateAll((all) =>
        all.map((lamp) => ({
          word: lamp.textContent?.trim() ?? '',
          kind: [...lamp.classList].find((name) => name.startsWith('is-')) ?? '',
          shape: lamp.querySelector('svg')?.innerHTML ?? '',
        })),
      );
      expect(lamps.length).toBeGreaterThan(100);
      expect(lamps.filter(({ word, shape }) => !/[红黄绿蓝灰]/.test(word) || shape === '')).toEqual([]);
      const shapes = new Map(lamps.map(({ kind, shape }) => [kind, shape.replaceAll(/<!--.*?-->/g, '')]));
      expect(shapes.size).toBe(5);
      expect(new Set(shapes.values()).size).toBe(5);
    });
  });

  test('shapes are still told apart when the page is grey and every mark equally dark', async () => {
    await opened('/targets', async (page) => {
      // The page's own policy lets no style sheet in; the elements' own styles may be set.
      await page.evaluate(() => {
        document.documentElement.style.filter = 'grayscale(1)';
        for (const shape of document.querySelectorAll<SVGElement>('.lamp svg'))
          shape.style.filter = 'brightness(0)';
      });
      const heads = block(page, 'lamps').locator('thead .lamp svg');
      expect(await heads.count()).toBe(5);
      const pictures = await Promise.all(
        Array.from({ length: 5 }, async (_, index) =>
          (await heads.nth(index).screenshot()).toString('base64'),
        ),
      );
      expect(new Set(pictures).size).toBe(5);
    });
  });
});

test('the page that a reader comes back to still answers what its address asks', async () => {
  const heading = (page: Page) => block(page, 'change').getByRole('heading');
  await opened('/targets?course=quarter', async (page) => {
    await expect.poll(() => wordsOf(heading(page))).toContain('2026-06-30');
    await goTo(page, '数据');
    await page.goBack();
    await expect.poll(() => wordsOf(heading(page))).toContain('2026-06-30');
  });
});
