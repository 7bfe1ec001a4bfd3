import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importFiles } from '$lib/library/import-files';
import { mergeImport } from '$lib/library/merge-library';
import { exportPackage } from '$lib/library/package/export-package';
import { readRulebook } from '$lib/policy/read-rules';
import { runCheck } from '../../src/cli/check/main';
import { file, smallTable } from '../library/small-table';
import { runCommand } from './run-command';

const files = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/files');
const check = (names: string[], ...more: string[]) =>
  runCommand(runCheck, ...names.map((name) => path.join(files, name)), '--guide', '2023', ...more);

interface Report {
  counts: Record<string, number>;
  files: { name: string; kind: string }[];
  loaded: Record<string, number>;
  findings: { code: string; file: string; severity: string; cell: string | null; sentence: string }[];
  refusals: { file: string; sentence: string }[];
  quota: { category: string; quota: number | null; projects: number; headroom: number | null }[];
  projects: { answer: string; category: string; ceiling_fen: number | null; missing: string[] }[];
}

test('a good workbook: no errors, every project answered, exit code 0', async () => {
  const run = await check(['附件2-1-南京市.xlsx'], '--format', 'json');
  expect(run.code).toBe(0);
  const report = run.json() as Report;
  expect(report.counts['errors']).toBe(0);
  expect(report.projects.length).toBe(report.counts['projects']);
  expect(report.projects.every(({ answer }) => answer !== 'met')).toBe(true);
  expect(report.projects.some(({ missing }) => missing.length > 0)).toBe(true);
});

test('applications are counted against each quota, without calling a surplus an error', async () => {
  const report = (await check(['附件2-1-南京市.xlsx'], '--format', 'json')).json() as Report;
  const counted = report.quota.reduce((sum, { projects }) => sum + projects, 0);
  expect(counted).toBe(report.counts['projects']);
  for (const { quota, projects, headroom } of report.quota)
    expect(headroom).toBe(quota === null ? null : quota - projects);
});

test('a workbook with faults: each is said with its cell, exit code 1', async () => {
  const run = await check(['附件2-1-徐州市-问题表.xlsx'], '--format', 'json');
  expect(run.code).toBe(1);
  const { findings, counts } = run.json() as Report;
  expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(counts['errors'] ?? -1);
  expect(findings.every(({ sentence }) => sentence.length > 0)).toBe(true);
  expect(findings.some(({ cell }) => cell !== null)).toBe(true);
});

test('a file that cannot be read is refused, the others are still checked', async () => {
  const run = await check(['坏-不是工作簿.xlsx', '附件2-4-盐城市.xlsx'], '--format', 'json');
  expect(run.code).toBe(1);
  const report = run.json() as Report;
  expect(report.refusals.map(({ file }) => file)).toEqual(['坏-不是工作簿.xlsx']);
  expect(report.projects.length).toBeGreaterThan(0);
});

test('payments and progress are read with the summary tables, and their faults are said', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fundlens-check-'));
  const write = (name: string, lines: string[]) => {
    writeFileSync(path.join(folder, name), lines.join('\r\n'));
    return path.join(folder, name);
  };
  const payments = write('拨付.csv', [
    '承担单位,项目名称,期次,拨付金额(万元),拨付日期',
    '演示企业9999（南京）,没有这个项目,1,10,2024-02-30',
  ]);
  const progress = write('进展.csv', ['项目编号,指标,报告期,实际完成值', 'p-9,项目总投入,2024年第一季度,5']);
  const run = await runCommand(runCheck, payments, progress, '--guide', '2023', '--format', 'json');
  expect(run.code).toBe(1);
  const report = run.json() as Report;
  expect(report.files.map(({ kind }) => kind)).toEqual(['disbursements', 'progress']);
  expect(report.findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
    'date_impossible E2',
    'project_unknown B2',
    'project_unknown A2',
  ]);
  expect(report.counts['rows_waiting']).toBe(2);
  expect(report.loaded).toEqual({});
});

test('the text ends with the counts', async () => {
  const run = await check(['附件2-4-盐城市.xlsx']);
  expect(run.text.split('\n').at(-1)).toMatch(/^共 \d+ 个项目：符合 0，/);
});

test('no file, a missing file or an unknown year: exit code 2 and nothing written', async () => {
  const runs = await Promise.all([
    runCommand(runCheck, '--guide', '2023'),
    check(['没有.xlsx']),
    runCommand(runCheck, path.join(files, '附件2-4-盐城市.xlsx'), '--guide', '1999'),
  ]);
  expect(runs.map(({ code, text }) => [code, text])).toEqual([
    [2, ''],
    [2, ''],
    [2, ''],
  ]);
});

describe('the checks over all rows', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'fundlens-check-'));
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const first = write('甲.csv', smallTable([{ name: '演示项目一' }]));
  const second = write('乙.csv', smallTable([{ name: '演示项目二' }]));
  const found = async (...named: string[]) => {
    const run = await runCommand(runCheck, ...named, '--guide', '2023', '--format', 'json');
    return (run.json() as Report).findings.map(({ code, file }) => `${code} ${file}`);
  };

  test('name an applicant that two of the files list', async () => {
    expect(await found(first)).toEqual([]);
    expect(await found(first, second)).toContain('recipient_twice 乙.csv');
  });

  test('look into the library of an exported package, and tell of the new files alone', async () => {
    const rulebook = readRulebook();
    const imported = await importFiles([file('甲.csv', smallTable([{ name: '演示项目一' }]))], { rulebook });
    const own = mergeImport(
      null,
      imported,
      { loadedAt: '2026-01-01T00:00:00Z', fallbackAsOf: '2026-01-01' },
      rulebook,
    );
    const { bytes } = await exportPackage(own.library, { format: 'csv', rulebook });
    const library = write('项目库.zip', bytes);
    const codes = await found(second, '--library', library);
    expect(codes).toContain('recipient_twice 乙.csv');
    expect(codes.every((line) => line.endsWith('乙.csv'))).toBe(true);
  });

  test('a package that cannot be read is said with its faults, exit code 2', async () => {
    const broken = write('坏.zip', 'PK no archive');
    const run = await runCommand(runCheck, first, '--guide', '2023', '--library', broken);
    expect([run.code, run.text]).toEqual([2, '']);
    expect(run.complaint).toContain('坏.zip');
  });
});
