/** Libraries to keep, and what tests ask of the store inside a page of the harness. */
import type { Page } from 'playwright-core';
import { countRows, emptyLibrary, type LibraryRows } from '../../src/lib/domain/tables';
import type { KeptState, SnapshotList, StoredLibrary } from '../../src/lib/warehouse/library-store';
import type {} from './harness/page';

export const recoveries = (amounts: readonly number[]): LibraryRows['recovery'] =>
  amounts.map((amount, at) => ({
    project_id: `p${at}`,
    recovered_fen: amount,
    recovered_on: '2024-02-29',
    source_file_id: 'f1',
    source_sheet: null,
    source_row: at,
  }));

/** A library that is told by its hash. */
export function libraryOf(hash: string, parts: Partial<LibraryRows> = {}): StoredLibrary {
  const rows = { ...emptyLibrary(), ...parts };
  return {
    library: {
      meta: {
        kind: 'own',
        hash,
        asOf: '2024-06-30',
        loadedAt: null,
        datasets: ['projects'],
        guideYears: [2023],
        counts: countRows(rows),
      },
      rows,
    },
    findings: [],
    quarantine: { rows: ['一', null] },
  };
}

/** Saves on top of what is kept, or of the revision given: `saved`, or the code of the refusal. */
export const save = (at: Page, stored: StoredLibrary, base?: number): Promise<string> =>
  // Passed as text: the types of page.evaluate do not come to an end with a recursive JSON type.
  at.evaluate(
    async ([text, given]) => {
      const store = window.warehouse.openLibraryStore();
      try {
        const from = given ?? (await store.load()).revision;
        await store.save(JSON.parse(text) as never, from);
        return 'saved';
      } catch (cause) {
        return (cause as Error & { code?: string }).code ?? String(cause);
      }
    },
    [JSON.stringify(stored), base ?? null] as const,
  );

export const loadState = async (at: Page): Promise<KeptState> =>
  JSON.parse(
    await at.evaluate(async () => JSON.stringify(await window.warehouse.openLibraryStore().load())),
  ) as KeptState;

export const load = async (at: Page): Promise<StoredLibrary | null> => (await loadState(at)).stored;

export const snapshots = async (at: Page): Promise<SnapshotList> =>
  JSON.parse(
    await at.evaluate(async () => JSON.stringify(await window.warehouse.openLibraryStore().listSnapshots())),
  ) as SnapshotList;

/** Takes a snapshot; its id, or the code of the refusal. */
export const takeSnapshot = (at: Page, stored: StoredLibrary, name: string, takenAt: string) =>
  at.evaluate(
    ([text, named, on]) =>
      window.warehouse
        .openLibraryStore()
        .takeSnapshot(JSON.parse(text) as never, { name: named, takenAt: on })
        .then(
          ({ id }) => id,
          (cause: Error & { code?: string }) => cause.code ?? String(cause),
        ),
    [JSON.stringify(stored), name, takenAt] as const,
  );

export const openSnapshot = async (at: Page, id: string): Promise<StoredLibrary | string> =>
  JSON.parse(
    await at.evaluate(
      (wanted) =>
        window.warehouse
          .openLibraryStore()
          .openSnapshot(wanted)
          .then(
            (stored) => JSON.stringify(stored),
            (cause: Error & { code?: string }) => JSON.stringify(cause.code ?? String(cause)),
          ),
      id,
    ),
  ) as StoredLibrary | string;

/** Makes every write end as a full disk ends it: the writes are taken, then the transaction fails. */
export const fillDisk = (at: Page): Promise<void> =>
  // The debugger's own quota for a site is honoured by some versions of Chromium only.
  at.evaluate(() => {
    IDBObjectStore.prototype.put = new Proxy(IDBObjectStore.prototype.put, {
      apply(write, store: IDBObjectStore, given: Parameters<IDBObjectStore['put']>) {
        queueMicrotask(() => {
          const { transaction } = store;
          if (Object.hasOwn(transaction, 'error')) return;
          Object.defineProperty(transaction, 'error', {
            value: new DOMException('full', 'QuotaExceededError'),
          });
          transaction.abort();
        });
        return Reflect.apply(write, store, given);
      },
    });
  });

/** Writes records into the store as another version would; its database has the version given. */
export const writeRaw = (
  at: Page,
  version: number,
  records: readonly (readonly [store: string, key: string, value: unknown])[],
): Promise<void> =>
  at.evaluate(
    ([wanted, given]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('fundlens', wanted);
        request.onerror = () => reject(request.error ?? new Error('not opened'));
        request.onupgradeneeded = () => {
          for (const [store] of given)
            if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
        };
        request.onsuccess = () => {
          const names = [...new Set(given.map(([store]) => store))];
          const transaction = request.result.transaction(names, 'readwrite');
          for (const [store, key, value] of given) transaction.objectStore(store).put(value, key);
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
    [version, records] as const,
  );

/** Keys of everything that the database holds, by store. */
export const keysKept = (at: Page): Promise<Record<string, string[]>> =>
  at.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('fundlens');
        request.onerror = () => reject(request.error ?? new Error('not opened'));
        request.onsuccess = () => {
          const names = [...request.result.objectStoreNames];
          const transaction = request.result.transaction(names, 'readonly');
          const asked = names.map((name) => [name, transaction.objectStore(name).getAllKeys()] as const);
          transaction.oncomplete = () => {
            request.result.close();
            resolve(Object.fromEntries(asked.map(([name, { result }]) => [name, result.map(String)])));
          };
        };
      }),
  );
