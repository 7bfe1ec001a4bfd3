import type { LibraryRows, Row } from '$lib/domain/tables';
import { BodyIndex, idInList } from '$lib/library/inputs/body-index';
import type { InputFact, InputTable } from '$lib/policy/inputs/input-table';

/** Rows of tables that the sample has none of: checks of authenticity, centres and platforms, every fact once. */

const origin = { source_file_id: 'x', source_sheet: null, source_row: null };
const centreId = 'c-demo';

function valueFor(
  fact: InputFact,
  index: number,
): { value_number: number | null; value_text: string | null } {
  const words = (text: string | null) => ({ value_number: null, value_text: text });
  if (fact.type === 'option') return words(fact.options.at(-1)?.id ?? null);
  if (fact.type === 'yes_no' || fact.type === 'document') return words(index % 2 === 0 ? 'yes' : 'no');
  if (fact.type === 'date') return words('2018-05-06');
  if (fact.type === 'text') return words(`演示说明${index}`);
  if (fact.type === 'money') return { value_number: 1_234_567_801 + index, value_text: null };
  return { value_number: fact.type === 'percent' && index % 2 ? 0.5 : index + 1, value_text: null };
}

const factsOf = (tables: readonly InputTable[], id: InputTable['id']): InputFact[] =>
  tables.find((table) => table.id === id)?.facts ?? [];

const optionIds = (tables: readonly InputTable[], id: InputTable['id'], field: string): string[] =>
  tables
    .find((table) => table.id === id)
    ?.columns.find((column) => column.field === field)
    ?.options.map((option) => option.id) ?? [];

const platform = (kind: string, name: string, operator: string, levelId: string | null): Row<'platform'> => ({
  // The number that a reader makes from name and operator, because the tables of the notice have none.
  platform_id: idInList(new BodyIndex([]), 'pl', { id: undefined, name, owner: operator }),
  kind,
  name,
  operator,
  level_id: levelId,
  cluster_id: kind === 'platform' ? 'internet-of-things' : null,
  city_adcode: '320500',
  reported_on: null,
  ...origin,
});

function platforms(tables: readonly InputTable[]): Pick<LibraryRows, 'platform' | 'platform_metric'> {
  const levels = optionIds(tables, 'platforms', 'level_id');
  const one = platform('platform', '演示行业平台', '演示企业9001（苏州）', levels.at(-1) ?? null);
  const factory = platform('benchmark-factory', '演示标杆工厂', '演示企业9002（苏州）', null);
  const industry = {
    platform_id: factory.platform_id,
    fact_id: 'factory_industry_kind',
    value_number: null,
    value_text: 'discrete',
    ...origin,
  };
  const metrics = factsOf(tables, 'platform-facts').map((fact, index) => ({
    platform_id: one.platform_id,
    fact_id: fact.id,
    ...valueFor(fact, index),
    ...origin,
  }));
  return { platform: [one, factory], platform_metric: [industry, ...metrics] };
}

function centres(
  tables: readonly InputTable[],
): Pick<LibraryRows, 'centre' | 'centre_fact' | 'centre_assessment' | 'centre_report'> {
  const aspects = optionIds(tables, 'centre-assessments', 'aspect_id');
  const [grade = null] = optionIds(tables, 'centre-assessments', 'grade_id');
  const [report = ''] = optionIds(tables, 'centre-reports', 'report_id');
  const centre: Row<'centre'> = {
    centre_id: centreId,
    name: '演示创新中心',
    host: '演示企业9003（南京）',
    field_number: 2,
    city_adcode: '320100',
    approved_on: '2021-03-05',
    is_national: false,
    ...origin,
  };
  return {
    centre: [centre],
    centre_fact: factsOf(tables, 'centre-facts').map((fact, index) => ({
      centre_id: centreId,
      fact_id: fact.id,
      ...valueFor(fact, index),
      reported_on: '2023-12-31',
      ...origin,
    })),
    centre_assessment: [
      ...aspects.map((aspect) => ({ aspect_id: aspect, points: 17.5, grade_id: null, note: null })),
      { aspect_id: null, points: null, grade_id: grade, note: '演示' },
    ].map((row) => ({ centre_id: centreId, year: 2023, ...row, ...origin })),
    centre_report: ['2024-06-30', '2024-12-31'].map((end) => ({
      centre_id: centreId,
      report_id: report,
      period_end: end,
      submitted_on: end === '2024-06-30' ? '2024-07-12' : null,
      ...origin,
    })),
  };
}

export function exampleBodies(
  projects: readonly Row<'project'>[],
  tables: readonly InputTable[],
): Partial<LibraryRows> {
  const checklist = projects.slice(0, 3).flatMap(({ project_id }) =>
    factsOf(tables, 'checklists').map((fact, index) => ({
      project_id,
      item_id: fact.id,
      answer: valueFor(fact, index).value_text,
      note: index === 0 ? '现场一致' : null,
      checked_on: '2022-11-01',
      ...origin,
    })),
  );
  return { checklist, ...centres(tables), ...platforms(tables) };
}
