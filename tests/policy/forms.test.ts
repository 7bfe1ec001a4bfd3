import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { Indicator, KpiForm, Measure } from '$lib/policy/forms/form';
import { cellsOf } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { rulesFolder } from '$lib/policy/read-yaml';

const forms = readForms();
const of = (year: number) => forms.filter((form) => form.guideYear === year);
const total = (some: KpiForm[]) => some.reduce((sum, form) => sum + form.indicators.length, 0);
const rowsOf = (form: KpiForm): Indicator[] => [...form.indicators, ...form.ownIndicators];
const measuresOf = (form: KpiForm): Measure[] =>
  rowsOf(form).flatMap((row) => [row, ...(row.parts?.list ?? [])]);
const plain = (words: string) => words.replace(/\s/g, '');

/** Printed common rows of 1-1 to 1-25, counted in the document. */
const printedRows = [
  16, 12, 12, 13, 14, 20, 21, 22, 16, 9, 13, 7, 9, 11, 9, 13, 7, 19, 10, 9, 14, 8, 8, 16, 9,
];

describe('counts', () => {
  test('the 25 forms of 2023 hold 317 indicators', () => {
    expect(of(2023).map((form) => form.id)).toEqual(printedRows.map((_, index) => `1-${index + 1}`));
    expect(of(2023).map((form) => form.indicators.length)).toEqual(printedRows);
    expect(total(of(2023))).toBe(317);
  });

  test('the four forms of 2020 hold 24 indicators', () => {
    expect(of(2020).map((form) => [form.id, form.indicators.length])).toEqual([
      ['1-5', 7],
      ['1-6', 6],
      ['1-7', 6],
      ['1-8', 5],
    ]);
    expect(total(of(2020))).toBe(24);
  });

  test('four own indicators are printed beside the common ones, on 1-2 and 1-15', () => {
    expect(forms.flatMap((form) => form.ownIndicators.map(() => form.id))).toEqual([
      '1-2',
      '1-2',
      '1-2',
      '1-15',
    ]);
    expect(of(2023).every((form) => form.takesOwnIndicators)).toBe(true);
    expect(of(2020).some((form) => form.takesOwnIndicators)).toBe(false);
  });

  test('nine forms of 2023 ask for a target of the year', () => {
    expect(of(2023).flatMap((form) => (form.annualTarget ? form.id : []))).toEqual([
      '1-1',
      '1-8',
      '1-9',
      '1-10',
      '1-18',
      '1-20',
      '1-21',
      '1-24',
      '1-25',
    ]);
    expect(of(2020).some((form) => form.annualTarget)).toBe(false);
  });

  test('every form belongs to an item', () => {
    const named = ['2020', '2023'].flatMap((year) =>
      readdirSync(path.join(rulesFolder, 'guides', year)).flatMap((file) => {
        const item: unknown = parse(readFileSync(path.join(rulesFolder, 'guides', year, file), 'utf8'));
        const ids = typeof item === 'object' && item !== null && 'kpi_forms' in item ? item.kpi_forms : [];
        return Array.isArray(ids) ? ids.map((id) => `${year} ${String(id)}`) : [];
      }),
    );
    expect(forms.filter((form) => !named.includes(`${form.guideYear} ${form.id}`))).toEqual([]);
  });
});

/** Spaces differ between the print and our names. */
const stands = (name: string, words: string) => plain(words).includes(plain(name));

describe('words', () => {
  test('each name and each printed unit stands in its quoted words', () => {
    const strays = forms.flatMap((form) =>
      measuresOf(form)
        .filter(
          ({ name, unit, source }) =>
            !stands(name.zh, source.words) || (unit !== null && !stands(unit.name.zh, source.words)),
        )
        .map(({ id }) => `${form.guideYear} ${form.id} ${id}`),
    );
    expect(strays).toEqual([]);
  });

  test('each built-in number stands in its quoted words', () => {
    const bounds = forms.flatMap((form) => measuresOf(form).flatMap(({ bound }) => bound ?? []));
    expect(bounds).toHaveLength(13);
    const carried = bounds.filter(({ value, source }) =>
      new RegExp(`(?<!\\d)${value.value === 1 ? '(1|一)' : value.value}(?!\\d)`).test(plain(source.words)),
    );
    expect(carried).toHaveLength(bounds.length);
  });

  test('each number of rows stands in its quoted words', () => {
    const minimums = forms.flatMap((form) => form.rowMinimums);
    expect(minimums).toHaveLength(4);
    expect(minimums.every(({ atLeast, source }) => source.words.includes(`${atLeast}项`))).toBe(true);
  });

  test('a choice prints 选择一类, or says which reading its number comes from', () => {
    const choices = forms.flatMap((form) => form.choices);
    expect(choices).toHaveLength(6);
    expect(
      choices.filter(({ byReading, source }) => !byReading && !source.words.includes('选择一类')),
    ).toEqual([]);
    expect(choices.flatMap(({ byReading }) => byReading ?? []).sort()).toEqual(['F-07', 'F-11', 'K-03']);
  });

  test('each group stands in its words, with its box where it has one', () => {
    const groups = forms.flatMap((form) => form.groups);
    expect(groups.filter(({ name, source }) => !source.words.startsWith(name.zh))).toEqual([]);
    expect(groups.filter(({ checkbox, source }) => checkbox !== source.words.endsWith('□'))).toEqual([]);
    expect(groups.filter((group) => group.checkbox)).toHaveLength(9);
  });

  test('each option of a list is printed', () => {
    const lists = forms.flatMap((form) =>
      rowsOf(form)
        .filter((row) => row.options.length > 0)
        .map((row) => [form.id, row.options.length]),
    );
    expect(lists).toEqual([
      ['1-5', 2],
      ['1-6', 2],
      ['1-22', 2],
      ['1-22', 3],
      ['1-22', 3],
      ['1-22', 3],
    ]);
  });

  test('quoted words are few', () => {
    const long = forms.flatMap((form) => measuresOf(form).filter(({ source }) => source.words.length > 60));
    expect(long).toEqual([]);
  });
});

