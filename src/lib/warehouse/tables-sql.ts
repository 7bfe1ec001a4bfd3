import { allTables, type Column, type ColumnType, type TableName } from '$lib/domain/tables';

/** What a column of the library is in SQL. Money is a BIGINT of 分: sums are exact. */
export const sqlTypes: Record<ColumnType, string> = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  fen: 'BIGINT',
  decimal: 'DOUBLE',
  date: 'DATE',
  boolean: 'BOOLEAN',
};

/** A name as SQL takes it, whatever characters it holds. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Columns of a table in their order. */
export const columnsOf = (table: TableName): [name: string, column: Column][] =>
  Object.entries<Column>(allTables[table]);

/**
 * CREATE TABLE of a table's definition, optionally under another name. A required column is NOT NULL,
 * so that an engine refuses what the definition refuses.
 */
export function createTableSql(table: TableName, name: string = table): string {
  const columns = columnsOf(table).map(
    ([column, { type, required }]) => `${quoteName(column)} ${sqlTypes[type]}${required ? ' NOT NULL' : ''}`,
  );
  return `CREATE TABLE ${quoteName(name)} (${columns.join(', ')})`;
}

/** Where new rows wait until all of them are in. */
export const incomingName = (table: TableName): string => `${table}__incoming`;

/** Makes the table where new rows wait, empty. */
export const emptyTableSql = (table: TableName): string[] => [
  `DROP TABLE IF EXISTS ${quoteName(incomingName(table))}`,
  createTableSql(table, incomingName(table)),
];

/** Puts the incoming table in the place of the present one; run several inside one transaction. */
export const replaceTableSql = (table: TableName): string[] => [
  `DROP TABLE IF EXISTS ${quoteName(table)}`,
  `ALTER TABLE ${quoteName(incomingName(table))} RENAME TO ${quoteName(table)}`,
];
