import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from '../browser/site';
import { block, pageTitle, settled, wordsOf } from './portal-page';
import { factories, judged, platforms, type Judged } from './platform-answers';
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

const words = { met: '符合', not_met: '不符合', undetermined: '待核实' };
const lines = (page: Page, id: string) => tableLines(block(page, id).getByRole('table'));

async function expectList(page: Page, part: Partial<Record<'city' | 'cluster', string>>): Promise<void> {
  const found = await lines(page, 'platforms');
  const wanted: Judged[] = platforms(part).map(judged);
  expect(found.length).toBe(wanted.length);
  for (const { name, answer, highest } of wanted) {
    const line = found.find((one) => one['head']?.startsWith(name));
    expect([name, line?.['最高达到']]).toEqual([name, highest ?? '未达企业级']);
    expect([name, line?.['申报级判定']]).toEqual([name, answer === null ? '—' : words[answer]]);
  }
}

describe('the platforms page', () => {
  test('has its levels before any script runs, as plain loops over the rows give them', async () => {
    const context = { javaScriptEnabled: false };
    await site.withPage({ path: '/platforms', context }, async ({ page }) => {
      await expectList(page, {});
      const met = platforms({})
        .map(judged)
        .filter(({ answer }) => answer === 'met').length;
      expect(await pageTitle(page)).toContain(`中 ${met} 个达到所申报级别`);
    });
  });

  test.each<[string, string, Parameters<typeof expectList>[1]]>([
    ['a city', 'region=320500', { city: '320500' }],
    ['a cluster', 'cluster=high-end-equipment', { cluster: 'high-end-equipment' }],
  ])('of %s agrees with plain loops over the rows', async (_, query, part) => {
    await shared.at(`/platforms?${query}`, async (page) => {
      await settled(page);
      await expectList(page, part);
    });
  });

  test('a platform shows each number beside the thresholds of the levels, with what is short', async () => {
    await shared.at('/platforms?platform=DP-03', async (page) => {
      const found = await lines(page, 'thresholds');
      const managed = found.find((line) => line['跨行业跨领域']?.includes('2,000') === true);
      expect(managed?.['填报值']).toMatch(/1,999/);
      expect(managed?.['跨行业跨领域']).toMatch(/不符合.*差\s1/);
      expect(managed?.['行业级']).toMatch(/200.*符合/);
      await block(page, 'clauses').getByText('企业级', { exact: true }).click();
      await expect.poll(() => wordsOf(block(page, 'clauses').getByRole('heading'))).toContain('企业级');
    });
  });

  test('factories show which sub-class has no element', async () => {
    await shared.at('/platforms?view=factories', async (page) => {
      const found = await lines(page, 'factories');
      for (const { name, empty } of factories()) {
        const line = found.find((one) => one['head']?.startsWith(name));
        const shown = ['生产现场优化', '生产管理优化', '经营管理优化'].filter(
          (head) => line?.[head] === '缺',
        );
        expect([name, shown]).toEqual([name, empty]);
      }
    });
  });

  test('a number that is not there says so and leads back', async () => {
    await shared.at('/platforms?platform=none', async (page) => {
      expect(await pageTitle(page)).toContain('none');
      await page.getByRole('link', { name: '返回平台列表' }).click();
      await block(page, 'platforms').waitFor();
    });
  });
});
