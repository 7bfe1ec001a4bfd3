import type { NoticeColumn, NoticeTable } from '../platforms/platforms.ts';
import { RulesError } from '../rules-error.ts';
import { noticeTableIds, type InputColumn, type InputOption, type InputTable } from './input-table.ts';

/** Names of fields that the printed tables call by the words of a project. */
const fieldNames: Record<string, string> = {
  sequence: 'line_number',
  recipient_name: 'operator',
  name: 'platform_name',
  direction: 'level_id',
  industry: 'industry_kind',
  place: 'city_adcode',
  cluster: 'cluster_id',
};

const telling = {
  platforms: ['platform_name', 'level_id'],
  'benchmark-factories': ['platform_name', 'industry_kind', 'city_adcode'],
} as const;

function kindOf({ field, kind }: NoticeColumn): InputColumn['kind'] {
  if (field === 'place') return 'place';
  return kind === 'option' ? 'choice' : kind;
}

const columnOf = (column: NoticeColumn, clusters: InputOption[]): InputColumn => ({
  field: fieldNames[column.field] ?? column.field,
  header: column.header,
  aliases: column.aliases,
  kind: kindOf(column),
  unit: null,
  required: column.required,
  edge: 'start',
  options:
    column.kind === 'cluster'
      ? clusters
      : column.options.map(({ id, name }) => ({ id, words: [name.zh, id] })),
});

/**
 * A table of annex 5 of the 2019 notice as one that is read beside the summary tables.
 * @param clusters the clusters of 2019, with the ids of those that they run into, parted by spaces
 * @throws RulesError for a table without a reader
 */
export function noticeTable({ id, title, columns }: NoticeTable, clusters: InputOption[]): InputTable {
  const known = noticeTableIds.find((one) => one === id);
  if (!known) throw new RulesError('forms/2019/summary-tables.yaml', id, 'no reader knows this table');
  return {
    id: known,
    name: title,
    title: title.zh,
    ownLayout: false,
    joinsProject: false,
    quartersAcross: false,
    factsAcross: false,
    facts: [],
    answers: [],
    telling: [...telling[known]],
    columns: columns.map((column) => columnOf(column, clusters)),
  };
}
