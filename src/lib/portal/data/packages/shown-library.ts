import type { Library } from '$lib/domain/library';
import type { LibrarySession } from '../../library-session.svelte';
import { packageOpening } from './package-opening.svelte';

/** The rows of the library that the page shows: the user's, those of a package of 演示数据, or the embedded sample. */
export async function shownLibrary(session: LibrarySession): Promise<Library> {
  const { own, showsOwn, meta } = session;
  if (showsOwn && own) return own.library;
  const { shownSample } = packageOpening;
  if (shownSample?.meta.hash === meta.hash) return shownSample;
  const { fetchSample } = await import('$data/sample/fetch-sample');
  return fetchSample(fetch);
}
