import { untrack } from 'svelte';
import { loadProject, type ProjectView } from '$lib/metrics/projects/load-project';
import type { Filters } from '$lib/metrics/filters';
import type { Engine } from '$lib/warehouse/engine';
import { portal } from '../portal.svelte';

/** One project of the library at hand; asked for again when library, as-of day or number change. */
export class ProjectLoad {
  view = $state.raw<ProjectView | null>(null);
  /** `unknown`: the library was asked and has none of this number. */
  state = $state<'waiting' | 'found' | 'unknown' | 'failed'>('waiting');
  failure = $state('');
  #question = 0;

  constructor(id: () => string) {
    $effect(() => {
      const { engine, meta, address } = portal;
      const { filters } = address;
      const wanted = id();
      if (engine && meta) untrack(() => void this.#ask(engine, filters, wanted));
    });
  }

  async #ask(engine: Engine, filters: Filters, id: string): Promise<void> {
    const question = ++this.#question;
    if (this.view?.row.project_id !== id) this.state = 'waiting';
    try {
      const view = await loadProject(engine, portal.context, filters, id);
      if (question !== this.#question) return;
      this.view = view;
      this.state = view ? 'found' : 'unknown';
    } catch (error) {
      if (question !== this.#question) return;
      console.error(error);
      this.failure = error instanceof Error ? error.message : String(error);
      this.state = 'failed';
    }
  }
}
