import type { Label } from '$lib/domain/label';
import type { Fen } from '$lib/domain/money';
import {
  libraryTableNames,
  libraryTables,
  type Column,
  type ColumnType,
  type LibraryRows,
  type LibraryTableName,
  type Row,
} from '$lib/domain/tables';

export type FieldValue = string | number | boolean | null;

/** A value of a project that the two libraries give differently; money in 分, missing is null. */
export interface FieldChange {
  /** Column of `project`; `paid_fen` and `recovered_fen` are the sums of the project's payments and recoveries. */
  column: string;
  label: Label;
  type: ColumnType;
  before: FieldValue;
  after: FieldValue;
}

export interface ChangedProject {
  before: Row<'project'>;
  after: Row<'project'>;
  fields: FieldChange[];
  statusChanged: boolean;
}

/** Rows of one table, by what they say: where they were read from does not count. */
export interface TableChange {
  table: LibraryTableName;
  before: number;
  after: number;
  /** Rows that only the second library has, and that only the first has. */
  added: number;
  removed: number;
}

export interface LibraryComparison {
  /** Projects that only the second library has. */
  fresh: Row<'project'>[];
  /** Projects that only the first has. */
  gone: Row<'project'>[];
  /** Projects of both with another value, in the order of the second library. */
  changed: ChangedProject[];
  unchanged: number;
  /** Of `changed`, those with another status. */
  statusChanged: number;
  /** All tables but projects and files, in which anything differs. */
  tables: TableChange[];
}

const originColumns = new Set(['source_file_id', 'source_sheet', 'source_row']);

const contentColumns = (table: LibraryTableName): [string, Column][] =>
  Object.entries<Column>(libraryTables[table]).filter(([name]) => !originColumns.has(name));

const projectColumns = contentColumns('project').filter(([name]) => name !== 'project_id');

interface Sums {
  paid: ReadonlyMap<string, Fen>;
  recovered: ReadonlyMap<string, Fen>;
}

function sumBy<T extends { project_id: string }>(
  rows: readonly T[],
  amount: (row: T) => Fen,
): Map<string, Fen> {
  const sums = new Map<string, Fen>();
  for (const row of rows) sums.set(row.project_id, (sums.get(row.project_id) ?? 0) + amount(row));
  return sums;
}

const sumsOf = (rows: LibraryRows): Sums => ({
  paid: sumBy(rows.disbursement, (row) => row.paid_fen),
  recovered: sumBy(rows.recovery, (row) => row.recovered_fen),
});

const sumColumns: { column: string; label: Label; of: keyof Sums }[] = [
  { column: 'paid_fen', label: { zh: '已拨付', en: 'Paid' }, of: 'paid' },
  { column: 'recovered_fen', label: { zh: '已追回', en: 'Recovered' }, of: 'recovered' },
];

function fieldChanges(before: Row<'project'>, after: Row<'project'>): FieldChange[] {
  const [old, fresh]: Readonly<Record<string, FieldValue>>[] = [before, after];
  return projectColumns.flatMap(([column, { label, type }]) => {
    // A library of an older version may lack a column: not there is missing.
    const [was, is] = [old?.[column] ?? null, fresh?.[column] ?? null];
    return was === is ? [] : [{ column, label, type, before: was, after: is }];
  });
}

/** A project without payments has none recorded: null, not zero. */
function sumChanges(projectId: string, before: Sums, after: Sums): FieldChange[] {
  return sumColumns.flatMap(({ column, label, of }) => {
    const was = before[of].get(projectId) ?? null;
    const is = after[of].get(projectId) ?? null;
    return was === is ? [] : [{ column, label, type: 'fen' as const, before: was, after: is }];
  });
}

function compareTable(table: LibraryTableName, before: LibraryRows, after: LibraryRows): TableChange {
  const names = contentColumns(table).map(([name]) => name);
  const textOf = (row: Readonly<Record<string, unknown>>) =>
    JSON.stringify(names.map((name) => row[name] ?? null));
  const open = new Map<string, number>();
  for (const row of before[table]) open.set(textOf(row), (open.get(textOf(row)) ?? 0) + 1);
  let added = 0;
  for (const row of after[table]) {
    const left = open.get(textOf(row)) ?? 0;
    if (left > 0) open.set(textOf(row), left - 1);
    else added += 1;
  }
  const [were, are] = [before[table].length, after[table].length];
  return { table, before: were, after: are, added, removed: were - (are - added) };
}

/** Follow from other rows, or say where rows were read from. */
const leftOut = new Set<LibraryTableName>(['project', 'source_file', 'source_column', 'sub_quota_member']);
const otherTables = libraryTableNames.filter((table) => !leftOut.has(table));

/**
 * What became of the projects of one library in another, by project id: new, gone, changed with each value then and
 * now. Where a row was read from is no change. Sub-quota membership follows from the projects and is not named apart.
 */
export function compareLibraries(before: LibraryRows, after: LibraryRows): LibraryComparison {
  const earlier = new Map(before.project.map((project) => [project.project_id, project]));
  const later = new Set(after.project.map((project) => project.project_id));
  const [oldSums, newSums] = [sumsOf(before), sumsOf(after)];
  const both = after.project.flatMap((project) => {
    const old = earlier.get(project.project_id);
    return old ? [{ before: old, after: project }] : [];
  });
  const changed = both
    .map((pair): ChangedProject => {
      const fields = fieldChanges(pair.before, pair.after).concat(
        sumChanges(pair.after.project_id, oldSums, newSums),
      );
      return { ...pair, fields, statusChanged: pair.before.status !== pair.after.status };
    })
    .filter(({ fields }) => fields.length > 0);
  return {
    fresh: after.project.filter(({ project_id }) => !earlier.has(project_id)),
    gone: before.project.filter(({ project_id }) => !later.has(project_id)),
    changed,
    unchanged: both.length - changed.length,
    statusChanged: changed.filter(({ statusChanged }) => statusChanged).length,
    tables: otherTables
      .map((table) => compareTable(table, before, after))
      .filter(({ added, removed }) => added + removed > 0),
  };
}
