import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { block, closePanel, engineReady, openFigure, pageTitle, settled } from './portal-page';
import { areas, categories, cities, directCounties, idsOf } from './rule-words';
import { sampleTable } from './sample-rows';
import { applied, awarded, awardedFen, paidFen, unpaidFen } from './sample-answers';
import { inCount, inWan, wholeNumber } from './shown-numbers';
import { lineOf, tableLines, virtualLines } from './table-lines';

let site: TestSite;
let opened: OpenedPage;
beforeAll(async () => {
  site = await startSite();
  opened = await site.open({ path: '/quota' });
  await engineReady(opened.page);
});
afterEach(() => closePanel(opened.page));
afterAll(async () => {
  await opened.close();
  await site.close();
});

const longTable = () => tableLines(block(opened.page, 'categories').getByRole('table'));
const drillTable = () => tableLines(block(opened.page, 'drill').getByRole('table'));

/** Awards in a part of a category (其中…), as the membership rows say. */
function inPart(subQuota: string): number {
  const members = new Set(
    sampleTable('sub_quota_member')
      .filter((row) => row['sub_quota_id'] === subQuota && row['state'] === 'in')
      .map((row) => row['project_id']),
  );
  return awarded().filter((row) => members.has(row['project_id'])).length;
}

describe('the quota page', () => {
  test('lists the 27 categories of the guide with quota, awards and money', async () => {
    const lines = await longTable();
    expect(categories).toHaveLength(27);
    expect(lines).toHaveLength(27 + areas.length + 1);
    for (const { id, shortName, quota } of categories) {
      const part = { category: id };
      const line = lineOf(lines, shortName);
      expect(line).toMatchObject({
        立项: inCount(awarded(part).length),
        已拨付: inWan(paidFen(part)),
        待付: inWan(unpaidFen(part)),
      });
      if (quota === null) expect(line['名额']).toMatch(/^—/);
      else expect([shortName, line['名额']]).toEqual([shortName, String(quota)]);
    }
  });

  test('sets the alarm on exactly the categories with more awards than their quota', async () => {
    const over = categories.filter(
      ({ id, quota }) => quota !== null && awarded({ category: id }).length > quota,
    );
    expect(over.length).toBeGreaterThan(0);
    const flagged = (await longTable()).filter((line) => line['提示'] === '超名额');
    expect(flagged.map((line) => line['head'])).toEqual(over.map(({ shortName }) => shortName));
    for (const { id, quota, shortName } of over) {
      const left = wholeNumber(lineOf(flagged, shortName)['余'] ?? '');
      expect(left).toBe(BigInt((quota ?? 0) - awarded({ category: id }).length));
    }
    expect(await pageTitle(opened.page)).toContain(`${over.length} 类超名额`);
  });

  test('names the parts that stay below their minimum and those that are used up', async () => {
    const lines = await tableLines(block(opened.page, 'sub-quotas').getByRole('table'));
    const partOf = (category: string) => lines.filter((line) => line['类别'] === category);
    const [merged] = partOf('企业重大兼并重组');
    const [small] = partOf('专精特新能力提升');
    const merging = inPart('mergers-acquisitions/biomedicine');
    const specialised = inPart('specialised-sme/biomedicine');
    expect(merging).toBeLessThan(3);
    expect(specialised).toBeLessThan(15);
    expect(merged).toMatchObject({ 现有: String(merging), 结论: `还差 ${3 - merging}` });
    expect(small).toMatchObject({ 现有: String(specialised), 结论: `还差 ${15 - specialised}` });
    const independent = lines.find((line) => line['head']?.startsWith('独立法人'));
    expect(inPart('leading-software-firms/independent-software-firm')).toBe(5);
    expect(independent?.['结论']).toBe('用满');
  });

  test('says why a category has no quota instead of showing zero', async () => {
    const lines = await longTable();
    expect(lineOf(lines, '免费诊断服务')['名额']).toContain('指南未设支持数量');
    expect(lineOf(lines, '领军服务商培育')['预算']).toContain('未编预算');
  });

  test('drills from area to category to city to projects, with the same totals', async () => {
    const { page } = opened;
    const drill = block(page, 'drill');
    const [area] = areas;
    const category = area?.categories[0];
    if (!area || !category) throw new Error('the guide has no first category');

    expect(lineOf(await drillTable(), area.name)).toMatchObject({
      申报数: inCount(applied({ area: idsOf(area) }).length),
      已立项补助额: inWan(awardedFen({ area: idsOf(area) })),
    });
    await drill.getByRole('link', { name: area.name }).click();
    await drill.getByRole('link', { name: category.name }).waitFor();
    const part = { category: category.id };
    expect(lineOf(await drillTable(), category.name)['已立项补助额']).toBe(inWan(awardedFen(part)));

    await drill.getByRole('link', { name: category.name }).click();
    await drill.getByRole('link', { name: '南京市' }).waitFor();
    const places = await drillTable();
    expect(places).toHaveLength(cities.length + directCounties.length);
    for (const { adcode, name } of [...cities, ...directCounties]) {
      expect(lineOf(places, name)['已立项补助额']).toBe(inWan(awardedFen({ ...part, place: adcode })));
    }

    await drill.getByRole('link', { name: '南京市' }).click();
    await drill.getByRole('region', { name: '项目行' }).waitFor();
    await settled(page);
    const rows = await virtualLines(drill.getByRole('region', { name: '项目行' }));
    const inNanjing = { ...part, place: '320100' };
    expect(rows).toHaveLength(applied(inNanjing).length);
    const sum = rows.reduce(
      (total, row) => total + wholeNumber(row['补助额']?.replace(/^—.*/, '0') ?? ''),
      0n,
    );
    expect(inWan(sum * 1_000_000n)).toBe(inWan(awardedFen(inNanjing)));

    const crumbs = page.getByRole('navigation', { name: '所在位置' });
    expect(await crumbs.getByText('南京市').getAttribute('aria-current')).toBe('page');
    await crumbs.getByRole('link', { name: '预算与名额' }).click();
    await drill.getByRole('link', { name: area.name }).waitFor();
  });

  test('opens a part of a category to the projects in it', async () => {
    const { page } = opened;
    const row = block(page, 'sub-quotas').getByRole('row').filter({ hasText: '专精特新能力提升' });
    const panel = await openFigure(page, row.getByRole('button').first());
    const count = inPart('specialised-sme/biomedicine');
    await panel.getByRole('heading', { name: `明细行（${count} 行）` }).waitFor();
  });
});
