import { untrack } from 'svelte';
import type { Filters } from '$lib/metrics/filters';
import type { MetricsContext } from '$lib/metrics/scope';
import type { ForecastRules } from '$lib/policy/forecast/forecast';
import type { Engine } from '$lib/warehouse/engine';
import { portal } from '../portal.svelte';

export interface ForecastQuestion {
  engine: Engine;
  context: MetricsContext;
  filters: Filters;
  rules: ForecastRules;
}

/** The rules of forecasting, loaded when a forecast is first asked for. */
const loadRules = async (): Promise<ForecastRules> => (await import('virtual:fundlens-forecast')).default;

/**
 * A forecast of the library and filters at hand, asked for once the engine is there: the history that it is tested on is
 * no part of the prerendered page. An answer that comes after a newer question is dropped.
 */
export class ForecastLoad<T> {
  view = $state.raw<T | null>(null);
  rules = $state.raw<ForecastRules | null>(null);
  failure = $state<string | null>(null);
  #question = 0;

  /** @param own what the answer depends on beside filters and library; null asks nothing */
  constructor(load: (question: ForecastQuestion) => Promise<T>, own: () => string | null = () => '') {
    $effect(() => {
      const { engine, meta, address } = portal;
      const { filters } = address;
      if (!engine || !meta || own() === null) return;
      untrack(() => void this.#ask(load, engine, filters));
    });
  }

  async #ask(
    load: (question: ForecastQuestion) => Promise<T>,
    engine: Engine,
    filters: Filters,
  ): Promise<void> {
    const question = ++this.#question;
    try {
      const rules = await loadRules();
      const view = await load({ engine, context: portal.context, filters, rules });
      if (question !== this.#question) return;
      Object.assign(this, { view, rules, failure: null });
    } catch (error) {
      if (question !== this.#question) return;
      console.error(error);
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }
}
