import { describe, expect, test } from 'vitest';
import tables from 'virtual:fundlens-inputs';
import { checklistTemplate } from '$lib/library/inputs/checklist-template';
import { inputTemplate } from '$lib/library/templates/input-template';
import type { TemplateSheet, TemplateValue } from '$lib/library/templates/template';
import { writeTemplate } from '$lib/library/templates/write-template';
import type { InputTableId } from '$lib/policy/inputs/input-table';
import { awarded, importWith, known } from './input-tables';

const bodies = known({
  centres: [{ id: 'c-1', name: '演示创新中心', owner: '演示公司' }],
  platforms: [{ id: 'pl-1', name: '演示平台', owner: '演示企业甲有限公司' }],
});
const read = async (sheets: TemplateSheet[]) =>
  importWith([{ name: '模板.xlsx', bytes: await writeTemplate(sheets) }], bodies);

const tableOf = (id: InputTableId) => {
  const table = tables.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
};

const project = { project_id: 'p-1', recipient_name: awarded.recipient_name, name: awarded.name };
type Line = Record<string, TemplateValue>;

const cases: [InputTableId, Line, object][] = [
  [
    'awards',
    {
      ...project,
      award_fen: 500,
      awarded_on: '2023-11-20',
      document: '演示文号1',
      first_fen: 300,
      first_on: '2023-12-15',
      final_fen: 200,
      final_on: '2025-06-30',
    },
    {
      award: [{ project_id: 'p-1', award_fen: 500_000_000, awarded_on: '2023-11-20', document: '演示文号1' }],
      tranche: [
        { project_id: 'p-1', sequence: 1, kind: 'first', planned_fen: 300_000_000, planned_on: '2023-12-15' },
        { project_id: 'p-1', sequence: 2, kind: 'final', planned_fen: 200_000_000, planned_on: '2025-06-30' },
      ],
    },
  ],
  [
    'terminations',
    { ...project, kind: '撤销', terminated_on: '2024-05-06', reason: '市场变化' },
    {
      termination: [
        { project_id: 'p-1', terminated_on: '2024-05-06', kind: 'withdrawn', reason: '市场变化' },
      ],
    },
  ],
  [
    'recoveries',
    { ...project, recovered_fen: 80.5, recovered_on: '2024-08-01' },
    { recovery: [{ project_id: 'p-1', recovered_fen: 80_500_000, recovered_on: '2024-08-01' }] },
  ],
  [
    'checklists',
    {
      ...project,
      item_id: '项目建设内容与实际相符',
      answer: '是',
      note: '现场一致',
      checked_on: '2022-11-01',
    },
    {
      checklist: [
        {
          project_id: 'p-1',
          item_id: 'content-as-stated',
          answer: 'yes',
          note: '现场一致',
          checked_on: '2022-11-01',
        },
      ],
    },
  ],
  [
    'centres',
    {
      centre_id: 'c-7',
      centre_name: '演示第七中心',
      host: '演示七公司',
      field_number: '智能微电网',
      city_adcode: '南京市',
      approved_on: '2021-03-05',
      is_national: '否',
    },
    {
      centre: [
        {
          centre_id: 'c-7',
          name: '演示第七中心',
          host: '演示七公司',
          field_number: 2,
          city_adcode: '320100',
          approved_on: '2021-03-05',
          is_national: false,
        },
      ],
    },
  ],
  [
    'centre-facts',
    {
      centre_name: '演示创新中心',
      fact_id: '固定研发人员',
      value_number: 62,
      unit: '人',
      reported_on: '2023-12-31',
    },
    {
      centre_fact: [
        { centre_id: 'c-1', fact_id: 'centre_research_staff', value_number: 62, reported_on: '2023-12-31' },
      ],
    },
  ],
  [
    'centre-assessments',
    {
      centre_name: '演示创新中心',
      year: 2023,
      aspect_id: '研发力量',
      points: 17.5,
      grade_id: '良好',
      note: '演示',
    },
    {
      centre_assessment: [
        {
          centre_id: 'c-1',
          year: 2023,
          aspect_id: 'research-strength',
          points: 17.5,
          grade_id: 'good',
          note: '演示',
        },
      ],
    },
  ],
  [
    'centre-reports',
    {
      centre_name: '演示创新中心',
      report_id: '半年工作简报',
      period_end: '2024年上半年',
      submitted_on: '2024-07-12',
    },
    {
      centre_report: [
        {
          centre_id: 'c-1',
          report_id: 'half-year-brief',
          period_end: '2024-06-30',
          submitted_on: '2024-07-12',
        },
      ],
    },
  ],
  [
    'platforms',
    {
      operator: '演示企业乙有限公司',
      level_id: '行业级',
      platform_name: '演示行业平台',
      contact: '演示联系人',
      mobile: '演示号码',
      city_adcode: '苏州市',
      cluster_id: '物联网',
    },
    {
      platform: [
        {
          kind: 'platform',
          name: '演示行业平台',
          operator: '演示企业乙有限公司',
          level_id: 'industry-level',
          cluster_id: 'internet-of-things',
          city_adcode: '320500',
        },
      ],
    },
  ],
  [
    'benchmark-factories',
    {
      operator: '演示企业丙有限公司',
      industry_kind: '离散行业',
      platform_name: '演示标杆工厂',
      city_adcode: '昆山市',
      cluster_id: '否',
    },
    {
      platform: [{ kind: 'benchmark-factory', level_id: null, cluster_id: null, city_adcode: '320500' }],
      platform_metric: [{ fact_id: 'factory_industry_kind', value_text: 'discrete' }],
    },
  ],
  [
    'platform-facts',
    {
      platform_name: '演示平台',
      operator: '演示企业甲有限公司',
      fact_id: '可连接的工业设备',
      value_number: 1500,
      unit: '台',
    },
    { platform_metric: [{ platform_id: 'pl-1', fact_id: 'platform_devices', value_number: 1500 }] },
  ],
];

