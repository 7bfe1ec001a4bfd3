import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { StoreError } from './library-store';

interface StoreSchema extends DBSchema {
  /** The kept library's head, and `revision`. */
  library: { key: string; value: unknown };
  snapshots: { key: string; value: unknown };
  /** Rows of a table, or findings, under the key of their content. */
  pieces: { key: string; value: unknown };
}

/** 1: the library alone. 2: snapshots and pieces. */
const databaseVersion = 2;
const storeNames = ['library', 'snapshots', 'pieces'] as const;

export type StoreTransaction<Mode extends 'readonly' | 'readwrite' = 'readwrite'> = IDBPTransaction<
  StoreSchema,
  typeof storeNames,
  Mode
>;

const codes: Record<string, StoreError['code']> = {
  QuotaExceededError: 'no_space',
  VersionError: 'newer_version',
  // A clone that fails means the caller's value, an unreadable record the disk's: neither is a missing store.
  InvalidStateError: 'unavailable',
  SecurityError: 'unavailable',
  DataError: 'unreadable',
  NotReadableError: 'unreadable',
};

function storeError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const named = cause instanceof Error || cause instanceof DOMException;
  const [name, message] = named ? [cause.name, cause.message] : ['', String(cause)];
  return new StoreError(codes[name] ?? 'failed', message, { cause });
}

const isAbort = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'AbortError';

/** Ends a transaction in which something failed, and gives the reason that the browser has, if it has a better one. */
async function endedBy(transaction: StoreTransaction, cause: unknown): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    // It had ended by itself: that is why the work failed.
  }
  const reason = await transaction.done.then(
    () => cause,
    (ended: unknown) => ended,
  );
  return isAbort(cause) ? reason : cause;
}

/** The database of the store: opened when it is first wanted, and again after the browser closed it. */
export class StoreDatabase {
  readonly #name: string;
  #opened: Promise<IDBPDatabase<StoreSchema>> | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  async read<T>(work: (transaction: StoreTransaction<'readonly'>) => Promise<T>): Promise<T> {
    try {
      const transaction = (await this.#open()).transaction(storeNames, 'readonly');
      const [result] = await Promise.all([work(transaction), transaction.done]);
      return result;
    } catch (cause) {
      throw storeError(cause);
    }
  }

  /** Everything that `work` writes, or nothing; it must wait for nothing but the transaction. */
  async write<T>(work: (transaction: StoreTransaction) => Promise<T>): Promise<T> {
    try {
      const database = await this.#open();
      const transaction = database.transaction(storeNames, 'readwrite', { durability: 'strict' });
      transaction.done.catch(() => undefined);
      try {
        const result = await work(transaction);
        await transaction.done;
        return result;
      } catch (cause) {
        throw await endedBy(transaction, cause);
      }
    } catch (cause) {
      throw storeError(cause);
    }
  }

  close(): void {
    void this.#opened?.then((database) => database.close()).catch(() => undefined);
    this.#opened = null;
  }

  #open(): Promise<IDBPDatabase<StoreSchema>> {
    if (typeof indexedDB === 'undefined') {
      throw new StoreError('unavailable', 'this browser has no IndexedDB');
    }
    const forget = () => {
      this.#opened = null;
    };
    this.#opened ??= openDB<StoreSchema>(this.#name, databaseVersion, {
      upgrade: (database) => {
        for (const store of storeNames)
          if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
      },
      // A newer version in another tab waits for this one to let go.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    }).catch((cause: unknown) => {
      forget();
      throw cause;
    });
    return this.#opened;
  }
}
