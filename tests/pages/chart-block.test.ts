import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { block, engineReady } from './portal-page';
import { asOf, paidFen } from './sample-answers';
import { inWan } from './shown-numbers';
import { tableLines } from './table-lines';

let site: TestSite;
let opened: OpenedPage;
beforeAll(async () => {
  site = await startSite();
  opened = await site.open();
  await engineReady(opened.page);
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

async function exported(item: RegExp): Promise<{ download: Download; bytes: Buffer }> {
  const { page } = opened;
  await block(page, 'timeline').getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return { download, bytes: await readFile(await download.path()) };
}

describe('the block of a chart', () => {
  test('shows its figures as a table and the chart again', async () => {
    const timeline = block(opened.page, 'timeline');
    await timeline.getByRole('button', { name: '表', exact: true }).click();
    const lines = await tableLines(timeline.getByRole('table'));
    const today = lines.find(({ head = '' }) => head.startsWith(asOf));
    expect(today?.['已拨付']).toBe(inWan(paidFen()));
    await timeline.getByRole('button', { name: '图', exact: true }).click();
    await timeline.locator('svg:visible').first().waitFor();
    expect(await timeline.getByRole('table').count()).toBe(0);
  });

  test('explains its measures', async () => {
    const timeline = block(opened.page, 'timeline');
    await timeline.getByRole('button', { name: '口径' }).click();
    await timeline.getByText('截至数据截止日（含当日）拨付金额之和').waitFor();
    await timeline.getByRole('button', { name: '口径' }).click();
  });

  test('downloads as an SVG file that carries title, day and sample mark', async () => {
    const { download, bytes } = await exported(/矢量图/);
    expect(download.suggestedFilename()).toMatch(/\.svg$/);
    const svg = bytes.toString('utf8');
    expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('演示数据');
    expect(svg).toContain(asOf);
    const words = await block(opened.page, 'timeline').getByRole('heading').innerText();
    expect(svg.replace(/<[^>]+>/g, '').replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
    expect(svg).not.toMatch(/(href|src)="http/);
  });

  test('downloads as a PNG file of twice the size', async () => {
    const { download, bytes } = await exported(/图片.*2×/);
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1200);
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});
