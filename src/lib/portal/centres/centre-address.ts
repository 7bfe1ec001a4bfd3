import type { Filters } from '$lib/metrics/filters';
import { portal } from '../portal.svelte';

const name = 'centre';

/** The centre that the address names; null on the list, and while the page is not awake. */
export const openedCentre = (): string | null => new URLSearchParams(portal.address.query).get(name);

/** The address of one centre, with the filters as they are but for a patch. */
export function centreHref(id: string, patch: Partial<Filters> = {}): string {
  const list = portal.address.href('/centres', patch);
  return `${list}${list.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(id)}`;
}
