import type { Filters } from '$lib/metrics/filters';
import { portal } from '../portal.svelte';

/** The centre that the address names; null on the list, and while the page is not awake. */
export const openedCentre = (): string | null => portal.address.parameter('centre');

/** The address of one centre, with the filters as they are but for a patch. */
export const centreHref = (id: string, patch: Partial<Filters> = {}): string =>
  portal.address.href('/centres', patch, { centre: id });
