import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import type { Row, TableName } from '$lib/domain/tables';
import { arrowStream, encodeAhead } from './arrow';
import { readAnswer } from './arrow-answer';
import type { AnswerRow, Engine, Statement } from './engine';
import { checkBrowser, EngineStartError, type EngineProgress } from './engine-start';
import { createSqlEngine, lockedDown, type Driver } from './sql-engine';
import { typedPlaceholders } from './typed-placeholders';

/** Size of the engine's file as it is compiled; the header's length is that of the compressed file. */
export const engineBytes = 34_242_586;

class BrowserDriver implements Driver {
  readonly #db: AsyncDuckDB;
  readonly #connection: number;

  constructor(db: AsyncDuckDB, connection: number) {
    this.#db = db;
    this.#connection = connection;
  }

  async query({ sql, params }: Statement): Promise<AnswerRow[]> {
    if (params.length === 0) return readAnswer(await this.#db.runQuery(this.#connection, sql));
    const prepared = await this.#db.createPrepared(this.#connection, typedPlaceholders(sql, params));
    try {
      return readAnswer(await this.#db.runPrepared(this.#connection, prepared, [...params]));
    } finally {
      // Not waited for: each message to the worker costs about a millisecond, and the worker keeps their order.
      void this.#db.closePrepared(this.#connection, prepared).catch(() => undefined);
    }
  }

  async insert<T extends TableName>(table: T, into: string, rows: readonly Row<T>[]): Promise<void> {
    await this.#db.insertArrowFromIPCStream(this.#connection, arrowStream(table, rows), {
      name: into,
      create: false,
    });
  }

  async close(): Promise<void> {
    await this.#db.terminate();
  }
}

export interface EngineStartOptions {
  /** Called while the engine's file comes in. */
  onProgress?: (progress: EngineProgress) => void;
  /** Milliseconds until the start is given up; a slow disk or network may need most of the default. */
  timeoutMs?: number;
}

const defaultTimeoutMs = 90_000;

/** A worker whose script cannot be loaded only ever says so by an error event. */
const workerFailure = (worker: Worker): Promise<never> =>
  new Promise((_, reject) => {
    worker.addEventListener('error', (event) => {
      reject(
        new EngineStartError('blocked', `the engine's worker did not start: ${event.message || workerUrl}`),
      );
    });
  });

/** Inside the worker a missing file goes unnoticed, so ask for it here: only the head, the body comes once. */
async function engineFileMissing(): Promise<never> {
  const answer = await fetch(wasmUrl, { method: 'HEAD' }).catch((cause: unknown) => {
    throw new EngineStartError('failed', `the engine's file cannot be fetched: ${wasmUrl}`, { cause });
  });
  if (!answer.ok) {
    throw new EngineStartError('failed', `the server has no engine file: ${answer.status} for ${wasmUrl}`);
  }
  return new Promise<never>(() => undefined);
}

const givenUp = (timeoutMs: number, signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const timer = setTimeout(() => {
      reject(new EngineStartError('timeout', `the engine did not start within ${timeoutMs / 1000} s`));
    }, timeoutMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });

async function openDatabase(worker: Worker, onProgress: EngineStartOptions['onProgress']): Promise<Engine> {
  const { AsyncDuckDB, VoidLogger } = await import('@duckdb/duckdb-wasm');
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await db.instantiate(wasmUrl, null, ({ bytesLoaded }) => {
    onProgress?.({ loadedBytes: Math.min(bytesLoaded, engineBytes), totalBytes: engineBytes });
  });
  const connection = await db.connectInternal();
  for (const sql of lockedDown) await db.runQuery(connection, sql);
  return createSqlEngine(new BrowserDriver(db, connection));
}

/**
 * Starts DuckDB in a worker of its own and locks it down. Throws EngineStartError; nothing is left running then.
 * Call it once a page: see `browserEngine`.
 */
export async function startBrowserEngine(options: EngineStartOptions = {}): Promise<Engine> {
  checkBrowser();
  const worker = new Worker(workerUrl);
  const settled = new AbortController();
  try {
    return await Promise.race([
      openDatabase(worker, options.onProgress),
      workerFailure(worker),
      engineFileMissing(),
      givenUp(options.timeoutMs ?? defaultTimeoutMs, settled.signal),
    ]);
  } catch (cause) {
    worker.terminate();
    if (cause instanceof EngineStartError) throw cause;
    throw new EngineStartError('failed', cause instanceof Error ? cause.message : String(cause), { cause });
  } finally {
    settled.abort();
  }
}

/** Writes rows for the engine while it still compiles; the first load of these rows is then quick. */
export { encodeAhead };

let theEngine: Promise<Engine> | null = null;
const listeners = new Set<(progress: EngineProgress) => void>();

/**
 * The page's one engine: the first call starts it, the others share it and hear of its progress too. After a
 * failed start the next call tries again.
 */
export function browserEngine(options: EngineStartOptions = {}): Promise<Engine> {
  const { onProgress } = options;
  if (onProgress) listeners.add(onProgress);
  theEngine ??= startBrowserEngine({
    ...options,
    onProgress: (progress) => listeners.forEach((listener) => listener(progress)),
  }).then(
    (engine) => {
      listeners.clear();
      return engine;
    },
    (cause: unknown) => {
      listeners.clear();
      theEngine = null;
      throw cause;
    },
  );
  return theEngine;
}
