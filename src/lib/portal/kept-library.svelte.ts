import type { QuarantinedRow } from '$lib/library/import-result';
import type { OwnLibrary } from '$lib/library/merge-library';
import type { JsonValue, LibraryStore, StoreChange, StoredLibrary } from '$lib/warehouse/library-store';
import type { PackedLibrary } from '$lib/warehouse/stored-pieces';
import { loadedNow } from '$lib/library/loaded-now';

type LibraryChange = Exclude<StoreChange, { kind: 'snapshots' }>;

/** The kept library as it was read; null where none is kept. */
export interface ReadLibrary {
  own: OwnLibrary | null;
  revision: number;
}

const errorOf = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/** What this browser keeps of the user's library between visits, and what went wrong with it. */
export class KeptLibrary {
  /** The own rows could not be read back or kept: a StoreError, or what the store's own code failed with. */
  failure = $state.raw<Error | null>(null);
  /** The rows on the page are nowhere but on the page. */
  unkept = $state(false);
  /** Counts up whenever a snapshot is taken here, or taken, renamed or deleted in another tab. */
  snapshotChanges = $state(0);
  #heard = $state.raw<LibraryChange | null>(null);
  /** Revision of the state that the page's rows were made from; null where nothing could be read. */
  #revision = $state<number | null>(null);
  #store: LibraryStore | null = null;

  /** What another tab did to the library after this tab read it; null when this tab has seen everything. */
  get elsewhere(): LibraryChange['kind'] | null {
    const unseen = this.#heard && this.#revision !== null && this.#heard.revision > this.#revision;
    return unseen ? (this.#heard?.kind ?? null) : null;
  }

  /** Opens the store and reads the kept library; null when there is none, or when it cannot be read (`failure`). */
  async open(): Promise<OwnLibrary | null> {
    try {
      const [{ openLibraryStore }, { digestOf }] = await Promise.all([
        import('$lib/warehouse/indexed-db-store'),
        import('$lib/library/digest'),
      ]);
      this.#store = openLibraryStore({ sha256: digestOf });
      this.#store.onChange((change) => this.#hear(change));
      const read = await this.read();
      this.settle(read);
      return read.own;
    } catch (error) {
      this.failure = errorOf(error);
      return null;
    }
  }

  /** What is kept now, whichever tab kept it. Throws StoreError. */
  async read(): Promise<ReadLibrary> {
    const { stored, revision } = await this.store().load();
    return { own: stored && ownOf(stored), revision };
  }

  /** Says that the page's rows are those of a revision that was read: what is kept next is made from it. */
  settle({ revision }: ReadLibrary): void {
    this.#revision = revision;
    this.failure = null;
    this.unkept = false;
  }

  /**
   * Makes a library ready to be kept, while nobody knows yet whether it will be. Null when that fails: `keep` then
   * meets the failure again, and names it.
   */
  async pack(own: OwnLibrary): Promise<PackedLibrary | null> {
    try {
      return await this.store().pack(storedOf(own));
    } catch {
      return null;
    }
  }

  /** Keeps the library; what fails stands in `failure`, and the rows stay on the page. */
  async keep(own: OwnLibrary, packed: PackedLibrary | null = null): Promise<void> {
    await this.#write(async (store, base) => {
      // What is kept could not be read: it is not written over unasked.
      if (base === null) throw this.failure ?? new Error('what is kept was not read');
      return store.save(storedOf(own), base, packed ?? undefined);
    });
    this.unkept = this.failure !== null;
  }

  /** Removes the kept library, also one that cannot be read; snapshots stay. False when it failed (`failure`). */
  async clear(): Promise<boolean> {
    const done = await this.#write((store, base) => store.clear(base));
    if (done) this.unkept = false;
    return done;
  }

  /** The store for snapshots. Throws what kept it from being opened. */
  store(): LibraryStore {
    if (!this.#store) throw this.failure ?? new Error('the store has not been opened');
    return this.#store;
  }

  /** A snapshot's library. Throws StoreError. */
  async openSnapshot(id: string): Promise<OwnLibrary> {
    return ownOf(await this.store().openSnapshot(id));
  }

  /** Keeps a library under a name. Throws StoreError. */
  async takeSnapshot(own: OwnLibrary, name: string): Promise<void> {
    await this.store().takeSnapshot(storedOf(own), { name, takenAt: loadedNow().loadedAt });
    this.snapshotChanges += 1;
  }

  async #write(write: (store: LibraryStore, base: number | null) => Promise<number>): Promise<boolean> {
    try {
      this.#revision = await write(this.store(), this.#revision);
      this.failure = null;
      return true;
    } catch (error) {
      console.error(error);
      this.failure = errorOf(error);
      return false;
    }
  }

  #hear(change: StoreChange): void {
    if (change.kind === 'snapshots') this.snapshotChanges += 1;
    else this.#heard = change;
  }
}

// The store keeps waiting rows as plain JSON; they come back in the shape in which they were given.
const ownOf = ({ quarantine, ...rest }: StoredLibrary): OwnLibrary => ({
  ...rest,
  quarantine: quarantine as unknown as QuarantinedRow[],
});
const storedOf = ({ quarantine, ...rest }: OwnLibrary): StoredLibrary => ({
  ...rest,
  quarantine: quarantine as unknown as JsonValue,
});
