import { describe, expect, test } from 'vitest';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import { libraryTableNames, type LibraryRows, type LibraryTableName } from '$lib/domain/tables';
import { importFiles } from '$lib/library/import-files';
import { unitOfCell } from '$lib/library/inputs/indicator-value';
import { carriedRows } from '$lib/library/official/carried-rows';
import type { OfficialBook } from '$lib/library/official/official-book';
import { officialBooks } from '$lib/library/official/official-books';
import { withReaderNumbers } from '$lib/library/official/project-numbers';
import { hashRows } from '$lib/library/package/hash-rows';
import { rowsOf, type TableRow } from '$lib/library/package/table-columns';
import { writeTemplate } from '$lib/library/templates/write-template';
import { labelledCells } from '$lib/policy/forms/cell-labels';
import { buildSample } from '../../data/sample/build-sample';
import { loadSample } from '../../data/sample/load-sample';
import { sampleWorkbooks } from '../../data/sample/workbooks';
import { exampleBodies } from './example-bodies';

const rules = { rulebook, forms, tables };

const filesOf = (books: readonly OfficialBook[]) =>
  Promise.all(books.map(async ({ name, sheets }) => ({ name, bytes: await writeTemplate(sheets) })));

const readBack = async (books: readonly OfficialBook[]) =>
  importFiles(await filesOf(books), { rulebook, inputs: { tables, forms } });

/** Rows changed alike in all tables, or left out. */
const changed = (
  rows: LibraryRows,
  change: (row: TableRow, table: LibraryTableName) => TableRow[],
): LibraryRows => ({
  ...rows,
  ...Object.fromEntries(
    libraryTableNames.map((table) => [table, rowsOf(rows, table).flatMap((row) => change(row, table))]),
  ),
});

/** Projects that an import must hold back: more asked for than invested, or named in an earlier guide already. */
function heldBack({ project }: LibraryRows): Set<string> {
  const years = new Map<string, number>();
  for (const { recipient_name, name, guide_year: year } of project) {
    const key = `${recipient_name}|${name}`;
    years.set(key, Math.min(year, years.get(key) ?? year));
  }
  const faulty = project.filter(
    ({ requested_fen: asked, total_investment_fen: total, recipient_name, name, guide_year }) =>
      (asked !== null && total !== null && asked > total) ||
      years.get(`${recipient_name}|${name}`) !== guide_year,
  );
  return new Set(faulty.map(({ project_id: id }) => id));
}

const cellKey = (year: unknown, form: unknown, key: unknown): string => [year, form, key].join(' ');
const moneyCells = new Set(
  forms.flatMap((form) =>
    labelledCells(form)
      .filter((cell) => unitOfCell(cell)?.money)
      .map(({ key }) => cellKey(form.guideYear, form.id, key)),
  ),
);

/** Amounts are whole 分, and no table can hold a finer one; the sample reports a few that are. */
function inWholeFen(row: TableRow): TableRow {
  const { guide_year, form_id, indicator_key, actual_number: actual } = row;
  const isMoney = moneyCells.has(cellKey(guide_year, form_id, indicator_key));
  return isMoney && typeof actual === 'number' ? { ...row, actual_number: Math.round(actual) } : row;
}

/** A library that an import takes whole. */
function sound(rows: LibraryRows): LibraryRows {
  const faulty = heldBack(rows);
  return changed(rows, (row, table) => {
    if (faulty.has(String(row['project_id']))) return [];
    return [table === 'progress' ? inWholeFen(row) : row];
  });
}

const smallSample = () =>
  withReaderNumbers(buildSample(rulebook, forms, { seed: 'round trip', projects: 260 }).rows);

const endedOn = '2026-03-31';

/** With a paid project that is withdrawn and gives all of one payment back. */
function withEnding(rows: LibraryRows): LibraryRows {
  const [paid] = rows.disbursement;
  if (!paid) throw new Error('nothing was paid');
  const { project_id, paid_fen } = paid;
  const origin = { source_file_id: 'x', source_sheet: null, source_row: null };
  const ending = { project_id, terminated_on: endedOn, kind: 'withdrawn', reason: '市场变化', ...origin };
  return {
    ...rows,
    project: rows.project.map((one) =>
      one.project_id === project_id ? { ...one, terminated_on: endedOn } : one,
    ),
    termination: [ending],
    recovery: [{ project_id, recovered_fen: paid_fen, recovered_on: '2026-06-30', ...origin }],
  };
}

const cities = new Set(rulebook.regions.filter(({ level }) => level === 'city').map(({ name }) => name));

