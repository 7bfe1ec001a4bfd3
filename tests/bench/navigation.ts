import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchProfile } from '../browser/chromium';
import { engineReadyMs, firstPaintMs, installClock } from './page-clock';
import { seconds, type Result } from './results';

interface Visit {
  firstPaint: number;
  ready: number;
  title: string;
}

const keepingMs = 8_000;

/** One visit by a browser that was just started on a profile folder. */
async function visit(folder: string, url: string, stayMs = 0): Promise<Visit> {
  const context = await launchProfile(folder);
  try {
    await installClock(context);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    const firstPaint = await firstPaintMs(page);
    const ready = await engineReadyMs(page);
    const title = await page.locator('h1').innerText();
    await page.waitForTimeout(stayMs);
    return { firstPaint, ready, title };
  } finally {
    await context.close();
  }
}

/** First figures and engine ready: with nothing in the cache, then again by a fresh browser on the same profile. */
export async function navigationTimes(url: string): Promise<Result[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fundlens-bench-'));
  try {
    const html = await (await fetch(url)).text();
    const cold = await visit(folder, url);
    // Browsers keep compiled code after a second use and some seconds; the third visit profits.
    await visit(folder, url, keepingMs);
    const warm = await visit(folder, url);
    const title = /<h1[^>]*>([^<]+)/.exec(html)?.[1] ?? '';
    const standing = title !== '' && cold.title.startsWith(title.trim().slice(0, 4));
    return [
      {
        what: `first figures after navigation, cold (prerendered title ${standing ? 'stands' : 'IS MISSING'})`,
        measured: seconds(cold.firstPaint),
        goal: '< 0.5 s',
      },
      { what: 'first figures after navigation, warm', measured: seconds(warm.firstPaint), goal: '< 0.5 s' },
      { what: 'engine ready after navigation, cold', measured: seconds(cold.ready), goal: '—' },
      { what: 'engine ready after navigation, warm', measured: seconds(warm.ready), goal: '< 2.5 s' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
