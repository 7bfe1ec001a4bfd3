import type { Sha256 } from './content-key';
import { readBeside } from './kept-beside';
import {
  StoreError,
  type KeptState,
  type LibraryStore,
  type SnapshotInfo,
  type SnapshotList,
  type StoreChange,
  type StoredLibrary,
} from './library-store';
import { listSnapshots } from './snapshot-list';
import { StoreDatabase } from './store-database';
import {
  headKey,
  isBeside,
  nextRevision,
  piecesOf,
  putMissing,
  recordsIn,
  revisionIn,
  revisionKey,
  snapshotIn,
  sweep,
} from './store-records';
import { readHead, readSnapshot, refuseNewer, type SnapshotRecord } from './stored-head';
import { packLibrary, refsOf, unpackLibrary, type PackedLibrary } from './stored-pieces';

export interface StoreOptions {
  /** Database and channel name; tests use their own. */
  name?: string;
  sha256: Sha256;
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

class IndexedDbStore implements LibraryStore {
  readonly #database: StoreDatabase;
  readonly #channel: BroadcastChannel;
  readonly #sha256: Sha256;

  constructor({ name = 'fundlens', sha256 }: StoreOptions) {
    this.#database = new StoreDatabase(name);
    this.#channel = new BroadcastChannel(name);
    this.#sha256 = sha256;
  }

  load(): Promise<KeptState> {
    return this.#database.read(async (transaction) => {
      const records = new Map(await recordsIn(transaction, 'library'));
      const revision = await revisionIn(transaction);
      const head = records.get(headKey);
      if (head === undefined) {
        // Only rows beside: their head is lost.
        if ([...records.keys()].some((key) => key !== revisionKey)) readHead(head);
        return { stored: null, revision };
      }
      if (isBeside(head)) return { stored: readBeside(head, records), revision };
      const read = readHead(head);
      const keys = refsOf(read).map(({ key }) => key);
      return { stored: unpackLibrary(read, await piecesOf(transaction, keys)), revision };
    });
  }

  pack(stored: StoredLibrary): Promise<PackedLibrary> {
    return packLibrary(stored, this.#sha256);
  }

  async save(stored: StoredLibrary, base: number, packed?: PackedLibrary): Promise<number> {
    const { head, pieces } = packed ?? (await this.pack(stored));
    const saved = await this.#database.write(async (transaction) => {
      const library = transaction.objectStore('library');
      refuseNewer(await library.get(headKey));
      const revision = await nextRevision(transaction, base);
      await putMissing(transaction, pieces);
      await library.clear();
      await Promise.all([library.put(head, headKey), library.put(revision, revisionKey)]);
      await sweep(transaction);
      return revision;
    });
    this.#tell({ kind: 'saved', revision: saved });
    return saved;
  }

  async clear(base: number | null): Promise<number> {
    const cleared = await this.#database.write(async (transaction) => {
      const revision = await nextRevision(transaction, base);
      const library = transaction.objectStore('library');
      await library.clear();
      await library.put(revision, revisionKey);
      await sweep(transaction);
      return revision;
    });
    this.#tell({ kind: 'cleared', revision: cleared });
    return cleared;
  }

  listSnapshots(): Promise<SnapshotList> {
    return this.#database.read(async (transaction) =>
      listSnapshots(
        await recordsIn(transaction, 'snapshots'),
        await transaction.objectStore('library').get(headKey),
      ),
    );
  }

  async takeSnapshot(
    stored: StoredLibrary,
    { name, takenAt }: { name: string; takenAt: string },
  ): Promise<SnapshotInfo> {
    const { head, pieces } = await this.pack(stored);
    const record: SnapshotRecord = { id: newId(), name, takenAt, head };
    await this.#database.write(async (transaction) => {
      await putMissing(transaction, pieces);
      await transaction.objectStore('snapshots').put(record, record.id);
    });
    this.#tell({ kind: 'snapshots' });
    const found = (await this.listSnapshots()).snapshots.find(({ id }) => id === record.id);
    if (!found) throw new StoreError('gone', `the snapshot ${record.id} is gone`);
    return found;
  }

  openSnapshot(id: string): Promise<StoredLibrary> {
    return this.#database.read(async (transaction) => {
      const { head } = readSnapshot(await snapshotIn(transaction, id));
      const keys = refsOf(head).map(({ key }) => key);
      return unpackLibrary(head, await piecesOf(transaction, keys));
    });
  }

  async renameSnapshot(id: string, name: string): Promise<void> {
    await this.#database.write(async (transaction) => {
      const record = readSnapshot(await snapshotIn(transaction, id));
      await transaction.objectStore('snapshots').put({ ...record, name }, id);
    });
    this.#tell({ kind: 'snapshots' });
  }

  async deleteSnapshot(id: string): Promise<void> {
    await this.#database.write(async (transaction) => {
      await transaction.objectStore('snapshots').delete(id);
      await sweep(transaction);
    });
    this.#tell({ kind: 'snapshots' });
  }

  onChange(listener: (change: StoreChange) => void): () => void {
    const heard = (event: MessageEvent<StoreChange>) => listener(event.data);
    this.#channel.addEventListener('message', heard);
    return () => this.#channel.removeEventListener('message', heard);
  }

  close(): void {
    this.#channel.close();
    this.#database.close();
  }

  #tell(change: StoreChange): void {
    this.#channel.postMessage(change);
  }
}

/** The library that this browser keeps, and its snapshots, in IndexedDB (see DECISIONS.md). */
export const openLibraryStore = (options: StoreOptions): LibraryStore => new IndexedDbStore(options);
