import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type TestSite } from './site';

let folder: string;
let site: TestSite;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fundlens-page-'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><link rel="icon" href="data:,"><p>好</p>');
  site = await startSite(folder);
}, 60_000);

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const use = (script: string) =>
  site.withPage({}, async ({ page }) => {
    await page.evaluate(script);
    // Faults travel from the page to the test on their own time.
    await page.waitForTimeout(300);
  });

describe('a page under test', { timeout: 60_000 }, () => {
  test('without faults passes', async () => {
    await use('document.body.append("好")');
  });

  test.each([
    ['asks another site', "fetch('https://example.org/x').catch(() => 0)", 'connect-src'],
    [
      'shows a picture of another site',
      "document.body.append(Object.assign(new Image(), { src: '//example.org/x.png' }))",
      'img-src',
    ],
    // Later, since what the debugger itself evaluates may do so.
    ['runs text as a program', "setTimeout(() => { try { eval('1') } catch {} })", 'script-src'],
    ['writes a console error', "console.error('oh no')", 'oh no'],
    ['throws', "setTimeout(() => { throw new Error('lost') })", 'uncaught: Error: lost'],
    ['leaves a promise broken', "void Promise.reject(new Error('broken'))", 'broken'],
    ['asks for a file that is not there', "fetch('/missing.json')", '404'],
  ])('fails when it %s', async (_, script, words) => {
    await expect(use(script)).rejects.toThrow(words);
  });

  test('fails when it goes to another site', async () => {
    await expect(
      site.withPage({}, async ({ page }) => {
        await page.goto('http://example.org/').catch(() => undefined);
      }),
    ).rejects.toThrow('request to http://example.org/');
  });

  test('may have the faults that a test expects', async () => {
    await site.withPage({ expected: [/oh no/] }, async ({ page }) => {
      await page.evaluate("console.error('oh no')");
    });
  });

  test('tells of its faults when the test itself fails', async () => {
    await expect(
      site.withPage({}, async ({ page }) => {
        await page.evaluate("console.error('the cause')");
        await page.waitForTimeout(100);
        throw new Error('the effect');
      }),
    ).rejects.toThrow(/the effect[\s\S]*the cause/);
  });
});

test('a site that was not built is named so', async () => {
  await expect(startSite(path.join(folder, 'nowhere'))).rejects.toThrow('run "npm run build" first');
});
