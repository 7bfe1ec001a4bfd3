import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { largeCsv } from '../fixtures/large-table';
import { goodWorkbooks } from '../pages/fixture-files';
import { engineReadyMs, installClock } from './page-clock';
import { seconds, type Result } from './results';
import { thirteenWorkbooks, type Workbook } from './thirteen-workbooks';

/** In the page: drops the files, waits for the summary, goes to the quota page, waits for its chart to be painted. */
const dropScript = (files: readonly { name: string; base64: string }[]) => `(async () => {
  const transfer = new DataTransfer();
  for (const { name, base64 } of ${JSON.stringify(files)}) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  const started = performance.now();
  window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  await fundlensClock.until(() => document.querySelector('.import-summary') !== null);
  const checked = performance.now();
  const loaded = document.querySelector('.import-summary').textContent;
  document.querySelector('.import-summary a[href*="quota"]').click();
  await fundlensClock.until(() => document.querySelector('#bullet .chart-live svg') !== null
    && document.querySelector('main[aria-busy="true"]') === null);
  const charts = await fundlensClock.painted();
  return { checked: checked - started, charts: charts - started, loaded };
})()`;

interface ImportTime {
  checked: number;
  charts: number;
  loaded: string;
}

async function timeImport(browser: Browser, url: string, files: readonly Workbook[]): Promise<ImportTime> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await installClock(context);
  const page = await context.newPage();
  await page.goto(`${url}/data`);
  await engineReadyMs(page);
  const sent = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }));
  const times = (await page.evaluate(dropScript(sent))) as ImportTime;
  await context.close();
  return times;
}

const rowsIn = (words: string): string => /载入\s*([\d,]+)/.exec(words)?.[1] ?? '?';

const csvRows = 100_000;

/** Dropped → checked → charts, for the fixture workbooks, thirteen cities' workbooks and one long csv. */
export async function importTimes(browser: Browser, url: string): Promise<Result[]> {
  const five = goodWorkbooks.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) }));
  const small = await timeImport(browser, url, five);
  const large = await timeImport(browser, url, await thirteenWorkbooks());
  const csv = await timeImport(browser, url, [{ name: '附件2-1-扬州市.csv', bytes: largeCsv(csvRows) }]);
  const line = (what: string, { checked, charts, loaded }: ImportTime, goal: string): Result => ({
    what: `${what}, ${rowsIn(loaded)} rows: dropped → checked → charts`,
    measured: `${seconds(checked)} → ${seconds(charts)}`,
    goal,
  });
  return [
    line(`${five.length} workbooks`, small, '—'),
    line('13 workbooks', large, '< 4 s'),
    line('one csv', csv, '< 10 s'),
  ];
}