describe('indicators can be compared across forms', () => {
  test('one id has one name and one unit in a year', () => {
    const meanings = new Map<string, Set<string>>();
    for (const form of forms)
      for (const { id, name, unit, direction } of rowsOf(form)) {
        const key = `${form.guideYear} ${id}`;
        const meaning = `${name.zh} ${name.en} ${unit?.name.zh ?? '—'} ${direction}`;
        meanings.set(key, (meanings.get(key) ?? new Set()).add(meaning));
      }
    expect([...meanings].filter(([, said]) => said.size > 1)).toEqual([]);
  });

  test('numbers have a direction, except where rank and share stand in one row', () => {
    const without = forms.flatMap((form) =>
      rowsOf(form)
        .filter((row) => row.kind === 'quantitative' && row.direction === 'none')
        .map(() => form.id),
    );
    expect(without).toEqual(['1-13', '1-14']);
    const parts = forms.flatMap((form) => rowsOf(form).flatMap(cellsOf));
    expect(
      parts.filter(({ measure }) => measure.kind === 'quantitative' && measure.direction === 'none'),
    ).toEqual([]);
  });

  test('lower is better for problems found, ranks, costs, impact and energy per product', () => {
    const lower = forms.flatMap((form) =>
      rowsOf(form)
        .filter((row) => row.direction === 'lower')
        .map((row) => `${form.id} ${row.id}`),
    );
    expect(lower).toEqual([
      ...['1-5', '1-6', '1-7', '1-8'].map((id) => `${id} problems-found`),
      '1-5 industry-rank',
      '1-16 cost-control-rate',
      ...['01', '02', '03'].map((number) => `1-18 energy-per-product-${number}`),
      '1-18 environmental-impact',
      '1-25 cost-per-person-day',
    ]);
  });

  test('2020 prints 产出 and 效益 as second level, they count as output and outcome all the same', () => {
    const parts = of(2020)[0]?.indicators.map(
      (row) => `${row.level1.name.zh} ${row.level2?.name.zh} ${row.part}`,
    );
    expect(parts?.slice(0, 3)).toEqual([
      '实施效果指标 产出指标 output',
      '实施效果指标 效益指标 outcome',
      '过程管理指标 计划管理指标 management',
    ]);
  });
});

test('every unclear place of the forms stands in the form that it touches', () => {
  const carried = forms.flatMap((form) =>
    form.ambiguities.map(({ id }) => `${form.guideYear} ${form.id} ${id}`).filter((id) => / K/.test(id)),
  );
  expect(carried.sort()).toEqual(
    [
      ...['1-5', '1-6', '1-7', '1-8'].flatMap((id) => [`2020 ${id} K20-01`, `2020 ${id} K20-02`]),
      '2020 1-7 K20-03',
      '2023 1-2 K-01',
      '2023 1-18 K-02',
      '2023 1-8 K-03',
      '2023 1-8 K-04',
      '2023 1-7 K-05',
      '2023 1-6 K-06',
      '2023 1-15 K-07',
      '2023 1-21 K-08',
      '2023 1-22 K-08',
      '2023 1-18 K-09',
      '2023 1-20 K-09',
      '2023 1-13 K-10',
      '2023 1-14 K-10',
    ].sort(),
  );
});

test('a unit that cannot be meant stays as printed, beside the one it is read in', () => {
  const odd = forms.flatMap((form) => rowsOf(form).filter((row) => row.readAs));
  expect(odd.map((row) => [row.formId, row.unit?.name.zh, row.readAs?.name.zh])).toEqual([
    ['1-2', '个', '%'],
  ]);
});
