import { describe, expect, test } from 'vitest';
import type { ProjectRecord, Recorded } from '$lib/metrics/project-record/load-record';
import { formById } from '$lib/policy/forms/look-up';
import { readForms } from '$lib/policy/forms/read-forms';
import { emptyRecord } from './fixtures/views';
import { targetSheet, type TargetLine, type TargetSheet } from './target-lines';
import { valueWords } from './value-words';

const forms = readForms();
const place = { source_file_id: 'f1', source_sheet: '1-8', source_row: 9, file_name: '演示绩效表.xlsx' };
const ofForm = { project_id: 'A1', guide_year: 2023, form_id: '1-8' };

const head = (group_ids: string | null): Recorded<'target_form'> => ({
  ...ofForm,
  ...place,
  group_ids,
  nominator: null,
  start_date: null,
  end_date: null,
  overall_goal: null,
  annual_goal: null,
});
const target = (key: string, changes: Partial<Recorded<'target'>> = {}): Recorded<'target'> => ({
  ...ofForm,
  ...place,
  indicator_key: key,
  own_name: null,
  own_unit: null,
  target_number: 12,
  target_text: null,
  annual_number: null,
  annual_text: null,
  ...changes,
});
const report = (key: string, period_end: string, actual: number | null): Recorded<'progress'> => ({
  ...ofForm,
  ...place,
  indicator_key: key,
  period_end,
  actual_number: actual,
  actual_text: null,
  note: null,
});

const form = formById(forms, 2023, '1-8');
const sheetOf = (record: Partial<ProjectRecord>): TargetSheet =>
  targetSheet(form, { ...emptyRecord, ...record });
const linesOf = ({ groups }: TargetSheet): TargetLine[] => groups.flatMap(({ lines }) => lines);
const first = form.indicators.find(({ group, parts }) => group === null && parts === null)?.id ?? '';

describe('a form with what was signed and reported', () => {
  test('shows every common indicator of every form, once', () => {
    for (const each of forms) {
      const heads = linesOf(targetSheet(each, emptyRecord)).filter(({ isPart }) => !isPart);
      expect(heads.map(({ key }) => key)).toHaveLength(each.indicators.length);
      expect(new Set(heads.map(({ key }) => key.split('/')[0])).size).toBe(each.indicators.length);
    }
  });

  test('puts a target beside its row, with the place that it was read from', () => {
    const sheet = sheetOf({ forms: [head('security-solution')], targets: [target(first)] });
    const line = linesOf(sheet).find(({ key }) => key === first);
    expect(line?.target).toEqual({ number: 12, text: null, file: '演示绩效表.xlsx', sheet: '1-8', row: 9 });
    expect(line?.annual).toBeNull();
    expect(sheet.set).toBe(1);
  });

  test('does not ask for the rows of groups that were not ticked', () => {
    const ticked = sheetOf({ forms: [head('security-solution')] });
    const outside = linesOf(ticked).filter(({ applies }) => !applies);
    expect(outside.length).toBeGreaterThan(0);
    const unread = sheetOf({});
    expect(linesOf(unread).every(({ applies }) => applies)).toBe(true);
    expect(ticked.asked).toBeLessThan(unread.asked);
  });

  test('keeps the four latest periods, and a period without a value is no report', () => {
    const ends = ['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31', '2025-03-31'];
    const progress = [
      ...ends.map((end, index) => report(first, end, index)),
      report(first, '2025-06-30', null),
    ];
    const sheet = sheetOf({ targets: [target(first)], progress });
    expect(sheet.periods).toEqual(ends.slice(1));
    expect(sheet.reported).toBe(1);
  });

  test('lists indicators of the project’s own below, under the name it gave', () => {
    const own = target('own/1', { own_name: '演示自设指标', own_unit: '套' });
    const last = sheetOf({ targets: [own] }).groups.at(-1);
    expect(last?.level).toBeNull();
    expect(last?.lines.map(({ name, ownUnit }) => [name, ownUnit])).toEqual([['演示自设指标', '套']]);
  });

  test('leaves values of another form and another year alone', () => {
    const others = [target(first, { form_id: '1-9' }), target(first, { guide_year: 2020 })];
    expect(sheetOf({ targets: others }).set).toBe(0);
  });
});

describe('a value in words', () => {
  const plain = { unit: null, options: [] };
  const value = { number: null, text: null, file: '', sheet: null, row: null };

  test('keeps the decimals that it has, and no more', () => {
    expect(valueWords(plain, { ...value, number: 1234 })).toBe('1,234');
    expect(valueWords(plain, { ...value, number: 98.5 })).toBe('98.5');
    expect(valueWords(plain, { ...value, number: 0.1 + 0.2 })).toBe('0.3');
  });

  test('names an option, and writes words as they are', () => {
    const options = [{ id: 'timely', name: { zh: '及时', en: 'In time' } }];
    expect(valueWords({ unit: null, options }, { ...value, text: 'timely' })).toBe('及时');
    expect(valueWords({ unit: null, options }, { ...value, text: '基本及时' })).toBe('基本及时');
  });
});
