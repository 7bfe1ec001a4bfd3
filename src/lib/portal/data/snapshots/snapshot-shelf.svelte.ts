import type { OwnLibrary } from '$lib/library/merge-library';
import { askToPersist, readBrowserRoom, type BrowserRoom } from '$lib/warehouse/browser-room';
import type { SnapshotInfo } from '$lib/warehouse/library-store';
import { freeName } from './free-name';
import type { LibrarySession } from '../../library-session.svelte';

/** The snapshots of this browser as the data page shows them. */
export class SnapshotShelf {
  /** Null until they were read. */
  snapshots = $state.raw<readonly SnapshotInfo[] | null>(null);
  bytes = $state(0);
  room = $state.raw<BrowserRoom | null>(null);
  failure = $state.raw<Error | null>(null);
  busy = $state(false);
  /** The browser was asked to keep what is there, and did not agree. */
  refusedToPersist = $state(false);
  readonly #session: LibrarySession;

  constructor(session: LibrarySession) {
    this.#session = session;
  }

  async read(): Promise<void> {
    await this.#session.start();
    await this.#try(() => this.#list());
  }

  async #list(): Promise<void> {
    const { snapshots, bytes } = await this.#session.kept.store().listSnapshots();
    this.snapshots = snapshots;
    this.bytes = bytes;
    this.room = await readBrowserRoom();
  }

  /** Keeps the user's library as it is now; true when it is kept. */
  async take(name: string): Promise<boolean> {
    const { own, kept } = this.#session;
    if (!own) return false;
    return this.#change(async () => {
      const taken = (this.snapshots ?? []).map((snapshot) => snapshot.name);
      await kept.takeSnapshot(own, freeName(name, taken));
      await askToPersist();
    });
  }

  rename({ id }: SnapshotInfo, name: string): Promise<boolean> {
    return this.#change(() => this.#session.kept.store().renameSnapshot(id, name));
  }

  remove({ id }: SnapshotInfo): Promise<boolean> {
    return this.#change(() => this.#session.kept.store().deleteSnapshot(id));
  }

  /** Makes the snapshot's rows the user's library; undo goes back. */
  restore({ id }: SnapshotInfo, why: string): Promise<boolean> {
    return this.#change(async () => {
      await this.#session.adopt(await this.#session.kept.openSnapshot(id), why);
    });
  }

  /** The library of a snapshot, or null when it cannot be opened (`failure`). */
  async open(id: string): Promise<OwnLibrary | null> {
    let opened: OwnLibrary | null = null;
    await this.#try(async () => {
      opened = await this.#session.kept.openSnapshot(id);
    });
    return opened;
  }

  async persist(): Promise<void> {
    this.refusedToPersist = !(await askToPersist());
    this.room = await readBrowserRoom();
  }

  async #change(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    const done = await this.#try(work);
    // After a refusal too: another tab may have deleted what was asked for. The refusal stays on the page.
    const refusal = this.failure;
    await this.#try(() => this.#list());
    this.failure = refusal ?? this.failure;
    this.busy = false;
    return done;
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.failure = null;
      return true;
    } catch (error) {
      console.error(error);
      this.failure = error instanceof Error ? error : new Error(String(error));
      return false;
    }
  }
}