describe('templates of the other inputs', () => {
  test.each(cases)('%s filled in reads back', async (id, line, expected) => {
    const { rows, findings, quarantine } = await read([inputTemplate(tableOf(id), [line])]);
    expect(findings).toEqual([]);
    expect(quarantine).toEqual([]);
    expect(rows).toMatchObject(expected);
    expect(rows.source_file[0]?.kind).toBe(id);
  });

  test.each(cases)('%s blank is recognised', async (id) => {
    const { findings, refusals } = await read([inputTemplate(tableOf(id))]);
    expect(refusals).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['sheet_without_rows']);
  });

  test('facts across read back, one column each', async () => {
    const line = {
      platform_name: '演示平台',
      operator: '演示企业甲有限公司',
      可连接的工业设备: 1500,
      平台开发社区: null,
      '企业总资产（亿元）': 2.5,
    };
    const heads = ['可连接的工业设备', '企业总资产（亿元）'];
    const sheet = inputTemplate(tableOf('platform-facts-across'), [line], heads);
    const { rows, findings } = await read([sheet]);
    expect(findings).toEqual([]);
    expect(rows.platform_metric).toMatchObject([
      { platform_id: 'pl-1', fact_id: 'platform_devices', value_number: 1500, value_text: null },
      { platform_id: 'pl-1', fact_id: 'platform_firm_assets', value_number: 25_000_000_000 },
    ]);
  });

  test.each(['checklists', 'centre-facts', 'platform-facts'] as const)(
    'every fact of %s can be filled in and reads back',
    async (id) => {
      const table = tableOf(id);
      const value = ({ type, options, words }: (typeof table.facts)[number], index: number) => {
        if (type === 'option') return options.at(-1)?.words[0] ?? null;
        if (type === 'yes_no' || type === 'document') return index % 2 === 0 ? '是' : '否';
        if (type === 'date') return '2018-05-06';
        return type === 'text' ? `演示说明${words[0]}` : index + 1;
      };
      const lines = table.facts.map((fact, index) => ({
        ...project,
        centre_name: '演示创新中心',
        platform_name: '演示平台',
        item_id: fact.words[0] ?? null,
        fact_id: fact.words[0] ?? null,
        answer: value(fact, index),
        value_number: value(fact, index),
        reported_on: '2023-12-31',
      }));
      const { rows, findings } = await read([inputTemplate(table, lines)]);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const told = [
        ...rows.checklist.map(({ item_id }) => item_id),
        ...rows.centre_fact.map(({ fact_id }) => fact_id),
        ...rows.platform_metric.map(({ fact_id }) => fact_id),
      ];
      expect(told).toEqual(table.facts.map((fact) => fact.id));
    },
  );
});

