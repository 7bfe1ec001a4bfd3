import type { Filters } from '$lib/metrics/filters';
import { portal } from '../portal.svelte';

/** The platform or factory that the address names; null on the list, and while the page is not awake. */
export const openedPlatform = (): string | null => portal.address.parameter('platform');

/** The address of one platform or factory, with the filters as they are but for a patch. */
export const platformHref = (id: string, patch: Partial<Filters> = {}): string =>
  portal.address.href('/platforms', patch, { platform: id });

export type Half = 'platforms' | 'factories';

/** Which half of the page is shown. */
export const shownHalf = (): Half =>
  portal.address.parameter('view') === 'factories' ? 'factories' : 'platforms';
