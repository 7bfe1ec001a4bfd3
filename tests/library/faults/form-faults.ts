import forms from 'virtual:fundlens-forms';
import { cellAddress } from '$lib/library/read/cells';
import { formTemplate } from '$lib/library/templates/form-template';
import { filled } from '$lib/policy/forms/fixtures/filled-form';
import { formById } from '$lib/policy/forms/look-up';
import type { FindingCode } from '$lib/library/check/finding-codes';
import { awarded, known } from '../input-tables';
import { loads, waits, type Fault } from './fault';
import { fileOf, type FaultyFile } from './fault-files';

type Changes = Readonly<Record<string, number | string | null>>;
type Line = (string | number)[];

/** A form filled in as it asks, with some values changed; null leaves a cell blank. */
function formLines(id: string, groups: readonly string[], changes: Changes = {}, name = awarded.name): Line[] {
  const form = formById(forms, 2023, id);
  const values = Object.entries({ ...filled(form, groups), ...changes }).flatMap(([key, value]) => {
    if (value === null) return [];
    return [[key, typeof value === 'number' ? { number: value, text: null } : { number: null, text: value }]];
  });
  const { rows } = formTemplate(form, {
    projectId: null,
    name,
    nominator: null,
    recipient: awarded.recipient_name,
    startDate: '2023-01-01',
    endDate: '2024-12-31',
    overallGoal: null,
    annualGoal: null,
    groupIds: groups,
    values: Object.fromEntries(values),
    added: [],
  });
  // A merged heading reaches over the cells beside it, which are empty.
  return rows.map((cells) =>
    cells.flatMap(({ value, across = 1 }) => [value ?? '', ...Array<string>(across - 1).fill('')]),
  );
}

/** Address of the cell beside the first one that holds a text; the text's own with `step` 0. */
function beside(lines: readonly Line[], text: string, step = 1): string {
  for (const [row, line] of lines.entries()) {
    const column = line.indexOf(text);
    if (column >= 0) return cellAddress(row, column + step);
  }
  throw new Error(`no cell “${text}”`);
}

const replaced = (lines: readonly Line[], text: string, value: string, step = 0): Line[] =>
  lines.map((line) => (line.includes(text) ? line.with(line.indexOf(text) + step, value) : line));

const of = (category: string) =>
  known({ projects: [{ ...awarded, category_id: `guides/2023/${category}` }] });

interface FormFault extends Pick<Fault, 'kind' | 'row'> {
  lines: readonly Line[];
  at: [code: FindingCode, cell: string, found: string | null];
  category: string;
  also?: FindingCode[];
}

const form = ({ lines, at: [code, cell, found], category, ...rest }: FormFault): Fault => ({
  ...rest,
  files: [fileOf(lines)],
  known: of(category),
  finding: { code, cell, found },
});

const upgrade = formLines('1-1', []);
const jobs = '新增就业人数（人）';
const node = ['secondary-node'];
const both = ['secondary-node', 'public-service-platform'];
const security = formLines('1-8', ['technical-service-platform'], { 'security-services': 4 });
const patents = formLines('1-21', [], { 'patents-granted': 3, 'invention-patents-granted': 4 });
const noGroup = formLines('1-6', []);
const unticked = formLines('1-6', node, { 'public-platforms': null });
const twoSheets = (): FaultyFile[] => [fileOf(upgrade, '一'), fileOf(replaced(upgrade, '附件1-1', '附件1-1（补）'), '二')];

/** Faults of filled KPI forms. */
export const formFaults: readonly Fault[] = [
  form({
    kind: 'a target left blank',
    lines: formLines('1-1', [], { 'new-jobs': null }),
    at: ['target_blank', beside(upgrade, jobs), '新增就业人数'],
    category: 'high-end-upgrade',
    row: loads,
  }),
  form({
    kind: 'a target left blank that the form asks for',
    lines: replaced(formLines('1-1', ['industrial-base']), '新增知识产权数量（个）（产业基础再造项目必填）', '', 1),
    at: ['target_required', '', null],
    category: 'high-end-upgrade',
    row: loads,
  }),
  form({
    kind: 'words for a target in numbers',
    lines: replaced(upgrade, jobs, '很多', 1),
    at: ['number_not_read', beside(upgrade, jobs), '很多'],
    category: 'high-end-upgrade',
    row: waits,
  }),
  form({
    kind: 'a row that the form does not print',
    lines: replaced(upgrade, jobs, '登月次数'),
    at: ['indicator_unknown', beside(upgrade, jobs, 0), '登月次数'],
    category: 'high-end-upgrade',
    row: waits,
    also: ['target_blank'],
  }),
  form({
    kind: 'a form of another category',
    lines: upgrade,
    at: ['form_unknown', 'A2', '1-1'],
    category: 'green-upgrade',
    row: waits,
  }),
  form({
    kind: 'a target below what the form asks for',
    lines: security,
    at: ['target_below_minimum', '', '4'],
    category: 'industrial-internet-security',
    row: loads,
  }),
  form({
    kind: 'no group ticked where one is asked for',
    lines: noGroup,
    at: ['group_missing', 'A2', '1'],
    category: 'identifier-resolution',
    row: loads,
  }),
  form({
    kind: 'two groups ticked where one is asked for',
    lines: formLines('1-6', both),
    at: ['group_over', 'A2', '1'],
    category: 'identifier-resolution',
    row: loads,
  }),
  form({
    kind: 'rows of a group that is not ticked',
    lines: unticked,
    at: ['other_group_filled', '', null],
    category: 'identifier-resolution',
    row: loads,
  }),
  form({
    kind: 'fewer rows than the group asks for',
    lines: formLines('1-18', ['green-manufacturing']),
    at: ['rows_too_few', 'A2', '绿色制造工程项目'],
    category: 'green-upgrade',
    row: loads,
  }),
  form({
    kind: 'a part larger than its whole',
    lines: patents,
    at: ['part_over_whole', beside(patents, '其中：授权发明专利数量（个）'), '授权发明专利数量'],
    category: 'innovation-centre-capacity',
    row: loads,
  }),
  {
    ...form({
      kind: 'one form twice',
      lines: upgrade,
      at: ['form_twice', beside(upgrade, '项目名称'), awarded.name],
      category: 'high-end-upgrade',
      row: waits,
    }),
    files: twoSheets(),
    finding: { code: 'form_twice', cell: beside(upgrade, '项目名称'), found: awarded.name, file: '二' },
  },
  {
    ...form({
      kind: 'a report for a name that two groups have',
      lines: [
        ['项目编号', '指标', '报告期', '实际完成值'],
        ['p-1', '区域应用成效', '2024Q1', '良好'],
      ],
      at: ['indicator_ambiguous', 'B2', '区域应用成效'],
      category: 'industrial-internet-platform',
      row: waits,
    }),
  },
];
