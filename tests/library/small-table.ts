import rulebook from 'virtual:fundlens-rules';
import { importFiles, type ImportOptions } from '$lib/library/import-files';
import type { ImportResult } from '$lib/library/import-result';
import { lineFields, officialHeads, type LineField } from '../fixtures/official-layout';

/** A line without a fault under the third annex; tests change single cells of it. */
export const plainLine: Record<LineField, string> = {
  sequence: '1',
  recipient: '演示企业甲有限公司',
  address: '南京市江宁区演示路1号',
  industry: '软件和信息技术服务业',
  revenue: '50000',
  tax: '1500',
  profit: '4000',
  category: '专精特新中小企业能力提升项目',
  name: '演示项目甲',
  total: '3000',
  fixedAssets: '2000',
  start: '2021-01',
  end: '2022-06',
  requested: '500',
  cluster: '否',
};

export type Change = Partial<Record<LineField, string>>;

export const titleLines = [
  '附件2-3',
  '2023年度江苏省工业和信息产业转型升级专项资金（自主品牌企业培育）入库项目汇总表',
  '地区：南京市',
  '汇总时间：2022年11月18日',
];

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
export const headLine = lineFields.map((field) => quoted(officialHeads[field].replace('\n', ''))).join(',');
export const csvRow = (change: Change): string =>
  lineFields.map((field) => quoted(change[field] ?? plainLine[field])).join(',');

/** A csv of annex 2-3 with one line for each set of changes; titles stand in rows 1 to 4, the header in 5. */
export const smallTable = (changes: readonly Change[], titles: readonly string[] = titleLines): string =>
  [...titles, headLine, ...changes.map(csvRow)].join('\r\n');

export const firstRow = titleLines.length + 2;

export const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

export const run = (files: { name: string; bytes: Uint8Array }[], options: Partial<ImportOptions> = {}) =>
  importFiles(files, { rulebook, ...options });

/** Imports one csv and tells code and cell of every finding. */
export async function findingsOf(text: string): Promise<{ result: ImportResult; found: string[] }> {
  const result = await run([file('演示.csv', text)]);
  return { result, found: result.findings.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim()) };
}

/** Findings of one line with some cells changed, as `code cell`. */
export const findingsOfLine = async (change: Change) => (await findingsOf(smallTable([change]))).found;
