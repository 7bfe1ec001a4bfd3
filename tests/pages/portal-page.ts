/** What tests do on any page of the portal: wait for the engine, read and open figures, filter, import. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const engineLimit = 60_000;

/** Waits until no answer is under way. */
export const settled = (page: Page): Promise<void> =>
  page.locator('main[aria-busy="true"]').waitFor({ state: 'detached', timeout: engineLimit });

/** Waits for the engine of a page that was just loaded: its line appears, and goes. */
export async function engineReady(page: Page): Promise<void> {
  const line = page.locator('.engine-line');
  await line.waitFor({ state: 'attached' });
  await line.waitFor({ state: 'detached', timeout: engineLimit });
  if ((await page.locator('.engine-notice').count()) > 0) throw new Error('the engine did not start');
  await settled(page);
}

/** The block with this id. */
export const block = (page: Page, id: string): Locator => page.locator(`section#${id}`);

/** Text as it is read: spaces that must not break count as spaces. */
export const wordsOf = async (place: Locator): Promise<string> =>
  (await place.innerText()).replace(/\s+/g, ' ').trim();

export const pageTitle = (page: Page): Promise<string> => wordsOf(page.getByRole('heading', { level: 1 }));

/** The figure in the opening row, without its unit. */
export async function keyFigure(page: Page, label: string): Promise<string> {
  const [figure = ''] = await page
    .locator('dl div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')
    .first()
    .locator('button, .nil')
    .allTextContents();
  return figure.trim();
}

/** Opens a figure and waits until its definition stands there. */
export async function openFigure(page: Page, figure: Locator): Promise<Locator> {
  await figure.click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('heading', { name: /^(口径|Definition)$/ }).waitFor();
  return panel;
}

export const openKeyFigure = (page: Page, label: string): Promise<Locator> =>
  openFigure(page, page.locator('dl').getByRole('button', { name: new RegExp(`^${label} `) }));

/** Closes an opened figure, if there is one. */
export async function closePanel(page: Page): Promise<void> {
  if ((await page.getByRole('dialog').count()) === 0) return;
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The sum under an opened figure, in 分. */
export async function contributedFen(panel: Locator): Promise<bigint> {
  const words = await wordsOf(panel.getByText(/计入合计/));
  const yuan = /计入合计 ([\d,]+\.\d{2}) 元/.exec(words)?.[1];
  if (yuan === undefined) throw new Error(`no sum to the 分: “${words}”`);
  return BigInt(yuan.replace(/[,.]/g, ''));
}

/** Chooses in a menu of the filter bar; the option may be the beginning of its words. */
export async function chooseFilter(page: Page, menu: string, option: string): Promise<void> {
  await page
    .getByRole('region', { name: '筛选条件' })
    .getByRole('button', { name: new RegExp(`^${menu}`) })
    .click();
  await page
    .getByRole('option', { name: new RegExp(`^${option}`) })
    .first()
    .click();
}

/** Goes to another page by the navigation, so that the engine stays. */
export async function goTo(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation', { name: '主要栏目' }).getByRole('link', { name, exact: true });
  await link.click();
  await page.locator(`nav a[aria-current="page"]:text-is("${name}")`).waitFor();
  await settled(page);
}

/** Drops files on the page as from the desktop. */
export async function dropFiles(page: Page, files: readonly string[]): Promise<void> {
  const sent = files.map((file) => ({
    name: path.basename(file),
    base64: readFileSync(file).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((entries) => {
    const dropped = new DataTransfer();
    for (const { name, base64 } of entries) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dropped.items.add(new File([bytes], name));
    }
    return dropped;
  }, sent);
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('main', event, { dataTransfer: transfer });
  }
}

/** Gives files to the import of `/data` and waits until it has ended. */
export async function importFiles(
  page: Page,
  files: string[] | { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(files);
  await page.getByRole('button', { name: '停止' }).waitFor({ state: 'detached', timeout: engineLimit });
  await page.locator('input[type="file"]').waitFor({ state: 'attached' });
}
