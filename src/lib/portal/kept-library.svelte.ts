import type { QuarantinedRow } from '$lib/library/import-result';
import type { OwnLibrary } from '$lib/library/merge-library';
import type { JsonValue, LibraryStore, StoredLibrary } from '$lib/warehouse/library-store';

/** What this browser keeps of the user's library between visits, and what went wrong with it. */
export class KeptLibrary {
  /** The own rows could not be read back or kept; in the words of the store. */
  failure = $state.raw<Error | null>(null);
  #store: LibraryStore | null = null;

  /** Opens the store and reads the kept library; null when there is none, or when it cannot be read (`failure`). */
  async open(onChange: () => void): Promise<OwnLibrary | null> {
    try {
      const { openLibraryStore } = await import('$lib/warehouse/indexed-db-store');
      this.#store = openLibraryStore();
      this.#store.onChange(onChange);
      return await this.read();
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      return null;
    }
  }

  async read(): Promise<OwnLibrary | null> {
    const stored = await this.#store?.load();
    return stored ? ownOf(stored) : null;
  }

  /** Keeps the library; what fails stands in `failure`, and the rows stay on the page. */
  async keep(own: OwnLibrary): Promise<void> {
    try {
      if (!this.#store) throw this.failure ?? new Error('no storage');
      await this.#store.save(storedOf(own));
      this.failure = null;
    } catch (error) {
      console.error(error);
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  async clear(): Promise<void> {
    await this.#store?.clear();
    this.failure = null;
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
