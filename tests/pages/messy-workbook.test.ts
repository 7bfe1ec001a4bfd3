import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import type { ExpectedFinding } from '../fixtures/messy-table';
import { fileName, goodWorkbooks, messyWorkbook, totalsOf } from './fixture-files';
import { block, engineReady, importFiles } from './portal-page';
import { tableLines, virtualLines, lineOf, type Line } from './table-lines';

const expected = JSON.parse(readFileSync('tests/fixtures/messy-expected.json', 'utf8')) as ExpectedFinding[];

let site: TestSite;
let opened: OpenedPage;
let findings: Line[];
beforeAll(async () => {
  site = await startSite();
  opened = await site.open({ path: '/data' });
  await engineReady(opened.page);
  await importFiles(opened.page, [...goodWorkbooks]);
  await block(opened.page, 'files').getByRole('table').waitFor();
  await importFiles(opened.page, [messyWorkbook]);
  await block(opened.page, 'files').getByText(fileName(messyWorkbook)).waitFor();
  findings = await virtualLines(block(opened.page, 'findings').getByRole('region', { name: '问题清单' }));
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

const ofMessyFile = () => findings.filter((line) => line['文件'] === fileName(messyWorkbook));

describe('the messy workbook', () => {
  test('gives exactly its thirty findings, each with its cell', () => {
    expect(expected).toHaveLength(30);
    const places = ofMessyFile().map((line) =>
      line['单元格']
        ?.split(/\s*[·!]\s*/)
        .sort()
        .join(' '),
    );
    expect(places.sort()).toEqual(expected.map(({ sheet, cell }) => [sheet, cell].sort().join(' ')).sort());
  });

  test('says of each fault what is wrong, in a sentence', () => {
    const sentences = ofMessyFile().map((line) => line['问题'] ?? '');
    for (const sentence of sentences) expect(sentence).toMatch(/^\P{Script=Latin}.{6,}。$/u);
    expect(sentences).toContainEqual(expect.stringContaining('#REF!'));
    expect(sentences).toContainEqual(expect.stringContaining('没有填汇总时间'));
  });

  test('leaves what was loaded before as it was', async () => {
    const lines = await tableLines(block(opened.page, 'files').getByRole('table'));
    for (const file of goodWorkbooks) {
      expect(lineOf(lines, fileName(file))['载入行数']).toBe(String(totalsOf([file]).rows));
    }
  });

  test('loads its good rows and keeps the others in sight, with their cells', async () => {
    const { page } = opened;
    const files = await tableLines(block(page, 'files').getByRole('table'));
    const messy = lineOf(files, fileName(messyWorkbook));
    const grid = block(page, 'waiting').getByRole('grid');
    expect(Number(messy['载入行数'])).toBeGreaterThan(0);
    const waits = Number(await grid.getAttribute('aria-rowcount')) - 1;
    expect(Number(messy['读到行数'])).toBe(Number(messy['载入行数']) + waits);
    expect(await grid.getByRole('row').count()).toBe(waits + 1);
    expect(await grid.getByRole('row').nth(1).getByRole('gridcell').count()).toBeGreaterThan(10);
  });

  test('can be narrowed to its errors, and given back as a csv', async () => {
    const { page } = opened;
    const list = block(page, 'findings');
    await list
      .getByRole('radio', { name: /^错误/ })
      .or(list.getByRole('button', { name: /^错误/ }))
      .first()
      .click();
    const errors = await virtualLines(list.getByRole('region', { name: '问题清单' }));
    expect(errors.length).toBeGreaterThan(0);
    expect(new Set(errors.map((line) => line['head']))).toEqual(new Set(['错误']));
    await list.getByRole('radio', { name: /^全部/ }).click();
    await list.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /CSV/ }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    for (const { cell } of expected) expect(text).toContain(`,${cell},`);
  });
});
