import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { serveFolder } from '../../src/cli/serve';
import { launchBrowser } from './chromium';
import { openPage, withPage, type OpenedPage, type OpenPageOptions } from './open-page';

type PageOptions = Omit<OpenPageOptions, 'browser' | 'url'>;

export interface TestSite {
  url: string;
  browser: Browser;
  open(options?: PageOptions): Promise<OpenedPage>;
  withPage(options: PageOptions, use: (opened: OpenedPage) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves a folder on a random port and starts a browser; once a test file, in `beforeAll`, closed in `afterAll`.
 * Without a folder it is `build/`, which must be there: `npm test` builds before it opens pages.
 */
export async function startSite(folder = path.resolve('build')): Promise<TestSite> {
  for (const file of ['index.html', ...(folder === path.resolve('build') ? ['csp.json'] : [])]) {
    if (!existsSync(path.join(folder, file))) {
      throw new Error(`${path.join(folder, file)} is missing: run "npm run build" first`);
    }
  }
  const server = await serveFolder({ folder, port: 0 });
  const browser = await launchBrowser();
  const { url } = server;
  return {
    url,
    browser,
    open: (options = {}) => openPage({ ...options, browser, url }),
    withPage: (options, use) => withPage({ ...options, browser, url }, use),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
