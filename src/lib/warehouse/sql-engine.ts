import type { Row, TableName } from '$lib/domain/tables';
import { EngineError, type AnswerRow, type Engine, type Statement, type TableSet } from './engine';
import { SerialQueue } from './serial-queue';
import { emptyTableSql, incomingName, quoteName, replaceTableSql } from './tables-sql';

/** What one build of DuckDB can do; everything else is the same in the browser and in Node. */
export interface Driver {
  query(statement: Statement): Promise<AnswerRow[]>;
  /** Adds checked rows (at least one) to an existing table that has the columns of `table`. */
  insert<T extends TableName>(table: T, into: string, rows: readonly Row<T>[]): Promise<void>;
  close(): Promise<void>;
}

const plain = (sql: string): Statement => ({ sql, params: [] });
const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
const tableNames = (tables: TableSet): TableName[] => Object.keys(tables) as TableName[];

/** Settings of every engine: nothing outside the database can be read, written or downloaded, for good. */
export const lockedDown: readonly string[] = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

class SqlEngine implements Engine {
  readonly #queue = new SerialQueue();
  readonly #driver: Driver;
  #closed = false;

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  query<T extends AnswerRow = AnswerRow>(statement: Statement): Promise<T[]> {
    return this.#queue.run(() => this.#ask<T>(statement));
  }

  load<T extends TableName>(table: T, rows: readonly Row<T>[]): Promise<void> {
    return this.loadTables({ [table]: rows });
  }

  loadTables(tables: TableSet): Promise<void> {
    return this.#queue.run(() => this.#loadAll(tables));
  }

  async explain({ sql, params }: Statement): Promise<string> {
    const rows = await this.query({ sql: `EXPLAIN ${sql}`, params });
    return rows.map((row) => String(row['explain_value'] ?? '')).join('\n');
  }

  close(): Promise<void> {
    return this.#queue.run(async () => {
      if (this.#closed) return;
      this.#closed = true;
      await this.#driver.close();
    });
  }

  async #ask<T extends AnswerRow>(statement: Statement): Promise<T[]> {
    if (this.#closed) throw new EngineError('the engine is closed', statement.sql);
    try {
      return (await this.#driver.query(statement)) as T[];
    } catch (cause) {
      throw new EngineError(words(cause), statement.sql, { cause });
    }
  }

  /** Builds the new tables aside; only when all are complete do they take their places, in one transaction. */
  async #loadAll(tables: TableSet): Promise<void> {
    const names = tableNames(tables);
    try {
      // Each message to the engine costs about a millisecond: what belongs together goes as one script.
      await this.#ask(plain(names.flatMap(emptyTableSql).join(';\n')));
      await this.#fillAll(tables);
      await this.#transaction(names.flatMap(replaceTableSql));
    } catch (cause) {
      for (const name of names) await this.#tidy(`DROP TABLE IF EXISTS ${quoteName(incomingName(name))}`);
      throw cause;
    }
  }

  /** Rows of one table are written for the engine while it takes in those of the table before. */
  async #fillAll(tables: TableSet): Promise<void> {
    const fills: Promise<void>[] = [];
    try {
      for (const name of tableNames(tables)) {
        const filling = this.#fill(name, tables[name] ?? []);
        filling.catch(() => undefined); // told when it is waited for
        fills.push(filling);
        await fills.at(-2);
      }
      await fills.at(-1);
    } finally {
      await Promise.allSettled(fills);
    }
  }

  async #transaction(steps: readonly string[]): Promise<void> {
    await this.#ask(plain('BEGIN TRANSACTION'));
    try {
      await this.#ask(plain(steps.join(';\n')));
      await this.#ask(plain('COMMIT'));
    } catch (cause) {
      await this.#tidy('ROLLBACK');
      throw cause;
    }
  }

  async #fill<T extends TableName>(table: T, rows: readonly Row<T>[]): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.#driver.insert(table, incomingName(table), rows);
    } catch (cause) {
      throw new EngineError(`loading ${table}: ${words(cause)}`, emptyTableSql(table).join(';\n'), { cause });
    }
  }

  /** Best effort after a failure: the first error is the one to report, and the tables in use were not touched. */
  async #tidy(sql: string): Promise<void> {
    await this.#driver.query(plain(sql)).catch(() => undefined);
  }
}

/** An engine over a driver: serial calls, whole loads or none, errors that keep their SQL. */
export const createSqlEngine = (driver: Driver): Engine => new SqlEngine(driver);
