import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import { importFiles } from '$lib/library/import-files';
import { mergeImport, type OwnLibrary } from '$lib/library/merge-library';
import { file, run, smallTable } from './small-table';
import type { BookText } from '$lib/library/findings-book/book-text';
import { distinctSheetNames } from '$lib/library/findings-book/book-sheet';
import { findingsBooks, type FindingsBook } from '$lib/library/findings-book/findings-book';
import { safeText } from '$lib/library/findings-book/safe-text';
import { writeBook } from '$lib/library/findings-book/write-book';

const dates = { loadedAt: '2026-11-21T08:00:00.000Z', fallbackAsOf: '2026-11-21' };
const words: BookText = {
  listName: '问题清单',
  title: (sender, count, errors) => `${sender}：${count} 处，错误 ${errors} 处`,
  guide: '改正后发回',
  sampleMark: null,
  heads: ['编号', '程度', '文件', '工作表', '单元格', '问题', '表中为', '应为', '已按'],
  problemHead: '问题',
  problem: (row, { code }) => `第${row}行：${code}`,
  severity: ({ severity }) => severity,
  sentence: ({ code }) => code,
};
const source = { rulebook, tables, words };
const bytesOf = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/files/${name}`));
const messy = '附件2-1-徐州市-问题表.xlsx';

const imported = async (files: { name: string; bytes: Uint8Array }[]): Promise<OwnLibrary> =>
  mergeImport(null, await importFiles(files, { rulebook }), dates, rulebook);

let own: OwnLibrary;
let books: FindingsBook[];
beforeAll(async () => {
  own = await imported([
    { name: messy, bytes: bytesOf(messy) },
    file('无地区.csv', smallTable([{ total: '约三千' }], ['附件2-3 2023年度自主品牌企业培育入库项目汇总表'])),
  ]);
  books = findingsBooks(own, own.findings, source);
});

const bookOf = (sender: string): FindingsBook => {
  const found = books.find((book) => book.sender === sender);
  if (!found) throw new Error(`no book of ${sender}`);
  return found;
};

describe('the workbooks of findings', () => {
  test('are one for each sender, by 地区, else by file', () => {
    expect(books.map(({ sender }) => sender)).toEqual(['徐州市', '无地区.csv']);
    expect(books.reduce((sum, book) => sum + book.findings, 0)).toBe(own.findings.length);
  });

  test('number every finding on the first sheet, with place and sentence', async () => {
    const bytes = await writeBook(bookOf('徐州市'));
    const [list, rows] = await readXlsxFile(Buffer.from(bytes));
    expect([list?.sheet, rows?.sheet]).toEqual(['问题清单', '附件2-1-徐州市-问题表']);
    const lines = list?.data.slice(3) ?? [];
    expect(lines.map(([number]) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    const ofFile = own.findings.filter((finding) => finding.file === messy);
    expect(lines.map((line) => [line[4], line[5]])).toEqual(ofFile.map(({ cell, code }) => [cell, code]));
  });

  test('hold the faulty rows as they stand in the file, the faulty cells marked', () => {
    const [, sheet] = bookOf('徐州市').sheets;
    const heads = sheet?.rows[3]?.map(({ value }) => value) ?? [];
    const total = heads.findIndex((head) => /总投资/.test(String(head)));
    const line = sheet?.rows.find((row) => row[total]?.value === '约六千');
    expect(line?.[total]).toEqual({ value: '约六千', look: 'error' });
    expect(line?.filter(({ look }) => look === 'error')).toHaveLength(1);
    expect(line?.at(-1)).toEqual({ value: '第17行：amount_not_number', look: 'words' });
    const faulty = own.findings.filter(
      ({ file: name, severity, column, row }) =>
        name === messy && severity !== 'note' && column !== null && row !== null && row > 6 && row < 36,
    );
    expect((sheet?.rows.length ?? 0) - 4).toBe(new Set(faulty.map(({ row }) => row)).size);
  });

  test('come back as they were sent: corrected and read again, their rows load', async () => {
    const bytes = await writeBook(bookOf('徐州市'));
    const back = await importFiles([{ name: '徐州市-改后.xlsx', bytes }], { rulebook });
    const waits = own.quarantine.filter((row) => row.file === messy);
    expect(back.quarantine.map(({ findings: [first] }) => first?.code).sort()).toEqual(
      waits
        .map(({ findings: [first] }) => first?.code)
        .filter((code) => code !== 'duplicate_row')
        .sort(),
    );
    const loaded = new Map(own.library.rows.project.map((project) => [project.project_id, project]));
    // Its twin is not in the book: sent back unchanged it would be the newer row of the same project.
    const twins = waits
      .filter(({ findings: [first] }) => first?.code === 'duplicate_row')
      .map(({ row }) => row);
    expect(twins).toHaveLength(1);
    const others = back.rows.project.filter(({ name }) => !name.includes('００２'));
    for (const project of others) {
      const { source_file_id, source_sheet, source_row, submitted_on, ...now } = project;
      expect([source_file_id, source_sheet, source_row, submitted_on]).toHaveLength(4);
      if (loaded.has(project.project_id)) expect(loaded.get(project.project_id)).toMatchObject(now);
    }
    expect(back.rows.project.length).toBeGreaterThan(2);
  });

  test('hold only what a filter left', () => {
    const errors = own.findings.filter(({ code }) => code === 'amount_negative');
    const [book, other] = findingsBooks(own, errors, source);
    expect([book?.findings, other]).toEqual([1, undefined]);
    expect(book?.sheets[1]?.rows).toHaveLength(5);
  });

  test('say that invented data is invented', () => {
    const [book] = findingsBooks(own, own.findings, {
      ...source,
      words: { ...words, sampleMark: '演示数据' },
    });
    expect(book?.sheets[0]?.rows[2]?.[0]?.value).toBe('演示数据');
  });

  test('hold no formula, whatever a sender typed', async () => {
    const text = smallTable([{ recipient: "=HYPERLINK('x')", name: '@SUM(A1)', total: '+约', profit: '-5' }]);
    const library = mergeImport(null, await run([file('演示.csv', text)]), dates, rulebook);
    const [book] = findingsBooks(library, library.findings, source);
    const bytes = await writeBook(book ?? { sheets: [] });
    const sheets = await readXlsxFile(Buffer.from(bytes));
    const cells = sheets.flatMap(({ data }) => data.flat());
    expect(cells).toContain("'=HYPERLINK('x')");
    expect(cells).toContain('-5');
    for (const cell of cells) expect(String(cell ?? '')).not.toMatch(/^[=+@\t]/);
  });
});

describe('names and texts', () => {
  test('of sheets are never too long, forbidden or twice', () => {
    const long = '一'.repeat(40);
    const names = distinctSheetNames(['a/b', 'A·B', long, long, '']);
    expect(names).toEqual(['a·b', 'A·B（2）', '一'.repeat(31), `${'一'.repeat(28)}（2）`, '—']);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['＝1', "'＝1"],
    ['-4,000.5', '-4,000.5'],
    ['-', '-'],
    ['-cmd', "'-cmd"],
    ['a\u0001b', 'ab'],
  ])('%s is written as %s', (text, safe) => expect(safeText(text)).toBe(safe));
});
