import { describe, expect, test } from 'vitest';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import { mergeImport, type OwnLibrary } from '$lib/library/merge-library';
import { importFiles } from '$lib/library/import-files';
import { knownOf } from '$lib/library/inputs/known-projects';
import { correctRows, type Correction } from '$lib/library/correct/correct-rows';
import { dropRows } from '$lib/library/correct/drop-rows';
import { csv } from './input-tables';
import { file, firstRow, smallTable, type Change } from './small-table';
import { waitingRowKey } from '$lib/library/correct/waiting-row';

const dates = { loadedAt: '2026-11-21T08:00:00.000Z', fallbackAsOf: '2026-11-21' };
const inputs = { tables, forms };
const context = { rulebook, inputs, on: '2026-11-21', loadedAt: '2026-11-21T09:00:00.000Z' };

async function load(existing: OwnLibrary | null, name: string, text: string): Promise<OwnLibrary> {
  const known = existing ? { known: knownOf(existing.library.rows) } : {};
  const imported = await importFiles([file(name, text)], { rulebook, inputs: { ...inputs, ...known } });
  return mergeImport(existing, imported, dates, rulebook);
}

const line = (number: number, change: Change = {}): Change => ({
  sequence: String(number),
  recipient: `演示企业${number}`,
  name: `演示项目${number}`,
  ...change,
});
const ownOf = (...lines: Change[]) => load(null, '演示.csv', smallTable(lines));

/** Corrections of cells of the row that waits at this place of the list. */
function correctionsOf(own: OwnLibrary, values: Record<string, string>, position = 0): Correction[] {
  const row = own.quarantine[position];
  if (!row) throw new Error('no such row');
  const cellOf = (field: string) => row.cells.find(({ column }) => column === field)?.cell ?? '';
  return Object.entries(values).map(([field, value]) => ({
    row: waitingRowKey(row),
    cell: cellOf(field),
    value,
  }));
}
const correct = (own: OwnLibrary, values: Record<string, string>, position = 0) =>
  correctRows(own, correctionsOf(own, values, position), context);

const codes = ({ findings }: OwnLibrary) => findings.map(({ code, cell }) => `${code} ${cell ?? ''}`);

describe('a corrected row', () => {
  test('loads as it would have loaded from the file, with its place kept', async () => {
    const own = await ownOf(line(1), line(2, { total: '约三千' }), line(3));
    const clean = await ownOf(line(1), line(2, { total: '3000' }), line(3));
    const { own: now, loaded, stillWaiting } = correct(own, { total_investment_fen: '3000' });
    expect([loaded.length, stillWaiting.length, now.quarantine.length]).toEqual([1, 0, 0]);
    const row = now.library.rows.project.at(-1);
    expect(row).toEqual({
      ...clean.library.rows.project[1],
      source_file_id: own.library.rows.source_file[0]?.file_id,
    });
    expect(row?.source_row).toBe(firstRow + 1);
    expect(now.library.rows.source_file[0]).toMatchObject({ rows_read: 3, rows_loaded: 3 });
    expect(now.library.meta.counts.project).toBe(3);
    expect(now.library.meta.hash).not.toBe(own.library.meta.hash);
    expect(now.library.meta.loadedAt).toBe(context.loadedAt);
  });

  test('leaves a note of what stood there, what was taken, and when', async () => {
    const own = await ownOf(line(1), line(2, { total: '约三千' }));
    const { own: now } = correct(own, { total_investment_fen: '3000' });
    expect(now.findings).toEqual([
      expect.objectContaining({
        code: 'row_corrected',
        severity: 'note',
        file: '演示.csv',
        cell: `J${firstRow + 1}`,
        found: '约三千',
        fix: '3000',
        expected: '2026-11-21',
      }),
    ]);
  });

  test('that has another fault waits on with what was corrected, and loads when that is corrected too', async () => {
    const own = await ownOf(line(1, { total: '约三千', end: '2022-02-30' }));
    const first = correct(own, { total_investment_fen: '3000' });
    expect(first.loaded).toEqual([]);
    expect(first.stillWaiting[0]?.findings.map(({ code }) => code)).toEqual(['date_impossible']);
    expect(codes(first.own)).toEqual([`date_impossible M${firstRow}`]);
    const second = correct(first.own, { end_date: '2022-02-28' });
    expect(second.loaded).toHaveLength(1);
    expect(codes(second.own)).toEqual([`row_corrected J${firstRow}`, `row_corrected M${firstRow}`]);
  });

  test('that is corrected wrongly waits with the new fault at its cell', async () => {
    const own = await ownOf(line(1, { total: '约三千' }));
    const { own: now, stillWaiting } = correct(own, { total_investment_fen: '-3000' });
    expect(codes(now)).toEqual([`amount_negative J${firstRow}`]);
    expect(stillWaiting).toEqual(now.quarantine);
  });

  test('given back its first value is as it was', async () => {
    const own = await ownOf(line(1, { total: '约三千' }));
    const wrong = correct(own, { total_investment_fen: '-3000' }).own;
    const back = correct(wrong, { total_investment_fen: '约三千' }).own;
    expect(back.quarantine).toEqual(own.quarantine);
    expect(back.findings).toEqual(own.findings);
  });

  test('keeps the findings of its cells that are no errors, in their place', async () => {
    const own = await ownOf(
      line(1, { industry: ' 制造业 ', total: '约三千' }),
      line(2, { industry: ' 制造业 ' }),
    );
    const { own: now } = correct(own, { total_investment_fen: '3000' });
    expect(codes(now)).toEqual([
      `text_trimmed D${firstRow}`,
      `row_corrected J${firstRow}`,
      `text_trimmed D${firstRow + 1}`,
    ]);
  });

  test('that names a project already loaded waits as its duplicate', async () => {
    const own = await ownOf(line(1), line(2, { name: ' ', total: '3000' }));
    const values = { name: '演示项目1', recipient_name: '演示企业1' };
    const { own: now, loaded } = correct(own, values);
    expect(loaded).toEqual([]);
    expect(codes(now)).toEqual([`duplicate_row I${firstRow + 1}`]);
  });

  test('and another that say the same thing: the first loads, the second waits', async () => {
    const own = await ownOf(line(1, { total: '约' }), line(2, { total: '约' }));
    const same = { name: '演示项目', recipient_name: '演示企业', total_investment_fen: '3000' };
    const all = [...correctionsOf(own, same, 0), ...correctionsOf(own, same, 1)];
    const { loaded, stillWaiting } = correctRows(own, all, context);
    expect(loaded.map(({ row }) => row)).toEqual([firstRow]);
    expect(stillWaiting[0]?.findings.map(({ code }) => code)).toEqual(['duplicate_row']);
  });

  test('leaves the library that it was made from untouched', async () => {
    const own = await ownOf(line(1), line(2, { total: '约三千' }));
    const before = structuredClone(own);
    correct(own, { total_investment_fen: '3000' });
    expect(own).toEqual(before);
  });
});