describe('the sample as official workbooks', () => {
  test('comes back identical in every table, progress read line by line and by quarter', async () => {
    const rows = sound(smallSample());
    const { books } = sampleWorkbooks(rules, rows);
    const { rows: back, quarantine, refusals, findings } = await readBack(books);
    expect(refusals).toEqual([]);
    expect(quarantine).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(carriedRows(back).project).toHaveLength(rows.project.length);
    expect(hashRows(carriedRows(back))).toBe(hashRows(carriedRows(rows)));
    expect(new Set(back.source_file.map(({ kind }) => kind))).toContain('progress-by-quarter');
  }, 60_000);

  test('comes back identical at full size from 13 cities, each table a workbook a city', async () => {
    const rows = sound(withReaderNumbers(loadSample().rows));
    const { books } = sampleWorkbooks(rules, rows);
    const high = books.filter(({ folder }) => folder.startsWith('2023年度附件2-1'));
    expect(new Set(high.map(({ name }) => name.split('_')[1]?.replace('.xlsx', '')))).toEqual(cities);
    const { rows: back, quarantine } = await readBack(books);
    expect(quarantine).toEqual([]);
    for (const table of libraryTableNames) {
      const [was, is] = [carriedRows(rows)[table].length, carriedRows(back)[table].length];
      expect(`${table} ${is}`).toBe(`${table} ${was}`);
    }
    expect(hashRows(carriedRows(back))).toBe(hashRows(carriedRows(rows)));
  }, 120_000);

  test('with rows that break a rule comes back but for these', async () => {
    const rows = withReaderNumbers(loadSample().rows);
    const { books } = sampleWorkbooks(rules, rows);
    const summaries = books.filter(({ name }) => name.includes('入库项目汇总表'));
    const { rows: back, findings } = await readBack(summaries);
    const held = new Set(rows.project.map(({ project_id: id }) => id));
    for (const { project_id: id } of back.project) held.delete(id);
    expect([...held].filter((id) => !heldBack(rows).has(id))).toEqual([]);
    expect(findings.filter(({ code }) => code === 'requested_over_total').length).toBeGreaterThan(0);
  }, 60_000);

  test('gives another hash when one cell of one workbook differs', async () => {
    const rows = sound(smallSample());
    const { books } = sampleWorkbooks(rules, rows);
    const [first] = books;
    const from = first?.sheets[0]?.ruled?.from ?? 0;
    const revenue = 4;
    const changedBook = (book: OfficialBook): OfficialBook => ({
      ...book,
      sheets: book.sheets.map((sheet, at) => ({
        ...sheet,
        rows: sheet.rows.map((cells, row) =>
          at === 0 && row === from + 2
            ? cells.map((cell, index) =>
                index === revenue ? { value: Number(cell.value) + 0.000001 } : cell,
              )
            : cells,
        ),
      })),
    });
    const mutated = books.map((book) => (book === first ? changedBook(book) : book));
    const { rows: back, quarantine } = await readBack(mutated);
    expect(quarantine).toEqual([]);
    expect(hashRows(carriedRows(back))).not.toBe(hashRows(carriedRows(rows)));
    const revenues = ({ project }: LibraryRows) =>
      project.reduce((sum, { revenue_fen: fen }) => sum + (fen ?? 0), 0);
    expect(revenues(back) - revenues(rows)).toBe(1);
  }, 60_000);
});

describe('every other table', () => {
  test('checks, centres, platforms and reports come back identical', async () => {
    const base = withEnding(sound(smallSample()));
    const rows: LibraryRows = { ...base, ...exampleBodies(base.project, tables) };
    const { rows: back, quarantine, refusals } = await readBack(officialBooks(rules, rows));
    expect(refusals).toEqual([]);
    expect(quarantine).toEqual([]);
    for (const table of libraryTableNames) {
      const [was, is] = [carriedRows(rows)[table].length, carriedRows(back)[table].length];
      expect(`${table} ${is}`).toBe(`${table} ${was}`);
    }
    expect(hashRows(carriedRows(back))).toBe(hashRows(carriedRows(rows)));
    const kinds = new Set(back.source_file.map(({ kind }) => kind));
    const unread = tables.filter(({ id }) => !kinds.has(id)).map(({ id }) => id);
    // The same rows as in the long tables.
    expect(unread).toEqual(['progress-by-quarter', 'platform-facts-across']);
  }, 60_000);
});

describe('planted faults', () => {
  test('are the same for the same seed, one of each kind, and an import names each at its cell', async () => {
    const rows = sound(smallSample());
    const { books, faults } = sampleWorkbooks(rules, rows, 'faults');
    expect(sampleWorkbooks(rules, rows, 'faults').faults).toEqual(faults);
    expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThanOrEqual(18);
    const { findings } = await readBack(books);
    const named = new Set(findings.map(({ file, sheet, cell, code }) => [file, sheet, cell, code].join(' ')));
    const missed = faults.filter(
      ({ file, sheet, cell, code }) => !named.has([file, sheet, cell, code].join(' ')),
    );
    expect(missed).toEqual([]);
  }, 60_000);

  test('are none unless asked for', () => {
    const rows = smallSample();
    expect(sampleWorkbooks(rules, rows).faults).toEqual([]);
  });
});
