import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ImportProgress } from '$lib/library/import-result';
import { lineFields, officialHeads } from '../fixtures/official-layout';
import { csvRow, file, plainLine, run, smallTable, titleLines, type Change } from './small-table';
import { textCell, tinyWorkbook } from './tiny-workbook';

const many = (count: number): Change[] =>
  Array.from({ length: count }, (_, index) => ({
    sequence: String(index + 1),
    recipient: `演示企业${index}`,
    name: `演示项目${index}`,
  }));

describe('an import of several files', () => {
  test('tells how far it is', async () => {
    const steps: ImportProgress[] = [];
    const files = [file('一.csv', smallTable([{}])), file('二.csv', smallTable(many(3000)))];
    await run(files, { onProgress: (step) => steps.push(step) });
    expect(steps.map(({ file: at, files: of, name, rowsRead }) => [at, of, name, rowsRead])).toEqual([
      [1, 2, '一.csv', 0],
      [2, 2, '二.csv', 1],
      [2, 2, '二.csv', 2500],
    ]);
  });

  test('stops between rows when it is told to', async () => {
    const stop = new AbortController();
    const steps: number[] = [];
    const running = run([file('一.csv', smallTable(many(7500)))], {
      signal: stop.signal,
      onProgress: ({ rowsRead }) => {
        steps.push(rowsRead);
        if (rowsRead === 2500) stop.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(steps.at(-1)).toBe(2500);
  });

  test('reads the same content once, under whatever name', async () => {
    const { rows, refusals } = await run([
      file('一.csv', smallTable([{}])),
      file('二.csv', smallTable([{}])),
    ]);
    expect(rows.project).toHaveLength(1);
    expect(refusals).toEqual([
      { code: 'same_file_twice', file: '二.csv', params: { file: '二.csv', found: '一.csv' } },
    ]);
  });

  test('refuses a file without a summary table, and skips such a sheet beside one', async () => {
    const words = { name: '说明', rows: `<row r="1">${textCell('A1', '演示')}</row>` };
    const { refusals } = await run([{ name: '一.xlsx', bytes: tinyWorkbook([words]) }]);
    expect(refusals).toMatchObject([{ code: 'no_table' }]);
  });

  test('gives a project the same number whatever file and row it stands in', async () => {
    const one = await run([file('一.csv', smallTable([{}]))]);
    const two = await run([file('二.csv', smallTable([...many(3), { sequence: '4' }]))]);
    expect(two.rows.project.map(({ project_id }) => project_id)).toContain(one.rows.project[0]?.project_id);
  });
});

test('a hidden sheet is not read, so that an older state is not counted twice', async () => {
  const cells = (line: readonly string[], row: number) =>
    `<row r="${row}">${line.map((text, index) => textCell(`${String.fromCharCode(65 + index)}${row}`, text)).join('')}</row>`;
  const rows = [
    ...titleLines.map((line, index) => cells([line], index + 1)),
    cells(
      lineFields.map((field) => officialHeads[field]),
      5,
    ),
    cells(
      lineFields.map((field) => plainLine[field]),
      6,
    ),
  ].join('');
  const bytes = tinyWorkbook([
    { name: '新', rows },
    { name: '旧', rows, hidden: true },
  ]);
  const result = await run([{ name: '一.xlsx', bytes }]);
  expect(result.rows.project).toMatchObject([{ source_sheet: '新', source_row: 6 }]);
  expect(result.findings).toMatchObject([{ code: 'sheet_hidden', sheet: '旧', cell: 'A1' }]);
});

/** A table with its columns in another order, foreign columns between, and blank lines: the same projects. */
const mutation = fc.record({
  order: fc.shuffledSubarray(lineFields, { minLength: lineFields.length }),
  foreign: fc.array(fc.nat(lineFields.length), { maxLength: 3 }),
  blanks: fc.array(fc.nat(6), { maxLength: 4 }),
  amounts: fc.array(fc.integer({ min: 100_000, max: 50_000_000 }), { minLength: 1, maxLength: 6 }),
  grouped: fc.boolean(),
  unit: fc.constantFrom('万元' as const, '元' as const),
});

test('shuffled and foreign columns, blank lines, separators and units never load a wrong number', async () => {
  await fc.assert(
    fc.asyncProperty(mutation, async ({ order, foreign, blanks, amounts, grouped, unit }) => {
      const written = (hundredths: number): string => {
        const value = unit === '元' ? hundredths * 100 : hundredths / 100;
        return grouped ? value.toLocaleString('en-US') : String(value);
      };
      const lines = many(amounts.length).map((line, index) => ({
        ...plainLine,
        ...line,
        total: written(amounts[index] ?? 0),
        fixedAssets: '0',
        requested: '1',
      }));
      const heads = order.map((field) => officialHeads[field].replace('\n', ''));
      const table = [
        heads.map((head) => (head.startsWith('申报项目总投资') ? head.replace('万元', unit) : head)),
        ...lines.map((line) => order.map((field) => line[field])),
      ];
      for (const [row, cells] of table.entries()) {
        for (const at of foreign) cells.splice(at, 0, row === 0 ? '经办人' : '99999');
      }
      const text = table.map((cells) => cells.map((cell) => `"${cell}"`).join(','));
      for (const at of blanks) text.splice(1 + Math.min(at, lines.length), 0, ','.repeat(order.length));
      const { rows, quarantine } = await run([file('一.csv', [...titleLines, ...text].join('\r\n'))]);
      expect(quarantine).toEqual([]);
      expect(rows.project.map((project) => project.total_investment_fen)).toEqual(
        amounts.map((hundredths) => hundredths * 10_000),
      );
    }),
    { numRuns: 60 },
  );
});

test('any garbage in any cell loads the right number or none', async () => {
  const garbage = fc.oneof(
    fc.string(),
    fc.constantFrom('#REF!', '3,0', '３０００', '约3000', '3000元', '1e4', '-', '2021.1'),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...lineFields), garbage, async (field, text) => {
      fc.pre(!/[\r\n]/.test(text));
      const table = [...titleLines, smallTable([]).split('\r\n').at(-1) ?? '', csvRow({ [field]: text })];
      const { rows, quarantine, refusals } = await run([file('一.csv', table.join('\r\n'))]);
      for (const project of rows.project) {
        if (field !== 'total') expect(project.total_investment_fen).toBe(3_000_000_000);
        if (field !== 'requested') expect(project.requested_fen).toBe(500_000_000);
      }
      expect(rows.project.length + quarantine.length + refusals.length).toBe(1);
    }),
    { numRuns: 150, examples: [['sequence', 'no']] },
  );
});
