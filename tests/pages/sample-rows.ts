/**
 * The embedded sample, read by a few lines of the test's own: no code of the portal takes part, so that what the
 * pages show can be held against it.
 */
import { readFileSync } from 'node:fs';

export type CsvRow = Record<string, string>;

function cells(line: string): string[] {
  const found = line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g);
  const out: string[] = [];
  for (const match of found) {
    const text = match[1] ?? '';
    out.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (match.index + match[0].length >= line.length) break;
  }
  return out;
}

/** Rows of one table of the sample package; every value is text as it stands in the file. */
export function sampleTable(name: string): CsvRow[] {
  const lines = readFileSync(`data/sample/package/${name}.csv`, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const [head = '', ...body] = lines;
  const names = cells(head);
  return body.map((line) => {
    const values = cells(line);
    return Object.fromEntries(names.map((column, index) => [column, values[index] ?? '']));
  });
}

export const sum = (rows: CsvRow[], column: string): bigint =>
  rows.reduce((total, row) => total + BigInt(row[column] || '0'), 0n);

/** 分 as the portal shows them in 亿元 with two decimals, computed with whole numbers only. */
export function inYi(fen: bigint): string {
  const hundredths = (fen + 50_000_000n) / 100_000_000n;
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
