import { describe, expect, test } from 'vitest';
import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import rulebook from 'virtual:fundlens-rules';
import type { Row } from '$lib/domain/tables';
import type { IndicatorValue } from '$lib/library/inputs/indicator-value';
import { formTemplate, type FilledForm } from '$lib/library/templates/form-template';
import { inputTemplate } from '$lib/library/templates/input-template';
import { listTemplates } from '$lib/library/templates/list-templates';
import { summaryTemplate } from '$lib/library/templates/summary-template';
import type { TemplateSheet } from '$lib/library/templates/template';
import { writeTemplate } from '$lib/library/templates/write-template';
import { labelledCells, type LabelledCell } from '$lib/policy/forms/cell-labels';
import type { KpiForm } from '$lib/policy/forms/form';
import { awarded, importWith, known } from './input-tables';

const read = async (sheets: TemplateSheet[], library = known()) =>
  importWith([{ name: '模板.xlsx', bytes: await writeTemplate(sheets) }], library);

/** A category of the form's guide that asks for it; one without forms of its own where none does. */
function categoryFor(form: KpiForm): string {
  const categories = rulebook.guides.find(({ year }) => year === form.guideYear)?.categories ?? [];
  const asking = categories.find(({ kpiForms }) => kpiForms.includes(form.id));
  return (asking ?? categories.find(({ kpiForms }) => kpiForms.length === 0))?.id ?? '';
}

const projectFor = (form: KpiForm) => ({
  ...awarded,
  guide_year: form.guideYear,
  category_id: categoryFor(form),
});

function valueFor({ measure, indicator }: LabelledCell, index: number): IndicatorValue {
  if (measure.kind === 'options') return { number: null, text: indicator.options.at(-1)?.id ?? null };
  if (measure.kind === 'qualitative') return { number: null, text: `达到演示水平${index}` };
  if (measure.unit?.money || indicator.readAs?.money) return { number: 1_234_567 + index, text: null };
  return { number: measure.unit?.name.zh === '%' && index % 2 ? 0.5 : index + 0.25, text: null };
}

function filledFor(form: KpiForm): FilledForm {
  const cells = labelledCells(form);
  const open = form.openRows.map(({ after }) => ({
    key: `${after}/1`,
    name: '单位产品能耗04',
    unit: '千克',
    value: { number: 7.5, text: null },
  }));
  const own = [
    { key: 'own/1', name: '演示指标', unit: '个', value: { number: 3, text: null } },
    { key: 'own/2', name: '演示定性指标', unit: null, value: { number: null, text: '良好' } },
  ];
  return {
    projectId: 'p-1',
    name: awarded.name,
    nominator: '演示市工业和信息化局',
    recipient: awarded.recipient_name,
    startDate: '2023-01-01',
    endDate: '2024-12-31',
    overallGoal: '建成演示产线，达到演示水平。',
    annualGoal: form.annualTarget ? '完成一半。' : null,
    groupIds: form.groups.map(({ id }) => id),
    values: Object.fromEntries(cells.map((cell, index) => [cell.key, valueFor(cell, index)])),
    added: [...open, ...(form.takesOwnIndicators ? own : [])],
  };
}

type Said = Pick<Row<'target'>, 'indicator_key' | 'own_name' | 'own_unit' | 'target_number' | 'target_text'>;

const saidIn = (filled: FilledForm): Said[] => [
  ...Object.entries(filled.values).map(([key, { number, text }]) => ({
    indicator_key: key,
    own_name: null,
    own_unit: null,
    target_number: number,
    target_text: text,
  })),
  ...filled.added.map(({ key, name, unit, value }) => ({
    indicator_key: key,
    own_name: name,
    own_unit: unit,
    target_number: value.number,
    target_text: value.text,
  })),
];

const inOrder = (rows: readonly Said[]) =>
  rows
    .map(({ indicator_key, own_name, own_unit, target_number, target_text }) => ({
      indicator_key,
      own_name,
      own_unit,
      target_number,
      target_text,
    }))
    .toSorted((a, b) => (a.indicator_key < b.indicator_key ? -1 : 1));

describe('KPI forms', () => {
  test.each(forms.map((form) => [form.guideYear, form.id, form] as const))(
    'form %i %s filled in reads back with every value',
    async (_, __, form) => {
      const filled = filledFor(form);
      const library = known({ projects: [projectFor(form)] });
      const { rows, findings, quarantine } = await read([formTemplate(form, filled)], library);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(quarantine).toEqual([]);
      expect(inOrder(rows.target)).toEqual(inOrder(saidIn(filled)));
      expect(rows.target_form).toMatchObject([
        {
          project_id: 'p-1',
          guide_year: form.guideYear,
          form_id: form.id,
          group_ids: filled.groupIds.join(' ') || null,
          nominator: filled.nominator,
          start_date: filled.startDate,
          end_date: filled.endDate,
          overall_goal: filled.overallGoal,
          annual_goal: filled.annualGoal,
        },
      ]);
    },
  );

  test('a blank form is recognised and waits, because it names no project', async () => {
    for (const form of forms) {
      const { rows, findings, refusals } = await read([formTemplate(form)]);
      expect(refusals).toEqual([]);
      expect(findings.map(({ code }) => code)).toEqual(['project_reference_missing']);
      expect(rows.target).toEqual([]);
    }
  });

  test('all forms of a guide in one workbook are one form a sheet', async () => {
    const ofYear = forms.filter(({ guideYear }) => guideYear === 2023);
    const projects = ofYear.map((form) => ({
      ...projectFor(form),
      project_id: `p-${form.id}`,
      name: form.id,
    }));
    const sheets = ofYear.map((form) =>
      formTemplate(form, { ...filledFor(form), projectId: `p-${form.id}`, name: form.id }),
    );
    const { rows } = await read(sheets, known({ projects }));
    expect(rows.target_form.map(({ form_id }) => form_id)).toEqual(ofYear.map(({ id }) => id));
  });
});

