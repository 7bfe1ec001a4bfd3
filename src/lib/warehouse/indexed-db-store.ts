import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { StoreError, type LibraryStore, type StoreChange, type StoredLibrary } from './library-store';
import { fromRecords, toRecords } from './stored-library';

interface StoreSchema extends DBSchema {
  library: { key: string; value: unknown };
}

const databaseVersion = 1;

export interface StoreOptions {
  /** Database and channel name; tests use their own. */
  name?: string;
}

function storeError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  const message = cause instanceof Error ? cause.message : String(cause);
  if (name === 'QuotaExceededError') return new StoreError('no_space', message, { cause });
  if (name === 'VersionError') return new StoreError('newer_version', message, { cause });
  // A clone that fails means the caller's value, an unreadable record the disk's: neither is a missing store.
  if (name === 'InvalidStateError' || name === 'SecurityError') {
    return new StoreError('unavailable', message, { cause });
  }
  if (name === 'DataError' || name === 'NotReadableError') {
    return new StoreError('unreadable', message, { cause });
  }
  return new StoreError('failed', message, { cause });
}

class IndexedDbStore implements LibraryStore {
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  #database: Promise<IDBPDatabase<StoreSchema>> | null = null;

  constructor(name: string) {
    this.#name = name;
    this.#channel = new BroadcastChannel(name);
  }

  load(): Promise<StoredLibrary | null> {
    return this.#with(async (database) => {
      const transaction = database.transaction('library', 'readonly');
      const [keys, values] = await Promise.all([
        transaction.store.getAllKeys(),
        transaction.store.getAll(),
        transaction.done,
      ]);
      return fromRecords(new Map(keys.map((key, at) => [key, values[at]])));
    });
  }

  async save(stored: StoredLibrary): Promise<void> {
    await this.#with(async (database) => {
      const transaction = database.transaction('library', 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      try {
        void store.clear().catch(() => undefined);
        for (const [key, value] of toRecords(stored)) void store.put(value, key).catch(() => undefined);
      } catch (cause) {
        transaction.abort();
        await transaction.done.catch(() => undefined);
        throw cause;
      }
      await transaction.done;
    });
    this.#tell('saved');
  }

  async clear(): Promise<void> {
    await this.#with((database) => database.clear('library'));
    this.#tell('cleared');
  }

  onChange(listener: (change: StoreChange) => void): () => void {
    const heard = (event: MessageEvent<StoreChange>) => listener(event.data);
    this.#channel.addEventListener('message', heard);
    return () => this.#channel.removeEventListener('message', heard);
  }

  close(): void {
    this.#channel.close();
    void this.#database?.then((database) => database.close()).catch(() => undefined);
    this.#database = null;
  }

  async #with<T>(work: (database: IDBPDatabase<StoreSchema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open());
    } catch (cause) {
      throw storeError(cause);
    }
  }

  #open(): Promise<IDBPDatabase<StoreSchema>> {
    if (typeof indexedDB === 'undefined') {
      throw new StoreError('unavailable', 'this browser has no IndexedDB');
    }
    const forget = () => {
      this.#database = null;
    };
    this.#database ??= openDB<StoreSchema>(this.#name, databaseVersion, {
      upgrade: (database) => {
        database.createObjectStore('library');
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
    return this.#database;
  }

  #tell(change: StoreChange): void {
    this.#channel.postMessage(change);
  }
}

/** The library that this browser keeps, in IndexedDB (see DECISIONS.md). */
export const openLibraryStore = ({ name = 'fundlens' }: StoreOptions = {}): LibraryStore =>
  new IndexedDbStore(name);
