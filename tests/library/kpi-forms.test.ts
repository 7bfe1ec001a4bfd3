import { describe, expect, test } from 'vitest';
import forms from 'virtual:fundlens-forms';
import { formTemplate, type FilledForm } from '$lib/library/templates/form-template';
import type { TemplateSheet } from '$lib/library/templates/template';
import { writeTemplate } from '$lib/library/templates/write-template';
import { formById } from '$lib/policy/forms/look-up';
import { awarded, importWith, known } from './input-tables';

const form = formById(forms, 2023, '1-1');
const number = (value: number) => ({ number: value, text: null });

const filled: FilledForm = {
  projectId: null,
  name: awarded.name,
  nominator: null,
  recipient: awarded.recipient_name,
  startDate: '2023-01-01',
  endDate: '2024-12',
  overallGoal: '建成演示产线。',
  annualGoal: null,
  groupIds: [],
  values: { 'total-input': number(100_000_000) },
  added: [],
};

const read = async (sheet: TemplateSheet, library = known()) =>
  importWith([{ name: '绩效.xlsx', bytes: await writeTemplate([sheet]) }], library);

/** The blank form with one printed text replaced, or a value written beside one. */
function changed(printed: string, change: { text?: string; value?: string | number }, base = filled) {
  const sheet = formTemplate(form, base);
  const row = sheet.rows.find((cells) => cells.some(({ value }) => value === printed));
  const at = row?.findIndex(({ value }) => value === printed) ?? -1;
  if (!row || at < 0) throw new Error(`no cell “${printed}”`);
  if (change.text !== undefined) row[at] = { value: change.text };
  if (change.value !== undefined) row[at + 1] = { value: change.value };
  return sheet;
}

const newJobs = '新增就业人数（人）';

async function codesOf(sheet: TemplateSheet, library = known()) {
  const result = await read(sheet, library);
  const found = result.findings
    .filter(({ code }) => code !== 'target_blank')
    .map(({ code, cell }) => `${code} ${cell ?? ''}`);
  return { result, found };
}

describe('a filled KPI form', () => {
  test('loads its targets beside notes for what is blank', async () => {
    const { result, found } = await codesOf(formTemplate(form, filled));
    expect(found).toEqual([]);
    expect(result.rows.target).toMatchObject([
      { project_id: 'p-1', form_id: '1-1', indicator_key: 'total-input', target_number: 100_000_000 },
    ]);
    expect(result.rows.target_form[0]?.end_date).toBe('2024-12-31');
    const blank = result.findings.filter(({ code }) => code === 'target_blank');
    expect(blank).toHaveLength(form.indicators.length - 1 - 3);
    expect(result.rows.source_file).toMatchObject([{ kind: 'kpi-form', rows_read: 1, rows_loaded: 1 }]);
    expect(result.rows.source_column.map(({ field }) => field)).toEqual(['indicator_key', 'target_number']);
  });

  test.each([
    ['words for a number', newJobs, '很多', 'number_not_read'],
    ['an error cell', newJobs, '#REF!', 'error_cell'],
  ])('%s keep the one row waiting', async (_, printed, value, code) => {
    const { result, found } = await codesOf(changed(printed, { value }));
    expect(found.map((text) => text.split(' ')[0])).toEqual([code]);
    expect(result.quarantine).toHaveLength(1);
    expect(result.rows.target).toHaveLength(1);
    expect(result.findings.some((finding) => finding.found === '新增就业人数')).toBe(false);
  });

  test('an error cell is no words either', async () => {
    const { result, found } = await codesOf(changed('提升企业本质安全水平', { value: '#N/A' }));
    expect(found.map((text) => text.split(' ')[0])).toEqual(['error_cell']);
    expect(result.rows.target).toHaveLength(1);
  });

  test('a row that the form does not print waits', async () => {
    const { result, found } = await codesOf(changed(newJobs, { text: '登月次数', value: 3 }));
    expect(found.map((text) => text.split(' ')[0])).toEqual(['indicator_unknown']);
    expect(result.quarantine[0]?.findings[0]?.found).toBe('登月次数');
  });

  test('of a project that nobody knows, or of another category, waits whole', async () => {
    const unknown = await codesOf(formTemplate(form, { ...filled, name: '演示项目乙' }));
    expect(unknown.found.map((text) => text.split(' ')[0])).toEqual(['project_unknown']);
    const other = { ...awarded, category_id: 'guides/2023/green-upgrade' };
    const wrong = await codesOf(formTemplate(form, filled), known({ projects: [other] }));
    expect(wrong.found.map((text) => text.split(' ')[0])).toEqual(['form_unknown']);
    expect([unknown.result.rows.target, wrong.result.rows.target]).toEqual([[], []]);
    expect(wrong.result.quarantine).toHaveLength(1);
  });

  test('that comes twice in one import waits the second time', async () => {
    const bytes = await writeTemplate([
      { ...formTemplate(form, filled), name: '一' },
      { ...formTemplate(form, filled), name: '二' },
    ]);
    const result = await importWith([{ name: '绩效.xlsx', bytes }]);
    expect(result.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'form_twice', sheet: '二' },
    ]);
    expect(result.rows.target_form).toHaveLength(1);
  });

  test('with a group asks for what is 必填 of that group', async () => {
    const { found } = await codesOf(formTemplate(form, { ...filled, groupIds: ['industrial-base'] }));
    expect(found.map((text) => text.split(' ')[0])).toEqual(Array<string>(3).fill('target_required'));
  });

  test.each([
    [4, ['target_below_minimum']],
    [5, []],
  ])('of security platforms with %i kinds of service', async (services, expected) => {
    const security = formById(forms, 2023, '1-8');
    const library = known({
      projects: [{ ...awarded, category_id: 'guides/2023/industrial-internet-security' }],
    });
    const sheet = formTemplate(security, {
      ...filled,
      groupIds: ['security-platform', 'technical-service-platform'],
      values: { 'security-services': number(services) },
    });
    const { found, result } = await codesOf(sheet, library);
    expect(found.map((text) => text.split(' ')[0])).toEqual(expected);
    expect(result.rows.target_form[0]?.group_ids).toBe('security-platform technical-service-platform');
  });

  test('without a tick where one is asked for says so and loads', async () => {
    const security = formById(forms, 2023, '1-8');
    const library = known({
      projects: [{ ...awarded, category_id: 'guides/2023/industrial-internet-security' }],
    });
    const values = { 'security-services': number(5) };
    const { found, result } = await codesOf(formTemplate(security, { ...filled, values }), library);
    expect(found.map((text) => text.split(' ')[0])).toEqual(['group_missing', 'other_group_filled']);
    expect(result.rows.target).toHaveLength(1);
  });

  test('is what progress in the same import is read against', async () => {
    const added = [{ key: 'own/1', name: '演示指标', unit: '个', value: number(3) }];
    const bytes = await writeTemplate([formTemplate(form, { ...filled, added })]);
    const line = 'p-1,演示指标,2024年第一季度,2';
    const progress = new TextEncoder().encode(`项目编号,指标,报告期,实际完成值\r\n${line}`);
    const { rows } = await importWith([
      { name: '进展.csv', bytes: progress },
      { name: '绩效.xlsx', bytes },
    ]);
    expect(rows.progress).toMatchObject([{ form_id: '1-1', indicator_key: 'own/1', actual_number: 2 }]);
  });
});