describe('the check of authenticity as one form a sheet', () => {
  const filled = {
    recipient: awarded.recipient_name,
    name: awarded.name,
    category: '高端化改造',
    answers: {
      'applicant-registered': '是',
      approvals: '是',
      'earlier-spending': '否',
      'economic-figures': '是',
      'content-as-stated': '是',
      conclusion: '同意入库',
    },
    checkedOn: '2022年11月3日',
  };
  const table = tableOf('checklists');

  test('reads back with its day and conclusion', async () => {
    const { rows, findings } = await read([checklistTemplate(table, filled)]);
    expect(findings).toEqual([]);
    expect(rows.checklist.map(({ item_id, answer }) => [item_id, answer])).toEqual([
      ['applicant-registered', 'yes'],
      ['approvals', 'yes'],
      ['earlier-spending', 'no'],
      ['economic-figures', 'yes'],
      ['content-as-stated', 'yes'],
      ['conclusion', '同意入库'],
    ]);
    expect(new Set(rows.checklist.map(({ checked_on }) => checked_on))).toEqual(new Set(['2022-11-03']));
  });

  test('of several projects stands one a sheet', async () => {
    const sheets = ['一', '二'].map((name) => ({ ...checklistTemplate(table, filled), name }));
    const { rows, findings } = await read(sheets);
    expect(rows.checklist).toHaveLength(6);
    expect(new Set(findings.map(({ code, sheet }) => `${code} ${sheet}`))).toEqual(
      new Set(['duplicate_row 二']),
    );
  });

  test('as the office prints it, with the conclusion in the cell of its label', async () => {
    const sheet = checklistTemplate(table, filled);
    const printed = sheet.rows.map((cells) => {
      const [first] = cells;
      if (first?.value === '核查结论与建议：')
        return [{ value: '核查结论与建议：（可附不超过100字的文字说明）同意入库' }, { value: null }];
      if (first?.value === '核查日期：') return [{ value: '核查日期：2022年11月3日' }];
      if (String(first?.value).startsWith('1.'))
        return [
          { value: '1. 申报主体是否在江苏省域内注册，具有独立的法人资格且正常经营1年以上。' },
          ...cells.slice(1),
        ];
      return cells;
    });
    const { rows, findings } = await read([{ ...sheet, rows: printed }]);
    expect(findings).toEqual([]);
    expect(rows.checklist).toHaveLength(6);
    expect(rows.checklist[0]).toMatchObject({ item_id: 'applicant-registered', checked_on: '2022-11-03' });
  });

  test('of a project that nobody knows waits, and says so once, at the name', async () => {
    const { rows, findings, quarantine } = await read([
      checklistTemplate(table, { ...filled, name: '演示项目乙' }),
    ]);
    expect(findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['project_unknown B3']);
    expect(rows.checklist).toEqual([]);
    expect(quarantine).toHaveLength(6);
  });

  test('with an answer left empty says so at its cell', async () => {
    const answers = { ...filled.answers, approvals: '' };
    const { rows, findings } = await read([checklistTemplate(table, { ...filled, answers })]);
    expect(findings.map(({ code, cell }) => `${code} ${cell}`)).toEqual(['cell_missing B7']);
    expect(rows.checklist).toHaveLength(5);
  });

  test('blank is recognised and waits', async () => {
    const { findings, refusals } = await read([checklistTemplate(table)]);
    expect(refusals).toEqual([]);
    expect(findings.some(({ code }) => code === 'column_missing')).toBe(true);
  });
});
