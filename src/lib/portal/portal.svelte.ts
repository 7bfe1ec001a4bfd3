import rulebook from 'virtual:fundlens-rules';
import type { LibraryMeta } from '$lib/domain/library';
import { filterDefaults } from '$lib/metrics/filter-defaults';
import type { Filters } from '$lib/metrics/filters';
import type { MeasureId } from '$lib/metrics/measures';
import type { MetricsContext } from '$lib/metrics/scope';
import type { Engine } from '$lib/warehouse/engine';
import { Address } from './address.svelte';
import { LibrarySession } from './library-session.svelte';

/** A figure that a reader opened: its measure, and how its scope differs from the page's filters. */
export interface FigureRequest {
  measureId: MeasureId;
  scope: Partial<Filters>;
}

/** The one state that pages, filter bar and panels share. */
class Portal {
  readonly rulebook = rulebook;
  readonly library = new LibrarySession(rulebook);
  readonly defaults = $derived.by(() => filterDefaults(rulebook, this.meta));
  readonly address = new Address(() => this.defaults);
  opened = $state.raw<FigureRequest | null>(null);

  get meta(): LibraryMeta {
    return this.library.meta;
  }

  /** Null until the engine holds the library that `meta` speaks of. */
  get engine(): Engine | null {
    return this.library.engine;
  }

  get context(): MetricsContext {
    return { rulebook, meta: this.meta };
  }

  openFigure(request: FigureRequest): void {
    this.opened = request;
  }

  closeFigure(): void {
    this.opened = null;
  }
}

export const portal = new Portal();
