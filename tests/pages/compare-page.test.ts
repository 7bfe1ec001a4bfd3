import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { block, engineReady, settled } from './portal-page';
import { cities, clusters, directCounties } from './rule-words';
import { applied, awarded, awardedFen, paidFen, projects } from './sample-answers';
import { inCount, inPercent, wholeNumber } from './shown-numbers';
import { lineOf, tableLines, type Line } from './table-lines';

let site: TestSite;
let opened: OpenedPage;
beforeAll(async () => {
  site = await startSite();
  opened = await site.open({ path: '/compare' });
  await engineReady(opened.page);
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

/** The table behind the ranking of places. */
async function ranking(): Promise<Line[]> {
  const places = block(opened.page, 'city-ranking');
  await places.getByRole('button', { name: '表', exact: true }).click();
  return tableLines(places.getByRole('table'));
}

async function chooseMeasure(name: string): Promise<void> {
  const { page } = opened;
  await page.getByRole('button', { name: /^指标/ }).click();
  await page.getByRole('option', { name, exact: true }).click();
  await page
    .getByRole('button', { name: `指标${name}` })
    .or(page.getByRole('button', { name: `指标 ${name}` }))
    .waitFor();
  await settled(page);
}

/** Names in falling order of a share, without rounding: a/b > c/d by cross products. */
const byShare = (names: readonly { adcode: string; name: string }[]): string[] =>
  names
    .map(({ adcode, name }) => ({
      name,
      paid: paidFen({ place: adcode }),
      all: awardedFen({ place: adcode }),
    }))
    .sort((a, b) => Number(b.paid * a.all - a.paid * b.all))
    .map(({ name }) => name);

describe('the comparison page', () => {
  test('ranks the 13 cities by the share of awards that is paid', async () => {
    const lines = await ranking();
    expect(cities).toHaveLength(13);
    expect(lines.slice(0, 13).map((line) => line['地区'])).toEqual(byShare(cities));
    for (const { adcode, name } of cities) {
      const part = { place: adcode };
      expect(lines.find((line) => line['地区'] === name)?.['拨付率']).toBe(
        `${inPercent(paidFen(part), awardedFen(part))}%`,
      );
    }
  });

  test('keeps the three direct counties apart, without a rank', async () => {
    const lines = await ranking();
    const apart = lines.slice(13);
    expect(directCounties.map(({ name }) => name).sort()).toEqual(['昆山市', '沭阳县', '泰兴市']);
    expect(apart.map((line) => line['地区']).sort()).toEqual(directCounties.map(({ name }) => name).sort());
    expect(apart.map((line) => line['head'])).toEqual(['', '', '']);
    for (const { adcode, name } of directCounties) {
      const line = apart.find((candidate) => candidate['地区'] === name);
      expect(line?.['立项数']).toBe(inCount(awarded({ place: adcode }).length));
    }
  });

  test('counts every project at one place only', async () => {
    const lines = await ranking();
    const sum = lines.reduce((total, line) => total + wholeNumber(line['申报数'] ?? ''), 0n);
    expect(sum).toBe(BigInt(applied().length));
    expect(projects().length).toBeGreaterThanOrEqual(applied().length);
  });

  test('fills the matrix with rows and columns that add up to the whole', async () => {
    const lines = await tableLines(block(opened.page, 'matrix').getByRole('table'));
    const number = (text = '') => (/^·/.test(text) ? 0n : wholeNumber(text));
    const total = lineOf(lines, '合计');
    expect(total['合计']).toBe(inCount(awarded().length));
    for (const { id, name } of clusters) {
      const line = lineOf(lines, name);
      expect(number(line['合计'])).toBe(BigInt(awarded({ cluster: id }).length));
      const cells = Object.entries(line).filter(([head]) => head !== 'head' && head !== '合计');
      expect(cells.reduce((sum, [, text]) => sum + number(text), 0n)).toBe(number(line['合计']));
    }
    expect(number(lineOf(lines, '物联网')['无锡'])).toBe(
      BigInt(awarded({ cluster: 'internet-of-things', place: '320200' }).length),
    );
    const columns = Object.entries(total).filter(([head]) => head !== 'head' && head !== '合计');
    expect(columns.reduce((sum, [, text]) => sum + number(text), 0n)).toBe(BigInt(awarded().length));
  });

  test('ranks cities and clusters anew by another measure', async () => {
    await chooseMeasure('已立项补助额');
    const expected = [...cities]
      .sort((a, b) => Number(awardedFen({ place: b.adcode }) - awardedFen({ place: a.adcode })))
      .map(({ name }) => name);
    expect((await ranking()).slice(0, 13).map((line) => line['地区'])).toEqual(expected);
    const lines = await tableLines(block(opened.page, 'cluster-ranking').getByRole('table'));
    expect(clusters).toHaveLength(16);
    expect(lines.map((line) => line['head'])).toEqual(
      [...clusters]
        .sort((a, b) => Number(awardedFen({ cluster: b.id }) - awardedFen({ cluster: a.id })))
        .map(({ name }) => name),
    );
    expect(new URL(opened.page.url()).searchParams.get('measure')).toBe('awarded');
  });
});
