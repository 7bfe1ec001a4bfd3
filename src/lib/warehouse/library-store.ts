import type { Finding } from '$lib/domain/finding';
import type { Library, LibraryMeta } from '$lib/domain/library';
import type { PackedLibrary } from './stored-pieces';

/** A value that survives JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** The user's own library as it is kept between visits, with what is wrong in it. */
export interface StoredLibrary {
  library: Library;
  findings: Finding[];
  /** Rows with errors, waiting to be corrected; only the reader of `library/` knows their shape. */
  quarantine: JsonValue;
}

/** What is kept, and which state of it that is. */
export interface KeptState {
  /** Null when no library is kept. */
  stored: StoredLibrary | null;
  /** Counts up with every save and clearing of any tab. */
  revision: number;
}

/** A library under a name of its own; taking another library in does not change it. */
export interface SnapshotInfo {
  id: string;
  name: string;
  /** ISO with time. */
  takenAt: string;
  /** Null when this version cannot read it; then `problem` says why. */
  meta: LibraryMeta | null;
  problem: 'unreadable' | 'newer_version' | null;
  /** Bytes of its rows, findings and waiting rows as JSON, and those of them that nothing else shares. */
  bytes: number;
  ownBytes: number;
}

export interface SnapshotList {
  /** The newest first. */
  snapshots: SnapshotInfo[];
  /** Bytes of the kept library and all snapshots together; what they share counts once. */
  bytes: number;
}

/** What another tab did, and the revision of the library after it. */
export type StoreChange = { kind: 'saved' | 'cleared'; revision: number } | { kind: 'snapshots' };

/** Keeps one library and its snapshots between visits. Every method throws StoreError. */
export interface LibraryStore {
  load(): Promise<KeptState>;
  /** The library in the pieces that `save` keeps; writes nothing, so that it can be made while it is not yet sure. */
  pack(stored: StoredLibrary): Promise<PackedLibrary>;
  /**
   * Replaces the kept library, wholly or not at all: a tab closed in the middle leaves the earlier one.
   * @param base revision of the state that `stored` was made from; `changed_elsewhere` when it is no longer the last
   * @param packed what `pack` gave for `stored`, where it was asked before
   * @returns the new revision
   */
  save(stored: StoredLibrary, base: number, packed?: PackedLibrary): Promise<number>;
  /**
   * Removes the kept library; snapshots stay.
   * @param base as for `save`; null removes whatever is there, also what cannot be read
   */
  clear(base: number | null): Promise<number>;
  listSnapshots(): Promise<SnapshotList>;
  /** Keeps a library under a name; rows that are kept already are not kept twice. */
  takeSnapshot(stored: StoredLibrary, named: { name: string; takenAt: string }): Promise<SnapshotInfo>;
  /** The library of a snapshot; `gone` when another tab deleted it. */
  openSnapshot(id: string): Promise<StoredLibrary>;
  renameSnapshot(id: string, name: string): Promise<void>;
  deleteSnapshot(id: string): Promise<void>;
  /** Hears of changes made by other tabs of this browser; gives back how to stop. */
  onChange(listener: (change: StoreChange) => void): () => void;
  close(): void;
}

/**
 * `unreadable` what is kept is damaged (it stays until cleared);
 * `newer_version` a newer Fundlens wrote it: reload the page, or clear;
 * `changed_elsewhere` another tab changed the library after these rows were read: nothing was written;
 * `gone` the snapshot was deleted;
 * `no_space` the browser refuses more room: the earlier library is still there;
 * `unavailable` this browser keeps nothing (private window, storage switched off);
 * `failed` anything else.
 */
export type StoreErrorCode =
  'unreadable' | 'newer_version' | 'changed_elsewhere' | 'gone' | 'no_space' | 'unavailable' | 'failed';

export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
