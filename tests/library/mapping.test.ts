import { describe, expect, test } from 'vitest';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import type { KnownChoice, UnsureLayout } from '$lib/library/mapping/layout';
import { lackingColumns, repeatedFields } from '$lib/library/mapping/lacking-columns';
import { file, run, smallTable, titleLines, type Change } from './small-table';

const drifted = (unit = '万元', change: Change = {}) =>
  smallTable([change])
    .replace('申报项目总投资(万元)', `申报项目总投资额(${unit})`)
    .replace('单位名称', '申报单位全称')
    .replace('项目申请补助资金(万元)', `申请省级资金(${unit})`);

const choiceFor = (layout: UnsureLayout, said: Record<string, string | null> = {}): KnownChoice => ({
  key: layout.key,
  kind: layout.kind,
  headers: layout.columns.map(({ header }) => header),
  fields: layout.columns.map(({ header, suggestion }) => said[header] ?? suggestion?.field ?? null),
  remembered: false,
});

const layoutOf = async (text: string): Promise<UnsureLayout> => {
  const [layout] = (await run([file('演示.csv', text)])).layouts;
  if (!layout) throw new Error('no layout is asked for');
  return layout;
};

describe('a sheet with drifted headers', () => {
  test('is asked for with values, suggestions and what is required, and nothing of it is loaded', async () => {
    const result = await run([file('演示.csv', drifted())]);
    expect(result.rows.project).toEqual([]);
    expect(result.rows.source_file).toEqual([]);
    expect(result.refusals).toMatchObject([{ code: 'needs_mapping', file: '演示.csv' }]);
    const [layout] = result.layouts;
    expect(layout).toMatchObject({ kind: 'summary', headerRow: 5, rows: 1, sheet: null });
    expect(layout?.columns.find(({ header }) => header === '申报项目总投资额(万元)')).toMatchObject({
      cell: 'J5',
      samples: ['3000'],
      suggestion: { field: 'total_investment_fen', basis: 'similar' },
    });
    expect(layout?.targets.filter(({ required }) => required).map(({ field }) => field)).toEqual([
      'recipient_name',
      'category_id',
      'name',
      'requested_fen',
    ]);
  });

  test.each([
    ['万元', '3000', '500'],
    ['元', '30000000', '5000000'],
  ])('is read with the choice, in %s as its header says', async (unit, total, requested) => {
    const text = drifted(unit, { total, requested });
    const layout = await layoutOf(text);
    const choice = choiceFor(layout, {
      [`申请省级资金(${unit})`]: 'requested_fen',
      申报单位全称: 'recipient_name',
    });
    const result = await run([file('演示.csv', text)], { choices: [choice] });
    expect(result.layouts).toEqual([]);
    expect(result.rows.project).toMatchObject([
      { total_investment_fen: 3_000_000_000, recipient_name: '演示企业甲有限公司' },
    ]);
    const notes = result.findings.filter(({ code }) => code === 'layout_confirmed');
    expect(notes).toMatchObject([{ severity: 'note', cell: '5:5' }]);
    const again = await run([file('又.csv', text)], { choices: [{ ...choice, remembered: true }] });
    expect(again.findings.map(({ code }) => code)).toContain('layout_remembered');
  });

  test('has one key whatever the unit and year, and another when a header differs', async () => {
    const [one, other] = [await layoutOf(drifted()), await layoutOf(drifted('元'))];
    expect(other.key).toBe(one.key);
    expect((await layoutOf(drifted().replace('所属行业', '行业门类'))).key).not.toBe(one.key);
  });

  test('leaves its rows waiting where the user leaves out a required column', async () => {
    const layout = await layoutOf(drifted());
    const choice = choiceFor(layout);
    choice.fields = choice.fields.map((field) => (field === 'recipient_name' ? null : field));
    const result = await run([file('演示.csv', drifted())], { choices: [choice] });
    expect(result.rows.project).toEqual([]);
    expect(result.quarantine).toHaveLength(1);
    expect(result.findings.map(({ code }) => code)).toContain('column_missing');
  });
});

