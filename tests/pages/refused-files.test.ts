import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenedPage } from '../browser/open-page';
import { startSite, type TestSite } from '../browser/site';
import { emptyFile, encryptedFile, fileName, goodWorkbooks, textFile } from './fixture-files';
import { block, engineReady, importFiles } from './portal-page';

let site: TestSite;
let opened: OpenedPage;
beforeAll(async () => {
  site = await startSite();
  opened = await site.open({ path: '/data' });
  await engineReady(opened.page);
});
afterAll(async () => {
  await opened.close();
  await site.close();
});

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const secondsAllowed = 10;

/** A workbook whose one sheet unpacks to 100 MB of blanks. */
function zipBomb(): Buffer {
  const blanks = new Uint8Array(100_000_000).fill(0x20);
  const parts = unzipSync(readFileSync(goodWorkbooks[0] ?? ''));
  return Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': blanks }, { level: 6 }));
}

async function expectRefusal(
  files: Parameters<typeof importFiles>[1],
  name: string,
  words: RegExp,
): Promise<void> {
  const started = performance.now();
  await importFiles(opened.page, files);
  const message = opened.page.getByRole('alert').filter({ hasText: name });
  await message.waitFor();
  expect(await message.innerText()).toMatch(words);
  expect(await message.innerText()).toContain('先前载入的数据没有变动');
  expect((performance.now() - started) / 1000).toBeLessThan(secondsAllowed);
}

describe('a file that cannot be read', () => {
  test('that is no workbook is told so', () => expectRefusal([textFile], fileName(textFile), /不是工作簿/));

  test('that is encrypted or in the old format says what to do', () =>
    expectRefusal([encryptedFile], fileName(encryptedFile), /已加密.*另存为\.xlsx/));

  test('that is empty is told so', () => expectRefusal([emptyFile], fileName(emptyFile), /是空的/));

  test('that would unpack to 100 MB is refused within seconds', async () => {
    const buffer = zipBomb();
    expect(buffer.length).toBeLessThan(1_000_000);
    await expectRefusal([{ name: '压缩炸弹.xlsx', mimeType: xlsx, buffer }], '压缩炸弹.xlsx', /解开后过大/);
  });

  test('does not keep a good one beside it, or after it, from loading', async () => {
    const [first = '', second = ''] = goodWorkbooks;
    await importFiles(opened.page, [textFile, first]);
    await block(opened.page, 'files').getByText(fileName(first)).waitFor();
    expect(await opened.page.getByRole('alert').innerText()).toContain(fileName(textFile));
    await importFiles(opened.page, [second]);
    await block(opened.page, 'files').getByText(fileName(second)).waitFor();
  });
});
