import type { Browser, Page } from 'playwright-core';
import { engineReadyMs, installClock } from './page-clock';
import { median, millis, type Result } from './results';

/** Menu and option of one change; the list walks through different filters, twenty in all. */
const changes: readonly (readonly [menu: string, option: string])[] = [
  ...['南京市', '无锡市', '徐州市', '常州市', '苏州市', '昆山市', '全省'].map(
    (name) => ['地区', name] as const,
  ),
  ...['物联网', '生物医药', '核心软件', '高端纺织', '全部集群'].map((name) => ['集群', name] as const),
  ...['2020 年指南', '2023 年指南'].map((name) => ['指南年度', name] as const),
  ...['南通市', '盐城市', '淮安市', '全省'].map((name) => ['地区', name] as const),
  ...['高端装备', '全部集群'].map((name) => ['集群', name] as const),
];

/** In the page: from the press on an option until other figures stand there and were painted. */
const changeScript = ([menu, option]: readonly [string, string]) => `(async () => {
  const begins = (words) => (element) => element.textContent.replace(/\\s+/g, ' ').trim().startsWith(words);
  [...document.querySelectorAll('.filter button')].find(begins(${JSON.stringify(menu)})).click();
  const options = () => [...document.querySelectorAll('[role=option]')];
  await fundlensClock.until(() => options().length > 0);
  const wanted = options().find(begins(${JSON.stringify(option)}));
  await fundlensClock.painted();
  const figures = () => document.querySelector('dl.keys').textContent;
  const before = figures();
  const started = performance.now();
  wanted.click();
  await fundlensClock.until(() => figures() !== before);
  const painted = await fundlensClock.painted();
  await fundlensClock.until(() => options().length === 0);
  return painted - started;
})()`;

async function timeChanges(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const change of changes) {
    times.push(Number(await page.evaluate(changeScript(change))));
    await page.waitForTimeout(150);
  }
  return times;
}

/** A filter change on the sample, from the press to painted figures and charts. */
export async function filterTimes(browser: Browser, url: string): Promise<Result[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  await installClock(context);
  const page = await context.newPage();
  await page.goto(url);
  await engineReadyMs(page);
  const times = await timeChanges(page);
  await context.close();
  return [
    {
      what: `filter change on the sample → figures painted, median of ${times.length}`,
      measured: millis(median(times)),
      goal: '< 50 ms',
    },
    { what: 'the slowest of them', measured: millis(Math.max(...times)), goal: '—' },
  ];
}