describe('amounts in a unit that is not read', () => {
  test('are never loaded, even when the user takes the column for money', async () => {
    const text = smallTable([{}])
      .replace('申报项目总投资(万元)', '申报项目总投资(千元)')
      .replace('单位名称', '单位全名');
    const layout = await layoutOf(text);
    const choice = choiceFor(layout, {
      '申报项目总投资(千元)': 'total_investment_fen',
      单位全名: 'recipient_name',
    });
    const result = await run([file('演示.csv', text)], { choices: [choice] });
    expect(result.rows.project).toEqual([]);
    expect(result.findings.map(({ code, cell }) => [code, cell])).toContainEqual([
      'column_unit_unknown',
      'J5',
    ]);
  });

  test('nor where the line above the header names it for the whole table', async () => {
    const bare = smallTable(
      [{}],
      [...titleLines.slice(0, 3), '汇总时间：2022年11月18日,,单位：千元'],
    ).replaceAll('(万元)', '');
    const result = await run([file('演示.csv', bare)]);
    expect(result.rows.project).toEqual([]);
    expect(result.findings.map(({ code, cell }) => [code, cell])).toContainEqual([
      'column_unit_unknown',
      'C4',
    ]);
  });

  test('nor where a row of units stands below the names', async () => {
    const lines = smallTable([{}]).replaceAll('(万元)', '').split('\r\n');
    lines.splice(5, 0, `${','.repeat(9)}千元,千元,,,千元,`);
    const result = await run([file('演示.csv', lines.join('\r\n'))]);
    expect(result.rows.project).toEqual([]);
    const asked = result.layouts[0]?.columns.filter(({ foreignUnit }) => foreignUnit === '千元');
    expect(asked?.map(({ cell }) => cell)).toEqual(['J5', 'K5', 'N5']);
  });
});

test('a file with a good and an unsure sheet says so of the one and loads the other', async () => {
  const { tinyWorkbook, textCell } = await import('./tiny-workbook');
  const rowsOf = (text: string) =>
    text
      .split('\r\n')
      .map((line, row) => {
        const cells = line.startsWith('"') ? line.slice(1, -1).split('","') : [line];
        const at = (index: number) => `${String.fromCharCode(65 + index)}${row + 1}`;
        return `<row r="${row + 1}">${cells.map((cell, index) => textCell(at(index), cell)).join('')}</row>`;
      })
      .join('');
  const bytes = tinyWorkbook([
    { name: '好', rows: rowsOf(smallTable([{}])) },
    { name: '漂移', rows: rowsOf(drifted()) },
  ]);
  const result = await run([{ name: '一.xlsx', bytes }]);
  expect(result.rows.project).toMatchObject([{ source_sheet: '好' }]);
  expect(result.layouts).toMatchObject([{ file: '一.xlsx', sheet: '漂移' }]);
  expect(result.findings).toMatchObject([{ code: 'layout_unsure', sheet: '漂移', row: 5 }]);
  expect(result.refusals).toEqual([]);
});

test('a table of payments with a drifted amount is asked for, as that table', async () => {
  const text = [
    '项目编号,承担单位,项目名称,拨付金额合计(万元),拨付日期',
    'FL-1,演示企业甲,演示项目甲,100,2023-01-05',
  ].join('\r\n');
  const result = await run([file('拨付.csv', text)], { inputs: { tables, forms } });
  expect(result.layouts).toMatchObject([{ kind: 'disbursements', reasons: ['table', 'similar'] }]);
});

test('quarters of two years stand side by side and are no question', async () => {
  const text = ['项目编号,指标,2023年第一季度,2024年第一季度', 'FL-1,产值,1,2'].join('\r\n');
  const result = await run([file('进度.csv', text)], { inputs: { tables, forms } });
  expect(result.layouts).toEqual([]);
  expect(result.findings.map(({ code }) => code)).not.toContain('column_twice');
});

test('what lacks and what comes twice', () => {
  const target = (field: string, required: boolean) => ({ field, header: field, money: false, required });
  const targets = [target('project_id', false), target('recipient_name', false), target('paid_fen', true)];
  const lacking = (fields: (string | null)[]) =>
    lackingColumns({ targets, joinsProject: true }, fields).map(({ field }) => field);
  expect(lacking(['project_id', 'paid_fen'])).toEqual([]);
  expect(lacking(['recipient_name', 'name', null])).toEqual(['paid_fen']);
  expect(lacking(['recipient_name', 'paid_fen'])).toEqual(['project_id']);
  expect([...repeatedFields(['name', null, null, 'name'])]).toEqual(['name']);
});
