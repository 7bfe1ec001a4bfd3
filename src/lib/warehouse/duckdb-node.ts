import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBTimestampValue,
  SQLNULL,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Row, TableName } from '$lib/domain/tables';
import { finiteOrNull, isoDay, isoMoment, safeInteger, unsupported } from './answer-value';
import { checkedColumns, type CellValue } from './cell';
import type { AnswerRow, Engine, SqlValue, Statement } from './engine';
import { createSqlEngine, lockedDown, type Driver } from './sql-engine';

// DuckDB for Node: tests, prerendering, the command line, benchmarks. Never imported by what the browser loads.

/** Rows of one chunk: DuckDB's own vector size. */
const chunkRows = 2048;
const dayMs = 86_400_000;

function stored(type: string, value: CellValue): DuckDBValue {
  if (value === null) return null;
  if (type === 'integer' || type === 'fen') return BigInt(Number(value));
  if (type === 'date') return new DuckDBDateValue(Date.parse(String(value)) / dayMs);
  return value;
}

/**
 * Types are named one by one: left to itself the package binds every whole number as a 32-bit INTEGER and wraps
 * around from 2^31, that is from 2,147 万元 on.
 */
function bound(value: SqlValue): { type: DuckDBType; value: DuckDBValue } {
  if (value === null) return { type: SQLNULL, value };
  if (typeof value === 'string') return { type: VARCHAR, value };
  if (typeof value === 'boolean') return { type: BOOLEAN, value };
  return Number.isSafeInteger(value) ? { type: BIGINT, value: BigInt(value) } : { type: DOUBLE, value };
}

function answered(value: DuckDBValue, column: string): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return finiteOrNull(value);
  if (typeof value === 'bigint') return safeInteger(value, column);
  if (value instanceof DuckDBDateValue) return isoDay(value.days);
  if (value instanceof DuckDBTimestampValue) return isoMoment(Number(value.micros) / 1000);
  if (value instanceof DuckDBDecimalValue) {
    return value.scale === 0 ? safeInteger(value.value, column) : value.toDouble();
  }
  throw unsupported(column, value.constructor.name);
}

class NodeDriver implements Driver {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  async query({ sql, params }: Statement): Promise<AnswerRow[]> {
    const bindings = params.map(bound);
    const reader = await this.#connection.runAndReadAll(
      sql,
      bindings.map((binding) => binding.value),
      bindings.map((binding) => binding.type),
    );
    const names = reader.columnNames();
    return reader
      .getRows()
      .map((row) => Object.fromEntries(names.map((name, at) => [name, answered(row[at] ?? null, name)])));
  }

  async insert<T extends TableName>(table: T, into: string, rows: readonly Row<T>[]): Promise<void> {
    const columns = checkedColumns(table, rows).map(({ column, cells }) =>
      cells.map((value) => stored(column.type, value)),
    );
    const appender = await this.#connection.createAppender(into);
    const types: DuckDBType[] = columns.map((_, at) => appender.columnType(at));
    for (let start = 0; start < rows.length; start += chunkRows) {
      const chunk = DuckDBDataChunk.create(types);
      chunk.setColumns(columns.map((values) => values.slice(start, start + chunkRows)));
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    return Promise.resolve();
  }
}

/** A fresh engine in memory, with no access to files or network. */
export async function startNodeEngine(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const sql of lockedDown) await connection.run(sql);
  return createSqlEngine(new NodeDriver(instance, connection));
}
