import type { Filters } from '$lib/metrics/filters';
import { portal } from '../portal.svelte';

const name = 'platform';

/** The platform or factory that the address names; null on the list, and while the page is not awake. */
export const openedPlatform = (): string | null => new URLSearchParams(portal.address.query).get(name);

/** The address of one platform or factory, with the filters as they are but for a patch. */
export function platformHref(id: string, patch: Partial<Filters> = {}): string {
  const list = portal.address.href('/platforms', patch);
  return `${list}${list.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(id)}`;
}

export type Half = 'platforms' | 'factories';

/** Which half of the page is shown. */
export const shownHalf = (): Half =>
  portal.address.parameter('view') === 'factories' ? 'factories' : 'platforms';
