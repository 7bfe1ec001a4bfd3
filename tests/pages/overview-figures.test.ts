import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { block, closePanel, contributedFen, engineReady, keyFigure, openKeyFigure } from './portal-page';
import { areas, idsOf } from './rule-words';
import { appropriatedFen, applied, awarded, awardedFen, paidFen, unpaidFen } from './sample-answers';
import { inYi } from './sample-rows';
import { inCount } from './shown-numbers';
import { tableLines } from './table-lines';

let site: TestSite;
let opened: OpenedPage;
beforeAll(async () => {
  site = await startSite();
  opened = await site.open();
  await engineReady(opened.page);
});
afterEach(() => closePanel(opened.page));
afterAll(async () => {
  await opened.close();
  await site.close();
});

describe('the overview, once the engine is ready,', () => {
  test('shows the money of the 2023 guide as the rows add up', async () => {
    const { page } = opened;
    expect(await keyFigure(page, '预算')).toBe(inYi(appropriatedFen()));
    expect(await keyFigure(page, '已立项补助额')).toBe(inYi(awardedFen()));
    expect(await keyFigure(page, '已拨付')).toBe(inYi(paidFen()));
    expect(await keyFigure(page, '待付余款')).toBe(inYi(unpaidFen()));
  });

  test('opens awarded money to the exact sum of its rows', async () => {
    const panel = await openKeyFigure(opened.page, '已立项补助额');
    expect(await contributedFen(panel)).toBe(awardedFen());
    await panel.getByRole('heading', { name: `明细行（${awarded().length} 行）` }).waitFor();
  });

  test('opens paid money to the exact sum of the payments', async () => {
    const panel = await openKeyFigure(opened.page, '已拨付');
    expect(await contributedFen(panel)).toBe(paidFen());
  });

  test('gives each area its own sums', async () => {
    const lines = await tableLines(block(opened.page, 'areas').getByRole('table'));
    expect(lines).toHaveLength(areas.length + 1);
    areas.forEach((area, index) => {
      const part = { area: idsOf(area) };
      expect(lines[index]).toMatchObject({ 立项: inYi(awardedFen(part)), 已拨付: inYi(paidFen(part)) });
    });
    expect(lines.at(-1)).toMatchObject({ head: '合计', 立项: inYi(awardedFen()) });
  });

  test('puts the guide years beside each other', async () => {
    const years = block(opened.page, 'years');
    await years.getByRole('button', { name: '表', exact: true }).click();
    const lines = await tableLines(years.getByRole('table'));
    for (const year of ['2020', '2023']) {
      const line = lines.find(({ head = '' }) => head.startsWith(year));
      expect(line).toMatchObject({
        申报数: inCount(applied({ year }).length),
        立项数: inCount(awarded({ year }).length),
        已拨付: inYi(paidFen({ year })),
      });
    }
  });
});
