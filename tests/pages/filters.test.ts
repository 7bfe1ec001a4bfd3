import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { block, chooseFilter, engineReady, goTo, keyFigure, settled } from './portal-page';
import { appropriatedFen, awarded, awardedFen, paidFen, type Part } from './sample-answers';
import { inYi } from './sample-rows';
import { SharedPage } from './shared-page';
import { inCount, inWan } from './shown-numbers';
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

const suzhou = '320500';

/** Money as the opening row shows it: 亿元 from 1 亿元 on. */
const shown = (fen: bigint): string => (fen >= 10_000_000_000n ? inYi(fen) : inWan(fen));

async function expectMoneyOf(page: Page, part: Part): Promise<void> {
  await expect.poll(() => keyFigure(page, '已立项补助额'), { timeout: 20_000 }).toBe(shown(awardedFen(part)));
  expect(await keyFigure(page, '已拨付')).toBe(shown(paidFen(part)));
}

const query = (page: Page) => new URL(page.url()).searchParams;

describe('the filters', () => {
  test('a city narrows every figure, stands in the address, outlives a reload and goes back', async () => {
    await site.withPage({}, async ({ page, context }) => {
      await engineReady(page);
      await chooseFilter(page, '地区', '苏州市');
      await expectMoneyOf(page, { place: suzhou });
      expect(query(page).get('region')).toBe(suzhou);
      const address = page.url();

      await page.reload();
      await engineReady(page);
      await expectMoneyOf(page, { place: suzhou });

      await page.goBack();
      await expectMoneyOf(page, {});
      expect(query(page).has('region')).toBe(false);

      const other = await context.newPage();
      await other.goto(address);
      await engineReady(other);
      await expectMoneyOf(other, { place: suzhou });
    });
  });

  test('an address that was sent to somebody else shows the same', async () => {
    await shared.at('/?region=320583&cluster=biomedicine', async (page) => {
      const bar = page.getByRole('region', { name: '筛选条件' });
      await bar.getByRole('button', { name: /昆山市/ }).waitFor();
      await bar.getByRole('button', { name: /生物医药/ }).waitFor();
      await expectMoneyOf(page, { place: '320583', cluster: 'biomedicine' });
    });
  });

  test('cluster and city narrow together, and stay on the way to another page', async () => {
    await site.withPage({}, async ({ page }) => {
      await engineReady(page);
      await chooseFilter(page, '集群', '高端装备');
      await expectMoneyOf(page, { cluster: 'high-end-equipment' });
      await chooseFilter(page, '地区', '南京市');
      const part = { cluster: 'high-end-equipment', place: '320100' };
      await expectMoneyOf(page, part);
      await goTo(page, '预算与名额');
      expect(Object.fromEntries(query(page))).toEqual({ cluster: part.cluster, region: part.place });
      await expect
        .poll(async () => (await tableLines(block(page, 'categories').getByRole('table'))).at(-1))
        .toMatchObject({ 立项: inCount(awarded(part).length), 补助额: inWan(awardedFen(part)) });
    });
  });

  test('the guide year changes, and clearing a condition brings its projects back', async () => {
    await site.withPage({}, async ({ page }) => {
      await engineReady(page);
      await chooseFilter(page, '指南年度', '2020 年指南');
      await expectMoneyOf(page, { year: '2020' });
      expect(await keyFigure(page, '预算')).toBe(inYi(appropriatedFen('2020')));
      await chooseFilter(page, '指南年度', '2023 年指南');
      await chooseFilter(page, '＋ 条件', '5G\\+工业互联网');
      const part = { category: 'guides/2023/five-g-industrial-internet' };
      await expectMoneyOf(page, part);
      await page.getByRole('button', { name: '去掉“5G+工业互联网”' }).click();
      await settled(page);
      await expectMoneyOf(page, {});
    });
  });

  test('values that no address can mean are left out', async () => {
    await shared.at('/?region=999999&cluster=x&year=1999&q=', async (page) => {
      await expectMoneyOf(page, {});
    });
  });
});
