import { untrack } from 'svelte';
import type { Filters } from '$lib/metrics/filters';
import { summarise, type ListSummary } from '$lib/metrics/projects/list-summary';
import { loadProjectList } from '$lib/metrics/projects/load-list';
import { ProjectColumns } from '$lib/metrics/projects/project-columns';
import type { SortState } from '$lib/ui/table-columns';
import type { Engine } from '$lib/warehouse/engine';
import { portal } from '../portal.svelte';
import { ProjectFinder } from './find-projects';
import { usualSort, type FirstRows } from './first-rows';
import { readSort } from './list-address';
import { listColumn, sortValues } from './list-columns';
import { listNames, placeWords } from './list-names';
import { sortRowNumbers } from './sort-projects';

interface Loaded {
  columns: ProjectColumns;
  /** Known before the rows are, while only the first of them stand there. */
  summary: ListSummary | null;
}

function fromFirst({ rows, summary }: FirstRows): Loaded {
  const columns = new ProjectColumns();
  columns.append(rows);
  return { columns, summary };
}

/**
 * The list of `/projects`: the rows of library and filters at hand, of these the ones that the search finds, in the
 * order that the address asks for. Until the engine is there, the first rows of the sample.
 */
export class ProjectsList {
  readonly names = listNames(portal.rulebook);
  /** Words in the search field, ahead of the address while the reader types. */
  query = $state('');
  /** Rows that have come so far of a list under way. */
  loadedRows = $state(0);
  pending = $state(false);
  failure = $state<string | null>(null);
  #loaded = $state.raw() as Loaded;
  #question = 0;

  readonly #finder = $derived(new ProjectFinder(this.#loaded.columns, placeWords(portal.rulebook)));
  /** Rows that the search leaves, in no particular order. */
  readonly found = $derived(this.#finder.find(this.query));
  readonly summary = $derived(
    this.#loaded.summary ?? summarise(this.#loaded.columns, this.found, portal.meta),
  );
  readonly sort: SortState = $derived(readSort(portal.address.parameter('sort')) ?? usualSort(this.summary));
  readonly #values = $derived.by(() => {
    const column = listColumn(this.sort.key);
    return column ? sortValues(column, this.columns, this.names) : [];
  });
  readonly rows = $derived(sortRowNumbers(this.found, this.#values, this.sort.direction));

  constructor(first: () => FirstRows) {
    this.#loaded = fromFirst(first());
    $effect(() => {
      const { engine, meta, address } = portal;
      const { filters } = address;
      const isFirst = meta.kind === 'sample' && address.isDefault;
      untrack(() => {
        if (engine === null) this.pending = !isFirst;
        else void this.#ask(engine, filters);
      });
    });
  }

  get columns(): ProjectColumns {
    return this.#loaded.columns;
  }

  /** Only the first rows stand there, the rest waits for the engine. */
  get isPart(): boolean {
    return this.#loaded.summary !== null;
  }

  async #ask(engine: Engine, filters: Filters): Promise<void> {
    const question = ++this.#question;
    const isWanted = () => question === this.#question;
    this.pending = true;
    this.loadedRows = 0;
    try {
      const columns = await loadProjectList(engine, portal.context, filters, {
        isWanted,
        onRows: (count) => (this.loadedRows = count),
      });
      if (!columns) return;
      this.#loaded = { columns, summary: null };
      this.failure = null;
    } catch (error) {
      if (!isWanted()) return;
      console.error(error);
      this.failure = error instanceof Error ? error.message : String(error);
    }
    this.pending = false;
  }
}
