import type { LibraryRows, Row } from '$lib/domain/tables';
import type { InputFact, InputTable } from '$lib/policy/inputs/input-table';

/** Rows of tables that the sample has none of: checks of authenticity, centres and platforms, every fact once. */

const origin = { source_file_id: 'x', source_sheet: null, source_row: null };
const centreId = 'c-demo';

function valueFor(fact: InputFact, index: number): { value_number: number | null; value_text: string | null } {
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

function platformRows(): Row<'platform'>[] {
  const place = { city_adcode: '320500', reported_on: null, ...origin };
  return [
    // Numbers as the reader makes them from name and operator.
    { platform_id: '', kind: 'platform', name: '演示行业平台', operator: '演示企业9001（苏州）' },
    { platform_id: '', kind: 'benchmark-factory', name: '演示标杆工厂', operator: '演示企业9002（苏州）' },
  ].map((body) => ({ ...body, level_id: null, cluster_id: null, ...place }));
}