describe('tables beside the summary tables', () => {
  const project = { project_id: 'p-1', recipient_name: awarded.recipient_name, name: awarded.name };
  const lines = {
    disbursements: { ...project, sequence: 1, paid_fen: 250.000001, paid_on: '2024-01-10' },
    acceptances: { ...project, accepted_on: '2025-03-01', result: '通过', authority: '演示局', note: '无误' },
    appropriations: {
      guide_year: 2023,
      category_id: '绿色化改造升级项目',
      amount_fen: 1500,
      period_start: '2023-10-01',
      period_end: '2027-09-30',
    },
    progress: {
      ...project,
      form_id: '1-1',
      indicator_key: '项目总投入',
      unit: '万元',
      period_end: '2024年第一季度',
      actual: 12.5,
      note: '按计划',
    },
    'progress-by-quarter': {
      ...project,
      indicator_key: '项目总投入',
      '2024年第一季度': 12.5,
      '2024年第二季度': 30,
    },
  };
  const quarters = ['2024年第一季度', '2024年第二季度'];
  const expected = {
    disbursements: {
      disbursement: [{ project_id: 'p-1', sequence: 1, paid_fen: 250_000_001, paid_on: '2024-01-10' }],
    },
    acceptances: {
      acceptance: [
        {
          project_id: 'p-1',
          accepted_on: '2025-03-01',
          result: 'passed',
          authority: '演示局',
          note: '无误',
        },
      ],
    },
    appropriations: {
      appropriation: [{ category_id: 'guides/2023/green-upgrade', amount_fen: 1_500_000_000 }],
    },
    progress: {
      progress: [{ indicator_key: 'total-input', period_end: '2024-03-31', actual_number: 12_500_000 }],
    },
    'progress-by-quarter': {
      progress: [
        { indicator_key: 'total-input', period_end: '2024-03-31', actual_number: 12_500_000 },
        { indicator_key: 'total-input', period_end: '2024-06-30', actual_number: 30_000_000 },
      ],
    },
  };

  type Id = keyof typeof lines;
  // The other tables have their tests in inputs-templates.test.ts.
  const ids = Object.keys(lines) as Id[];
  const here = tables.flatMap((table) => {
    const id = ids.find((one) => one === table.id);
    return id ? [[id, table] as const] : [];
  });

  test.each(here)('%s filled in reads back', async (id, table) => {
    const { rows, findings } = await read([
      inputTemplate(table, [lines[id]], table.quartersAcross ? quarters : []),
    ]);
    expect(findings).toEqual([]);
    expect(rows).toMatchObject(expected[id]);
  });

  test.each(here)('%s blank is recognised', async (_, table) => {
    const { findings, refusals } = await read([
      inputTemplate(table, [], table.quartersAcross ? quarters : []),
    ]);
    expect(refusals).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['sheet_without_rows']);
  });
});

describe('summary tables', () => {
  test.each(rulebook.summaryTables.map((table) => [table.id, table] as const))(
    '%s filled in reads back',
    async (id, table) => {
      const guide = rulebook.guides.find(({ year }) => year === table.guideYear);
      const category = guide?.categories.find(({ areaId }) => areaId === table.areaId);
      const line = {
        recipient_name: '演示企业乙有限公司',
        address: '南京市江宁区演示路1号',
        industry: '通用设备制造业',
        revenue_fen: 50_000.5,
        tax_paid_fen: 1500,
        profit_fen: -300.25,
        category_id: category?.name.zh ?? null,
        name: '演示项目乙',
        total_investment_fen: 3000.000001,
        fixed_asset_investment_fen: 2000,
        start_date: '2021-01-05',
        end_date: '2022-06-30',
        requested_fen: 50,
        in_cluster: '是（高端装备）',
      };
      const filled = { region: '南京市', compiledOn: '2022年11月18日', lines: [line] };
      const { rows, findings } = await read([summaryTemplate(table, filled)]);
      expect(findings).toEqual([]);
      expect(rows.source_file).toMatchObject([{ kind: `summary-table-${id}`, compiled_on: '2022-11-18' }]);
      expect(rows.project).toMatchObject([
        {
          category_id: category?.id,
          recipient_name: line.recipient_name,
          revenue_fen: 50_000_500_000,
          profit_fen: -300_250_000,
          total_investment_fen: 3_000_000_001,
          requested_fen: 50_000_000,
          start_date: '2021-01-05',
          in_cluster: true,
        },
      ]);
    },
  );
});

describe('the list of blank tables', () => {
  const all = listTemplates({ rulebook, forms, tables }, 2024);

  test('has every summary table, every other table, annex 4 and every form, each under a name of its own', () => {
    expect(all).toHaveLength(rulebook.summaryTables.length + tables.length + 1 + forms.length);
    expect(new Set(all.map(({ fileName }) => fileName)).size).toBe(all.length);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test('gives workbooks that are recognised, each as the table that it is', async () => {
    for (const { sheet, fileName, kind } of all) {
      const { refusals, findings } = await importWith([
        { name: fileName, bytes: await writeTemplate([sheet()]) },
      ]);
      expect(refusals, fileName).toEqual([]);
      const codes = findings.map(({ code }) => code);
      if (kind === 'form') expect(codes, fileName).toEqual(['project_reference_missing']);
      else if (fileName.startsWith('附件4')) expect(codes, fileName).toContain('column_missing');
      else expect(codes, fileName).toContain('sheet_without_rows');
    }
  });
});
