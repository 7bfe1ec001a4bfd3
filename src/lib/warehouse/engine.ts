import type { Row, TableName } from '$lib/domain/tables';

/** A value that can be bound to a `?` of a statement. Dates are ISO text and cast in SQL. */
export type SqlValue = string | number | boolean | null;

export interface Statement {
  sql: string;
  params: readonly SqlValue[];
}

/** Rows of some tables, by name. */
export type TableSet = { [T in TableName]?: readonly Row<T>[] };

/** A row of an answer: integers and money come as safe integers, dates as ISO text, missing as null. */
export type AnswerRow = Record<string, SqlValue>;

/**
 * What every page asks its questions of. DuckDB in the browser is one engine, DuckDB in Node another;
 * a cluster over HTTP may be a third. SQL stays in the common subset and behind builders.
 */
export interface Engine {
  /** Rows of the answer. Throws EngineError with the SQL and the engine's own words. */
  query<T extends AnswerRow = AnswerRow>(statement: Statement): Promise<T[]>;
  /**
   * Replaces a table by these rows; columns and types come from the table's definition. A failed load leaves
   * the table as it was. Queries wait for a load that was asked before them, never see half of it.
   */
  load<T extends TableName>(table: T, rows: readonly Row<T>[]): Promise<void>;
  /** Replaces several tables at one moment: all of them or, when one fails, none. */
  loadTables(tables: TableSet): Promise<void>;
  /** The engine's plan for a statement, as text. */
  explain(statement: Statement): Promise<string>;
  close(): Promise<void>;
}

/** A statement failed: keeps the SQL and the cause. */
export class EngineError extends Error {
  constructor(
    message: string,
    readonly sql: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'EngineError';
  }
}
