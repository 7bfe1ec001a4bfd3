import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Row } from '$lib/domain/tables';
import expectedFindings from '../fixtures/messy-expected.json';
import { goodTables } from '../fixtures/good-tables';
import { independentTotals } from '../fixtures/independent-totals';
import { messyFile } from '../fixtures/messy-table';
import { run } from './small-table';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/files');
const fixture = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) });
const names = goodTables().map(({ file }) => file);

const sum = (rows: readonly Row<'project'>[], column: 'requested_fen' | 'total_investment_fen'): bigint =>
  rows.reduce((total, row) => total + BigInt(row[column] ?? Number.NaN), 0n);

describe('the five workbooks without a fault', () => {
  test.each(names)(
    '%s loads with the totals that its own XML adds up to, and with no finding',
    async (name) => {
      const { rows, findings, quarantine, refusals } = await run([fixture(name)]);
      const totals = independentTotals(path.join(folder, name));
      expect(rows.project).toHaveLength(totals.rows);
      expect(sum(rows.project, 'requested_fen')).toBe(totals.requestedFen);
      expect(sum(rows.project, 'total_investment_fen')).toBe(totals.totalInvestmentFen);
      expect([findings, quarantine, refusals]).toEqual([[], [], []]);
    },
  );

  test('together they are one library of five tables and five regions, the direct county on its own', async () => {
    const { rows, findings, compiledOn } = await run(names.map(fixture));
    expect(findings).toEqual([]);
    expect(rows.source_file.map(({ kind, region_text }) => [kind, region_text])).toEqual([
      ['summary-table-2-1', '南京市'],
      ['summary-table-2-2', '苏州市'],
      ['summary-table-2-3', '昆山市'],
      ['summary-table-2-4', '盐城市'],
      ['summary-table-2-5', '南通市'],
    ]);
    const direct = rows.project.filter((row) => row.reports_directly);
    expect(new Set(direct.map((row) => row.county_adcode))).toEqual(new Set(['320583']));
    expect(direct).toHaveLength(16);
    expect(new Set(rows.project.map((row) => row.project_id)).size).toBe(rows.project.length);
    expect(compiledOn).toBe('2022-11-22');
  });

  test('every project has the date of its table, a ceiling where total investment may stand in, and no award', async () => {
    const { rows } = await run(names.map(fixture));
    for (const project of rows.project) {
      expect(project).toMatchObject({
        status: 'admitted',
        award_fen: null,
        awarded_on: null,
        guide_year: 2023,
      });
      expect(project.submitted_on).toMatch(/^2022-11-/);
    }
    const upgrade = rows.project.find((row) => row.category_id === 'guides/2023/green-upgrade');
    const tenth = (upgrade?.total_investment_fen ?? 0) / 5;
    expect(upgrade?.ceiling_fen).toBe(Math.min(Math.floor(tenth), 2_000_000_000));
  });
});

describe('csv files', () => {
  const comparable = (rows: readonly Row<'project'>[]) =>
    rows.map(({ source_file_id: _file, source_sheet: _sheet, source_row: _row, ...row }) => row);

  test.each([
    ['附件2-4-盐城市-utf8.csv', '附件2-4-盐城市.xlsx'],
    ['附件2-1-南京市-gb18030.csv', '附件2-1-南京市.xlsx'],
  ])('%s gives the rows of %s', async (csv, workbook) => {
    const fromCsv = await run([fixture(csv)]);
    const fromWorkbook = await run([fixture(workbook)]);
    expect(fromCsv.findings).toEqual([]);
    expect(comparable(fromCsv.rows.project)).toEqual(comparable(fromWorkbook.rows.project));
  });
});

describe('the messy workbook', () => {
  const placeOf = ({ sheet, cell, code }: { sheet: string | null; cell: string | null; code: string }) =>
    `${sheet} ${cell} ${code}`;

  test('yields exactly its thirty findings, each naming its cell, all of different kinds', async () => {
    const { findings } = await run([fixture(messyFile)]);
    expect(expectedFindings).toHaveLength(30);
    expect(new Set(expectedFindings.map(({ code }) => code)).size).toBe(30);
    expect(findings.map(placeOf).sort()).toEqual(expectedFindings.map(placeOf).sort());
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set([messyFile]));
  });

  test('rows with an error wait, all others load, none is lost', async () => {
    const { rows, quarantine } = await run([fixture(messyFile)]);
    const [file] = rows.source_file;
    expect(rows.project.length + quarantine.length).toBe(file?.rows_read);
    expect(quarantine.every((row) => row.findings.some(({ severity }) => severity === 'error'))).toBe(true);
  });

  test('beside good workbooks it costs them nothing', async () => {
    const alone = await run(names.map(fixture));
    const together = await run([fixture(messyFile), ...names.map(fixture)]);
    const good = together.rows.project.filter((row) => row.city_adcode !== '320300');
    expect(good).toEqual(alone.rows.project);
  });
});

describe('bad files', () => {
  test('each is refused with its reason, and the good file between them loads', async () => {
    const [good = ''] = names;
    const bad = ['坏-加密.xlsx', '坏-不是工作簿.xlsx', '坏-空文件.xlsx'];
    const { rows, refusals } = await run([bad[0], bad[1], good, bad[2]].map((name) => fixture(name ?? '')));
    expect(refusals.map(({ code, file }) => [code, file])).toEqual([
      ['encrypted_or_old', bad[0]],
      ['not_a_workbook', bad[1]],
      ['empty', bad[2]],
    ]);
    expect(rows.project).toHaveLength(40);
  });
});
