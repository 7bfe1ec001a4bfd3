import { goto } from '$app/navigation';
import { page } from '$app/state';
import { deLocalizeHref, localizeHref } from '$lib/i18n/paraglide/runtime';
import type { FilterDefaults, Filters } from '$lib/metrics/filters';
import { readFilters, writeFilters } from '$lib/metrics/filters';

/** Parts of the address that are no filters: how the page is set, and what a page itself remembers there. */
const kept = [
  'mode',
  'theme',
  'measure',
  'cell',
  'course',
  'indicators',
  'view',
  'item',
  'facts',
  'columns',
  'sort',
  'find',
  'variant',
  'centre',
  'platform',
  'kind',
  'who',
  'state',
  'month',
] as const;
export type PageParameter = (typeof kept)[number];

/**
 * The filters of the page, read from and written to its address, so that back, bookmark and share work. While a
 * page is prerendered or being hydrated there is no query yet: the defaults hold until `awake`.
 */
export class Address {
  #defaults: () => FilterDefaults;
  #awake = $state(false);
  filters = $derived.by(() => this.#read());

  constructor(defaults: () => FilterDefaults) {
    this.#defaults = defaults;
  }

  /** From now on the query of the address counts. */
  wake(): void {
    this.#awake = true;
  }

  get isDefault(): boolean {
    return writeFilters(this.filters, this.#defaults()).size === 0;
  }

  #read(): Filters {
    return this.#awake ? readFilters(page.url.searchParams, this.#defaults()) : this.#defaults().filters;
  }

  /** A page's own parameter, such as the measure of `/compare`; null when it is not there. */
  parameter(name: PageParameter): string | null {
    return this.#awake ? page.url.searchParams.get(name) : null;
  }

  /** The query of the address as it stands, with its question mark; empty while the page is not awake. */
  get query(): string {
    return this.#awake ? page.url.search : '';
  }

  /** The address of a page in the reader's language with these filters changed. */
  href(
    path: string,
    patch: Partial<Filters> = {},
    own: Partial<Record<PageParameter, string | null>> = {},
  ): string {
    const params = writeFilters({ ...this.filters, ...patch }, this.#defaults());
    for (const name of kept) {
      const inherited = name === 'mode' || name === 'theme' ? this.parameter(name) : null;
      const value = name in own ? own[name] : inherited;
      if (value) params.set(name, value);
    }
    const query = params.toString();
    return localizeHref(path) + (query ? `?${query}` : '');
  }

  /** Changes filters on the page that is open; the page keeps its place and its own parameters. */
  change(patch: Partial<Filters>, own: Partial<Record<PageParameter, string | null>> = {}): Promise<void> {
    return goto(this.#changed(patch, own), { keepFocus: true, noScroll: true });
  }

  /** Remembers a page's own parameters without a step in the history: for what changes at every key stroke. */
  remember(own: Partial<Record<PageParameter, string | null>>): Promise<void> {
    return goto(this.#changed({}, own), { keepFocus: true, noScroll: true, replaceState: true });
  }

  #changed(patch: Partial<Filters>, own: Partial<Record<PageParameter, string | null>>): string {
    const mine = Object.fromEntries(kept.map((name) => [name, this.parameter(name)]));
    return this.href(deLocalizeHref(page.url.pathname), patch, { ...mine, ...own });
  }
}
