import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LibraryTableName } from '$lib/domain/tables';
import { exportFiles, exportPackage } from '$lib/library/package/export-package';
import { hashRows } from '$lib/library/package/hash-rows';
import { openPackage } from '$lib/library/package/open-package';
import { columnsOf, tableNames } from '$lib/library/package/table-columns';
import { readRulebook } from '$lib/policy/read-rules';
import { loadSample } from '../../data/sample/load-sample';

const rulebook = readRulebook();
const sample = loadSample();

describe.each(['csv', 'parquet'] as const)('the embedded sample as %s', (format) => {
  test('comes back identical, row for row', { timeout: 60_000 }, async () => {
    const { bytes, fileName } = await exportPackage(sample, { format, rulebook });
    const { library } = await openPackage([{ name: fileName, bytes }]);
    expect(hashRows(library.rows)).toBe(sample.meta.hash);
    expect(library).toEqual(sample);
    expect(bytes.length).toBeLessThan(800_000);
  });
});

const duckTypes = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  fen: 'BIGINT',
  decimal: 'DOUBLE',
  date: 'DATE',
  boolean: 'BOOLEAN',
};

describe('the Parquet tables as another engine reads them', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fundlens-package-'));
  let ask: (sql: string) => Promise<unknown[][]>;
  const from = (table: LibraryTableName): string => `'${path.join(folder, `${table}.parquet`)}'`;

  beforeAll(async () => {
    const { files } = await exportFiles(sample, { format: 'parquet', rulebook });
    for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    ask = async (sql) => (await connection.runAndReadAll(sql)).getRowsJS();
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(tableNames)('%s has the types of its definition and every row', async (table) => {
    const types = await ask(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from(table)})`);
    expect(types).toEqual(columnsOf(table).map(([name, { type }]) => [name, duckTypes[type]]));
    expect(await ask(`SELECT count(*) FROM ${from(table)}`)).toEqual([[BigInt(sample.rows[table].length)]]);
  });

  test('money sums to the 分, days and missing values are what they were', async () => {
    const sum = (amounts: readonly (number | null)[]) =>
      amounts.reduce((all, one) => all + BigInt(one ?? 0), 0n);
    const { project, disbursement } = sample.rows;
    const [figures] = await ask(
      `SELECT sum(award_fen)::BIGINT, count(award_fen), count(profit_fen), min(start_date)::VARCHAR,
         max(end_date)::VARCHAR, count(*) FILTER (in_cluster), count(*) FILTER (in_cluster IS NULL),
         min(profit_fen) FROM ${from('project')}`,
    );
    const days = (column: 'start_date' | 'end_date') => project.flatMap((row) => row[column] ?? []).sort();
    expect(figures).toEqual([
      sum(project.map((row) => row.award_fen)),
      BigInt(project.filter((row) => row.award_fen !== null).length),
      BigInt(project.filter((row) => row.profit_fen !== null).length),
      days('start_date').at(0),
      days('end_date').at(-1),
      BigInt(project.filter((row) => row.in_cluster === true).length),
      BigInt(project.filter((row) => row.in_cluster === null).length),
      BigInt(Math.min(...project.flatMap((row) => row.profit_fen ?? []))),
    ]);
    expect(await ask(`SELECT sum(paid_fen)::BIGINT FROM ${from('disbursement')}`)).toEqual([
      [sum(disbursement.map((row) => row.paid_fen))],
    ]);
  });
});
