import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import {
  block,
  chooseFilter,
  closePanel,
  contributedFen,
  engineReady,
  keyFigure,
  openFigure,
  openKeyFigure,
} from './portal-page';
import { areas, idsOf } from './rule-words';
import { awarded, awardedFen, paidFen } from './sample-answers';
import { fenOfWan } from './shown-numbers';
import { virtualLines } from './table-lines';

let site: TestSite;
let opened: OpenedPage;
beforeAll(async () => {
  site = await startSite();
  opened = await site.open({ path: '/?region=320900' });
  await engineReady(opened.page);
});
afterEach(() => closePanel(opened.page));
afterAll(async () => {
  await opened.close();
  await site.close();
});

const yancheng = { place: '320900' };

describe('an opened figure', () => {
  test('lists the rows whose contributions add up to it', async () => {
    const panel = await openKeyFigure(opened.page, '已立项补助额');
    const lines = await virtualLines(panel.getByRole('region', { name: '项目行' }));
    expect(lines).toHaveLength(awarded(yancheng).length);
    const sum = lines.reduce((total, line) => total + fenOfWan(line['计入'] ?? ''), 0n);
    expect(sum).toBe(awardedFen(yancheng));
    expect(await contributedFen(panel)).toBe(sum);
    expect(lines.every((line) => line['来源行']?.includes('project'))).toBe(true);
  });

  test('says how it is defined, for which filters, and which statement gives it', async () => {
    const panel = await openKeyFigure(opened.page, '已拨付');
    expect(await panel.innerText()).toContain('截至数据截止日（含当日）拨付金额之和');
    expect(await panel.innerText()).toContain('盐城市');
    await panel.getByText('算式（SQL）').click();
    const sql = await panel.locator('pre').innerText();
    expect(sql).toMatch(/SELECT/i);
    expect(sql).toContain('disbursement');
    expect(await contributedFen(panel)).toBe(paidFen(yancheng));
  });

  test('carries the clauses of the quotas it is made of', async () => {
    await chooseFilter(opened.page, '地区', '全省');
    await expect.poll(() => keyFigure(opened.page, '名额使用')).not.toBe('—');
    const panel = await openKeyFigure(opened.page, '名额使用');
    await panel.getByRole('heading', { name: '条款（22 条）' }).waitFor();
    expect(await panel.innerText()).toContain('不超过150个');
  });

  test('opens from a cell of a table with that row’s scope', async () => {
    const [area] = areas;
    if (!area) throw new Error('the guide has areas');
    const cell = block(opened.page, 'areas')
      .getByRole('button', { name: /^立项|^已立项补助额/ })
      .first();
    const panel = await openFigure(opened.page, cell);
    expect(await panel.innerText()).toContain(area.shortName);
    expect(await contributedFen(panel)).toBe(awardedFen({ area: idsOf(area) }));
  });
});
