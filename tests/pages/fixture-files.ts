/** Files that tests give to the import. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { independentTotals, type IndependentTotals } from '../fixtures/independent-totals';
import { messyFile } from '../fixtures/messy-table';

const folder = path.resolve('tests/fixtures/files');
const inFolder = (name: string): string => path.join(folder, name);

/** The five workbooks without a fault, one for each annex from 2-1 to 2-5. */
export const goodWorkbooks: readonly string[] = readdirSync(folder)
  .filter((name) => name.startsWith('附件') && name.endsWith('.xlsx') && name !== messyFile)
  .sort()
  .map(inFolder);

export const messyWorkbook = inFolder(messyFile);

const named = (part: string): string => {
  const found = readdirSync(folder).find((name) => name.includes(part));
  if (!found) throw new Error(`no fixture with “${part}” in its name: run "npm run fixtures"`);
  return inFolder(found);
};
export const csvInUtf8 = named('utf8');
export const csvInGb18030 = named('gb18030');
export const encryptedFile = named('加密');
export const textFile = named('不是工作簿');
export const emptyFile = named('空文件');

export const fileName = (file: string): string => path.basename(file);

/** The workbook that a csv is a copy of. */
export const workbookOf = (csv: string): string =>
  inFolder(`${fileName(csv).replace(/-(utf8|gb18030)\.csv$/, '')}.xlsx`);

/** Rows and money of several workbooks, computed without the portal. */
export const totalsOf = (files: readonly string[]): IndependentTotals =>
  files.map(independentTotals).reduce((sum, one) => ({
    rows: sum.rows + one.rows,
    requestedFen: sum.requestedFen + one.requestedFen,
    totalInvestmentFen: sum.totalInvestmentFen + one.totalInvestmentFen,
  }));
