import type { ProjectColumns } from '$lib/metrics/projects/project-columns';
import type { ListedProject } from '$lib/metrics/projects/list-sql';
import { stages } from '$lib/metrics/filters';
import { m } from '$lib/i18n/paraglide/messages';
import type { SortValue } from '$lib/ui/table-columns';
import { stageName } from '../project-words';
import type { ListNames } from './list-names';

/** A column that the list can show; its key stands in addresses and saved views. */
export interface ListColumn {
  key: string;
  label: () => string;
  /** Money in 分, days as ISO text, words as they are read. */
  kind: 'words' | 'money' | 'day';
  width: string;
  /** The value of a row; null where it is missing. */
  read: (columns: ProjectColumns, row: number, names: ListNames) => string | number | null;
  /** Where the order is not that of the value as it is read. */
  sortBy?: (columns: ProjectColumns, row: number) => SortValue;
  /** Shown unless the reader chooses. */
  shown?: true;
}

type Field<V> = { [K in keyof ListedProject]: ListedProject[K] extends V ? K : never }[keyof ListedProject];

const take = <K extends keyof ListedProject>(
  columns: ProjectColumns,
  field: K,
  row: number,
): ListedProject[K] | null => columns.column(field)[row] ?? null;

type Rest = Partial<Pick<ListColumn, 'sortBy' | 'shown'>>;

const words = (
  key: string,
  label: () => string,
  width: string,
  read: ListColumn['read'],
  rest: Rest = {},
): ListColumn => ({ key, label, kind: 'words', width, read, ...rest });

const text = (
  key: string,
  label: () => string,
  width: string,
  field: Field<string | null>,
  rest: Rest = {},
): ListColumn => words(key, label, width, (columns, row) => take(columns, field, row), rest);

const day = (key: string, label: () => string, field: Field<string | null>): ListColumn => ({
  ...text(key, label, '6.6rem', field),
  kind: 'day',
});

const money = (
  key: string,
  label: () => string,
  field: Field<number | null>,
  rest: Rest = {},
): ListColumn => ({
  key,
  label,
  kind: 'money',
  width: '6.4rem',
  read: (columns, row) => take(columns, field, row),
  ...rest,
});

/** A code, by its name. */
const named = (
  field: Field<string | null>,
  name: (names: ListNames) => (code: string) => string,
): ListColumn['read'] => {
  return (columns, row, names) => {
    const code = take(columns, field, row);
    return code === null ? null : name(names)(code);
  };
};

function typeOf(columns: ProjectColumns, row: number, names: ListNames): string | null {
  const [category, variant] = [take(columns, 'category_id', row), take(columns, 'variant_id', row)];
  return category === null || variant === null ? null : names.type(category, variant);
}

function stageOf(columns: ProjectColumns, row: number): string | null {
  const stage = take(columns, 'stage', row);
  return stage === null ? null : stageName(stage);
}

function sourceOf(columns: ProjectColumns, row: number): string {
  const sourceRow = take(columns, 'source_row', row);
  const parts = [
    take(columns, 'file_name', row),
    take(columns, 'source_sheet', row),
    sourceRow === null ? null : m.word_row({ row: sourceRow }),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** All columns in the order in which they stand; the first always shows. */
export const listColumns: readonly ListColumn[] = [
  text('name', m.word_project, '', 'name', { shown: true }),
  text('id', m.word_project_id, '8.5rem', 'project_id'),
  text('recipient', m.word_recipient, '13rem', 'recipient_name', { shown: true }),
  text('code', m.projects_col_code, '11.5rem', 'recipient_code'),
  words(
    'category',
    m.word_category,
    '9.5rem',
    named('category_id', ({ category }) => category),
    { shown: true },
  ),
  words('type', m.projects_col_type, '10rem', typeOf),
  words(
    'place',
    m.word_place,
    '5rem',
    named('place_adcode', ({ place }) => place),
    { shown: true },
  ),
  words(
    'county',
    m.projects_col_county,
    '6rem',
    named('county_adcode', ({ place }) => place),
  ),
  words(
    'cluster',
    m.word_cluster,
    '8.5rem',
    named('cluster_key', ({ cluster }) => cluster),
  ),
  text('industry', m.projects_col_industry, '12rem', 'industry'),
  words('stage', m.word_stage, '5.4rem', stageOf, {
    shown: true,
    sortBy: (columns, row) => stages.findIndex((stage) => stage === take(columns, 'stage', row)),
  }),
  money('investment', m.projects_col_investment, 'investment_fen'),
  money('requested', m.col_requested, 'requested_fen', { shown: true }),
  money('ceiling', m.col_ceiling, 'ceiling_fen'),
  money('award', m.col_award_money, 'award_fen', { shown: true }),
  money('paid', m.col_paid, 'paid_fen', { shown: true }),
  money('unpaid', m.col_unpaid, 'unpaid_fen', { shown: true }),
  money('recovered', m.projects_col_recovered, 'recovered_fen'),
  day('submitted', m.projects_col_submitted, 'submitted_on'),
  day('start', m.projects_col_start, 'start_date'),
  day('end', m.projects_col_end, 'end_date'),
  day('awarded', m.projects_col_awarded, 'awarded_on'),
  day('accepted', m.projects_col_accepted, 'accepted_on'),
  day('terminated', m.projects_col_terminated, 'terminated_on'),
  words('source', m.word_source_cell, '15rem', sourceOf),
];

export const listColumn = (key: string): ListColumn | null =>
  listColumns.find((column) => column.key === key) ?? null;

/** Values of all rows to be sorted by. */
export const sortValues = (column: ListColumn, columns: ProjectColumns, names: ListNames): SortValue[] =>
  Array.from({ length: columns.length }, (_, row) =>
    column.sortBy ? column.sortBy(columns, row) : column.read(columns, row, names),
  );
