import type { Page } from 'playwright-core';
import type { OpenedPage } from '../browser/open-page';
import type { TestSite } from '../browser/site';
import { engineReady, settled } from './portal-page';

/** Follows a link to an address of the site, as a reader does: the router takes it, and the engine stays. */
async function follow(page: Page, url: string): Promise<void> {
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.querySelector('.app')?.append(link);
    link.click();
    link.remove();
  }, url);
  await page.waitForURL(url);
  // The page asks its question in the frame after the address changed.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await settled(page);
}

/** Away from the page that the test before left, and without what it may have kept in the tab or the browser. */
async function beginAnew(page: Page, site: string): Promise<void> {
  await page.keyboard.press('Escape');
  await follow(page, `${site}/data`);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
}

/**
 * One page for the tests of a file that read the sample and keep nothing: each begins by following a link, so that
 * the engine starts once and not for every test. A test that fails leaves the next one a fresh page.
 */
export class SharedPage {
  #opened: OpenedPage | null = null;

  constructor(private readonly site: () => TestSite) {}

  /** Uses the page at an address; what the page itself did wrong fails the test. */
  async at(path: string, use: (page: Page) => Promise<void>): Promise<void> {
    const { page, faults } = await this.#standing(path);
    try {
      await use(page);
    } catch (cause) {
      const found = faults();
      await this.#leave().catch(() => undefined);
      if (found.length === 0) throw cause;
      throw new Error(`${String(cause)}\nthe page's faults:\n${found.join('\n')}`, { cause });
    }
    if (faults().length > 0) await this.#leave();
  }

  /** Throws when the page had faults that no test has told. */
  close(): Promise<void> {
    return this.#leave();
  }

  async #standing(path: string): Promise<OpenedPage> {
    if (this.#opened) {
      const { page } = this.#opened;
      await beginAnew(page, this.site().url);
      await follow(page, this.site().url + path);
      return this.#opened;
    }
    const opened = await this.site().open({ path });
    this.#opened = opened;
    await engineReady(opened.page);
    return opened;
  }

  async #leave(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await opened?.close();
  }
}
