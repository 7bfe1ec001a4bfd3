import type { OwnLibraryDates } from './library-meta';

/** The moment of loading, and this machine's calendar day for files that carry no day of their own. */
export function loadedNow(now: Date = new Date()): OwnLibraryDates {
  const pad = (value: number) => String(value).padStart(2, '0');
  return {
    loadedAt: now.toISOString(),
    fallbackAsOf: `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
  };
}
