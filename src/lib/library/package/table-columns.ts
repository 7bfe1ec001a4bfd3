import { libraryTables, type Column, type LibraryRows, type LibraryTableName } from '$lib/domain/tables';

/** A cell as every table holds it; which of these it may be is said by the column's type. */
export type CellValue = string | number | boolean | null;
export type TableRow = Readonly<Record<string, CellValue>>;

export const tableNames = Object.keys(libraryTables) as LibraryTableName[];

export const isTableName = (name: string): name is LibraryTableName => Object.hasOwn(libraryTables, name);

/** Names and definitions of a table's columns, in the order of the definition. */
export const columnsOf = (table: LibraryTableName): [string, Column][] =>
  Object.entries(libraryTables[table]);

/** The rows of one table, seen as plain records, for code that treats all tables alike. */
export const rowsOf = (rows: LibraryRows, table: LibraryTableName): readonly TableRow[] => rows[table];

/** Tables that came later, or that most libraries have no rows of; a package may leave them out while they are empty. */
export const addedTables: readonly LibraryTableName[] = [
  'award',
  'termination',
  'target_form',
  'target',
  'progress',
  'acceptance',
  'checklist',
  'centre',
  'centre_fact',
  'centre_assessment',
  'centre_report',
  'platform',
  'platform_metric',
  'source_column',
];

/** The tables that the plain layout writes: those with rows, and those that every package has. */
export const writtenTables = (counts: Record<LibraryTableName, number>): LibraryTableName[] =>
  tableNames.filter((table) => counts[table] > 0 || !addedTables.includes(table));

/** What a row is found by: rows are written in this order, so that the same rows give the same bytes. */
export const sortKeys: Record<LibraryTableName, readonly string[]> = {
  project: ['project_id'],
  appropriation: ['guide_year', 'category_id'],
  award: ['project_id', 'awarded_on'],
  tranche: ['project_id', 'sequence'],
  disbursement: ['project_id', 'sequence', 'paid_on'],
  termination: ['project_id', 'terminated_on'],
  recovery: ['project_id', 'recovered_on'],
  target_form: ['project_id', 'guide_year', 'form_id'],
  target: ['project_id', 'guide_year', 'form_id', 'indicator_key'],
  progress: ['project_id', 'guide_year', 'form_id', 'indicator_key', 'period_end'],
  acceptance: ['project_id', 'accepted_on'],
  checklist: ['project_id', 'item_id'],
  centre: ['centre_id'],
  centre_fact: ['centre_id', 'fact_id', 'reported_on'],
  centre_assessment: ['centre_id', 'year', 'aspect_id'],
  centre_report: ['centre_id', 'report_id', 'period_end'],
  platform: ['platform_id'],
  platform_metric: ['platform_id', 'fact_id'],
  sub_quota_member: ['project_id', 'sub_quota_id'],
  source_file: ['file_id'],
  source_column: ['file_id', 'sheet', 'field'],
};

/**
 * Columns that no two rows may share. Payments have none: a tranche may be paid in several parts, even on
 * one day; an appropriation may come in several decisions, and a deferred acceptance is decided anew.
 */
export const primaryKeys: Record<LibraryTableName, readonly string[] | null> = {
  project: ['project_id'],
  appropriation: null,
  award: ['project_id', 'awarded_on'],
  tranche: ['project_id', 'sequence'],
  disbursement: null,
  termination: ['project_id', 'terminated_on'],
  recovery: null,
  target_form: ['project_id', 'guide_year', 'form_id'],
  target: ['project_id', 'guide_year', 'form_id', 'indicator_key'],
  progress: ['project_id', 'guide_year', 'form_id', 'indicator_key', 'period_end'],
  acceptance: null,
  checklist: ['project_id', 'item_id'],
  centre: ['centre_id'],
  centre_fact: ['centre_id', 'fact_id', 'reported_on'],
  centre_assessment: ['centre_id', 'year', 'aspect_id'],
  centre_report: ['centre_id', 'report_id', 'period_end'],
  platform: ['platform_id'],
  platform_metric: ['platform_id', 'fact_id'],
  sub_quota_member: ['project_id', 'sub_quota_id'],
  source_file: ['file_id'],
  source_column: ['file_id', 'sheet', 'field'],
};

/** Tables whose `project_id` must stand in `project`. */
export const projectParts: readonly LibraryTableName[] = [
  'award',
  'tranche',
  'disbursement',
  'termination',
  'recovery',
  'target_form',
  'target',
  'progress',
  'acceptance',
  'checklist',
  'sub_quota_member',
];
