import { preloadData } from '$app/navigation';
import { localizeHref } from '$lib/i18n/paraglide/runtime';
import type { DeadlineBooks } from '$lib/policy/deadlines/deadline-rules';

const isBooks = (value: unknown): value is DeadlineBooks =>
  typeof value === 'object' && value !== null && 'rules' in value && 'agreement' in value;

/**
 * The rules of deadlines as the page `/deadlines` holds them, for a block on another page. Null where they cannot be
 * had, such as in a page that went offline before they were ever loaded.
 */
export async function booksOfPage(): Promise<DeadlineBooks | null> {
  const found = await preloadData(localizeHref('/deadlines'));
  if (found.type !== 'loaded') return null;
  const books: unknown = found.data['books'];
  return isBooks(books) ? books : null;
}
