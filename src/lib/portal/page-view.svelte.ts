import { untrack } from 'svelte';
import type { Filters } from '$lib/metrics/filters';
import type { MetricsContext } from '$lib/metrics/scope';
import type { Engine } from '$lib/warehouse/engine';
import { portal } from './portal.svelte';

export type ViewLoader<T> = (engine: Engine, context: MetricsContext, filters: Filters) => Promise<T>;

/**
 * What a page shows: the prerendered view of the sample at first, then, as soon as the engine is there, the view
 * of the library and filters at hand. An answer that comes after a newer question is dropped.
 */
export class PageView<T> {
  current = $state.raw() as T;
  /** The filters that `current` was computed for lag behind the address while this holds. */
  pending = $state(false);
  failure = $state<string | null>(null);
  #question = 0;

  /**
   * @param own what the page asks beyond library and filters, such as the centre that is opened; null while that is
   *   what it was prerendered with. A page that is reached by a link may ask something else from its first moment.
   */
  constructor(prerendered: () => T, load: ViewLoader<T>, own: () => unknown = () => null) {
    this.current = prerendered();
    $effect(() => {
      const { engine, meta, address } = portal;
      const { filters } = address;
      const isPrerendered = own() === null && meta.kind === 'sample' && address.isDefault;
      untrack(() => {
        if (isPrerendered) this.#settle(prerendered());
        else if (engine === null) this.pending = true;
        else void this.#ask(() => load(engine, portal.context, filters));
      });
    });
  }

  #settle(view: T): void {
    this.#question += 1;
    this.current = view;
    this.pending = false;
    this.failure = null;
  }

  async #ask(load: () => Promise<T>): Promise<void> {
    const question = ++this.#question;
    this.pending = true;
    try {
      const view = await load();
      if (question === this.#question) this.#settle(view);
    } catch (error) {
      if (question !== this.#question) return;
      console.error(error);
      this.failure = error instanceof Error ? error.message : String(error);
      this.pending = false;
    }
  }
}
