import { goto } from '$app/navigation';
import type { Filters } from '$lib/metrics/filters';
import { comparisons, type Comparison } from '$lib/metrics/targets/load-goals';
import { portal } from '../portal.svelte';

/** What this page itself remembers in the address. */
interface TargetsParameters {
  /** Category whose indicators are listed. */
  indicators: string | null;
  /** Indicator that is explored: form and key. */
  cell: string | null;
  /** What the change block compares with. */
  course: string | null;
  /** Scoring variant. */
  variant: string | null;
}

/** The scoring variant that the address names; null takes the first of the rules. */
export const namedVariant = (): string | null => portal.address.parameter('variant');

export function comparisonNow(): Comparison {
  const named = portal.address.parameter('course');
  return comparisons.find((comparison) => comparison === named) ?? 'year';
}

/** The address chooses none of these: the page stands as it was prerendered, filters apart. */
export const choosesNothing = (): boolean =>
  (['indicators', 'cell', 'course', 'variant'] as const).every(
    (name) => portal.address.parameter(name) === null,
  );

/** The address of this page with some of its choices changed; the others stay. */
export function targetsHref(patch: Partial<Filters> = {}, own: Partial<TargetsParameters> = {}): string {
  const { address } = portal;
  const kept = {
    indicators: address.parameter('indicators'),
    cell: address.parameter('cell'),
    course: address.parameter('course'),
    variant: namedVariant(),
  };
  return address.href('/targets', patch, { ...kept, ...own });
}

/** A step down or up: the category and indicator that were picked elsewhere no longer hold. */
export const drillHref = (patch: Partial<Filters>): string =>
  targetsHref(patch, { indicators: null, cell: null });

export const choose = (own: Partial<TargetsParameters>): Promise<void> =>
  goto(targetsHref({}, own), { keepFocus: true, noScroll: true });
