import type { Finding } from '$lib/domain/finding';
import type { Library } from '$lib/domain/library';

/** A value that survives JSON. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** The user's own library as it is kept between visits, with what is wrong in it. */
export interface StoredLibrary {
  library: Library;
  findings: Finding[];
  /** Rows with errors, waiting to be corrected; only the reader of `library/` knows their shape. */
  quarantine: JsonValue;
}

/** What another tab did. */
export type StoreChange = 'saved' | 'cleared';

/** Keeps one library between visits. Every method throws StoreError. */
export interface LibraryStore {
  /** The kept library; null when there is none. */
  load(): Promise<StoredLibrary | null>;
  /** Replaces the kept library, wholly or not at all: a tab closed in the middle leaves the earlier one. */
  save(stored: StoredLibrary): Promise<void>;
  clear(): Promise<void>;
  /** Hears of changes made by other tabs of this browser; gives back how to stop. */
  onChange(listener: (change: StoreChange) => void): () => void;
  close(): void;
}

/**
 * `unreadable` what is kept is damaged (it stays until cleared);
 * `newer_version` a newer Fundlens wrote it: reload the page, or clear;
 * `no_space` the browser refuses more room: the earlier library is still there;
 * `unavailable` this browser keeps nothing (private window, storage switched off);
 * `failed` anything else.
 */
export type StoreErrorCode = 'unreadable' | 'newer_version' | 'no_space' | 'unavailable' | 'failed';

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
