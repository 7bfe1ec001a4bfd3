import type { OwnLibrary } from '$lib/library/merge-library';
import type { LibraryComparison } from '$lib/library/compare/compare-libraries';
import type { LightChange } from '$lib/metrics/targets/light-changes';
import type { Rulebook } from '$lib/policy/rulebook';
import { changeLines, firstTab, tabCounts, type ComparisonTab } from './comparison-lines';
import type { SnapshotShelf } from './snapshot-shelf.svelte';

/** Stands for the user's library as it is now, where a snapshot's id could stand. */
export const now = 'now';

/** Two libraries chosen to be compared, and what came of it. */
export class Comparison {
  before = $state(now);
  after = $state(now);
  tab = $state<ComparisonTab>('fresh');
  result = $state.raw<LibraryComparison | null>(null);
  /** Projects with other lights, each library at its own as-of day. */
  lights = $state.raw<LightChange[]>([]);
  readonly counts = $derived(this.result ? tabCounts(this.result, this.lights) : null);
  readonly lines = $derived.by(() => {
    const lines = this.result ? changeLines(this.result) : [];
    return this.tab === 'status' ? lines.filter(({ field }) => field.column === 'status') : lines;
  });
  readonly projects = $derived(this.tab === 'gone' ? (this.result?.gone ?? []) : (this.result?.fresh ?? []));
  readonly #shelf: SnapshotShelf;
  readonly #own: () => OwnLibrary | null;
  readonly #rulebook: Rulebook;
  #asked = 0;

  constructor(shelf: SnapshotShelf, own: () => OwnLibrary | null, rulebook: Rulebook) {
    this.#shelf = shelf;
    this.#own = own;
    this.#rulebook = rulebook;
  }

  /** Compares what is chosen; a later choice overtakes an earlier one. */
  async run(): Promise<void> {
    const asked = ++this.#asked;
    this.result = null;
    const [{ compareLibraries }, { changedLights }] = await Promise.all([
      import('$lib/library/compare/compare-libraries'),
      import('./changed-lights'),
    ]);
    const [before, after] = [await this.#open(this.before), await this.#open(this.after)];
    if (asked !== this.#asked || !before || !after) return;
    const result = compareLibraries(before.library.rows, after.library.rows);
    const lights = await changedLights(before.library, after.library, this.#rulebook);
    if (asked !== this.#asked) return;
    this.tab = firstTab(tabCounts(result, lights));
    this.lights = lights;
    this.result = result;
  }

  async #open(id: string): Promise<OwnLibrary | null> {
    return id === now ? this.#own() : this.#shelf.open(id);
  }
}