describe('a row that waits', () => {
  test('is read again the same after a browser kept it as plain data', async () => {
    const own = await ownOf(line(1, { total: '约三千' }));
    const kept = JSON.parse(JSON.stringify(own)) as OwnLibrary;
    expect(correct(kept, { total_investment_fen: '3000' }).own).toEqual(
      correct(own, { total_investment_fen: '3000' }).own,
    );
  });

  test('of a guide year that nobody knows is not read alone', async () => {
    const text = smallTable([line(1)]).replace('2023年度', '2030年度');
    const own = await load(null, '演示.csv', text);
    expect(own.quarantine).toHaveLength(1);
    const { own: now, loaded, stillWaiting } = correct(own, { requested_fen: '400' });
    expect([loaded, stillWaiting]).toEqual([[], []]);
    expect(now.quarantine).toEqual(own.quarantine);
  });

  test('can be dropped, which leaves a note instead of its faults', async () => {
    const own = await ownOf(line(1), line(2, { total: '约三千' }), line(3, { end: '2022-02-30' }));
    const [row] = own.quarantine;
    const now = dropRows(own, new Set(row ? [waitingRowKey(row)] : []), '2026-11-21');
    expect(now.quarantine.map(({ row: number }) => number)).toEqual([firstRow + 2]);
    expect(codes(now)).toEqual([
      `row_dropped ${firstRow + 1}:${firstRow + 1}`,
      `date_impossible M${firstRow + 2}`,
    ]);
    expect(now.findings[0]).toMatchObject({ found: '演示项目2', expected: '2026-11-21' });
    expect(now.library).toBe(own.library);
  });
});

describe('rows of other tables', () => {
  const payments = (...lines: string[][]) =>
    csv([['承担单位', '项目名称', '拨付日期', '拨付金额（万元）', '期次'], ...lines]);

  test('load when their cell is corrected', async () => {
    const before = await ownOf(line(1));
    const own = await load(
      before,
      '拨付.csv',
      payments(['演示企业1', '演示项目1', '2023-13-01', '100', '1']),
    );
    const { own: now, loaded } = correct(own, { paid_on: '2023-12-01' });
    expect(loaded).toHaveLength(1);
    expect(now.library.rows.disbursement).toMatchObject([{ paid_fen: 100_000_000, paid_on: '2023-12-01' }]);
    expect(now.library.meta.datasets).toContain('disbursements');
  });

  test('that wait for a project load when the project does', async () => {
    const before = await ownOf(line(1, { total: '约三千' }));
    const own = await load(
      before,
      '拨付.csv',
      payments(['演示企业1', '演示项目1', '2023-12-01', '100', '1']),
    );
    expect(own.quarantine).toHaveLength(2);
    const { own: now, loaded } = correct(own, { total_investment_fen: '3000' });
    expect(loaded.map((row) => row.file)).toEqual(['演示.csv', '拨付.csv']);
    expect(now.quarantine).toEqual([]);
    expect(now.library.rows.disbursement).toHaveLength(1);
  });
});
