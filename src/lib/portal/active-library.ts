import type { LibraryMeta } from '$lib/domain/library';

/** Which library this browser showed last; static/boot.js reads the same name before the first paint. */
const storageKey = 'fundlens-library';

/** The library shown last; the sample where nothing is remembered or storage is closed. */
export function readActiveLibrary(): LibraryMeta['kind'] {
  try {
    return localStorage.getItem(storageKey) === 'own' ? 'own' : 'sample';
  } catch {
    return 'sample';
  }
}

/** Remembers which library is shown, and tells the page's styles. */
export function writeActiveLibrary(kind: LibraryMeta['kind']): void {
  delete document.documentElement.dataset.library;
  try {
    localStorage.setItem(storageKey, kind);
  } catch {
    // Storage is closed: the next visit begins with the sample.
  }
}
