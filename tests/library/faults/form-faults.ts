import type { FindingCode } from '$lib/library/check/finding-codes';
import { awarded, known } from '../input-tables';
import { loads, waits, type Fault } from './fault';
import { fileOf, type FaultyFile } from './fault-files';
import { beside, formLines, replaced, type Line } from './form-lines';

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
const both = ['secondary-node', 'public-service-platform'];
const rights = '新增知识产权数量（个）（产业基础再造项目必填）';
const required = formLines('1-1', ['industrial-base']);
const security = formLines('1-8', ['technical-service-platform'], { 'security-services': 4 });
const services = '平台提供的安全技术支撑服务能力不少于5种';
const patents = formLines('1-21', [], { 'patents-granted': 3, 'invention-patents-granted': 4 });
const noGroup = formLines('1-6', []);
const cases = '标识解析应用案例数（个）';
const unticked = formLines('1-6', ['secondary-node'], { 'resolution-cases': 3 });
const gains = ['green-technology-gain', 'green-process-rate', 'green-process-gain'];
const impacts = ['environmental-impact', 'environmental-impact-cut'];
const oneRow = Object.fromEntries([...gains, ...impacts].map((key) => [key, null]));
const twoSheets = (): FaultyFile[] => [
  fileOf(upgrade, '一'),
  fileOf(replaced(upgrade, '附件1-1', '附件1-1（补）'), '二'),
];

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
    lines: replaced(required, rights, '', 1),
    at: ['target_required', beside(required, rights), '新增知识产权数量'],
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
    at: ['form_unknown', '2:2', '1-1'],
    category: 'green-upgrade',
    row: waits,
  }),
  form({
    kind: 'a target below what the form asks for',
    lines: security,
    at: ['target_below_minimum', beside(security, services), '4'],
    category: 'industrial-internet-security',
    row: loads,
  }),
  form({
    kind: 'no group ticked where one is asked for',
    lines: noGroup,
    at: ['group_missing', '2:2', '1'],
    category: 'identifier-resolution',
    row: loads,
  }),
  form({
    kind: 'two groups ticked where one is asked for',
    lines: formLines('1-6', both),
    at: ['group_over', '2:2', '1'],
    category: 'identifier-resolution',
    row: loads,
  }),
  form({
    kind: 'rows of a group that is not ticked',
    lines: unticked,
    at: ['other_group_filled', beside(unticked, cases), '标识解析应用案例数'],
    category: 'identifier-resolution',
    row: loads,
  }),
  form({
    kind: 'fewer rows than the group asks for',
    lines: formLines('1-18', ['green-manufacturing'], oneRow),
    at: ['rows_too_few', '2:2', '绿色制造工程项目'],
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
