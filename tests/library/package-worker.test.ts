import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestOf } from '$lib/library/digest';
import { exampleLibrary } from '$lib/library/package/example-library';
import { exportPackage } from '$lib/library/package/export-package';
import { readRulebook } from '$lib/policy/read-rules';
import { rulesPlugin } from '$lib/policy/rules-plugin';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import type {} from './package-harness/answer';

const here = path.dirname(fileURLToPath(import.meta.url));
let folder: string;
let site: TestSite;
let opened: OpenedPage;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fundlens-package-'));
  await build({
    configFile: false,
    root: path.join(here, 'package-harness'),
    resolve: { alias: { $lib: path.join(here, '../../src/lib') } },
    plugins: [rulesPlugin()],
    worker: { format: 'es', plugins: () => [rulesPlugin()] },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
    logLevel: 'error',
  });
  site = await startSite(folder);
  opened = await site.open();
}, 120_000);

afterAll(async () => {
  await opened.close();
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

test(
  'a worker of the browser, under the CSP of the server, writes the same packages as Node, seals and opens them',
  { timeout: 60_000 },
  async () => {
    const rulebook = readRulebook();
    const archiveOf = async (format: 'csv' | 'parquet') =>
      digestOf((await exportPackage(exampleLibrary(), { format, rulebook })).bytes);
    const shared = {
      isSame: true,
      fileName: 'fundlens-library-2026-09-30.fundlens',
      refused: 'package_cannot_unseal',
    };
    expect(await opened.page.evaluate(() => window.packageHarness())).toEqual([
      { format: 'csv', archive: await archiveOf('csv'), ...shared },
      { format: 'parquet', archive: await archiveOf('parquet'), ...shared },
    ]);
  },
);
