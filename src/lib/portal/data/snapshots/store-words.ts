import { m } from '$lib/i18n/paraglide/messages';
import type { StoreErrorCode } from '$lib/warehouse/library-store';

export interface StoreWords {
  code: StoreErrorCode;
  /** What happened. */
  title: string;
  /** What stays, and what to do. */
  rest: string;
}

const words: Record<StoreErrorCode, (reason: string) => Omit<StoreWords, 'code'>> = {
  no_space: () => ({ title: m.snapshots_err_no_space(), rest: m.snapshots_err_no_space_rest() }),
  unavailable: () => ({ title: m.snapshots_err_unavailable(), rest: m.snapshots_err_unavailable_rest() }),
  newer_version: () => ({
    title: m.snapshots_err_newer_version(),
    rest: m.snapshots_err_newer_version_rest(),
  }),
  unreadable: () => ({ title: m.snapshots_err_unreadable(), rest: m.snapshots_err_unreadable_rest() }),
  gone: () => ({ title: m.snapshots_err_gone(), rest: m.snapshots_err_gone_rest() }),
  changed_elsewhere: () => ({
    title: m.snapshots_err_changed_elsewhere(),
    rest: m.snapshots_err_changed_elsewhere_rest(),
  }),
  failed: (reason) => ({ title: m.snapshots_err_failed(), rest: m.snapshots_err_failed_rest({ reason }) }),
};

const isCode = (code: unknown): code is StoreErrorCode =>
  typeof code === 'string' && Object.hasOwn(words, code);

/** What the store refused, in the user's words. By its code alone: the store's own code comes late to a page. */
export function describeStoreError(error: Error): StoreWords {
  const code = 'code' in error && isCode(error.code) ? error.code : 'failed';
  return { code, ...words[code](error.message) };
}
