/** A set of filters, columns and order under a name, as the query of an address. */
export interface SavedView {
  name: string;
  /** With its question mark; empty for the page as it opens. */
  query: string;
}

export const viewNameLength = 40;
export const viewLimit = 50;

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  value.name !== '' &&
  'query' in value &&
  typeof value.query === 'string' &&
  /^(\?.*)?$/.test(value.query);

/** Views as they were kept; what is not one is left out. */
export function readViews(text: string | null): SavedView[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView).slice(0, viewLimit) : [];
  } catch {
    return [];
  }
}

/** A query without what belongs to the screen and not to the view. */
export function viewQuery(search: string): string {
  const params = new URLSearchParams(search);
  for (const name of ['mode', 'theme']) params.delete(name);
  return params.size === 0 ? '' : `?${params.toString()}`;
}
