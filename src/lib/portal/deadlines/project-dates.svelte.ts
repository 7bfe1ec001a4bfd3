import { untrack } from 'svelte';
import { byUrgency, type DeadlineRow } from '$lib/metrics/deadlines/deadline-row';
import { loadProjectDeadlines } from '$lib/metrics/deadlines/load-deadlines';
import type { Filters } from '$lib/metrics/filters';
import { scopeOf } from '$lib/metrics/scope';
import { deadlineClause, type DeadlineClause } from '$lib/policy/deadlines/deadline-clause';
import type { DeadlineKind } from '$lib/policy/deadlines/deadline';
import type { DeadlineBooks } from '$lib/policy/deadlines/deadline-rules';
import type { Engine } from '$lib/warehouse/engine';
import { portal } from '../portal.svelte';
import { loadDeadlineBooks } from './deadline-books';

/** The dates of one project; asked for again when library, as-of day or number change. */
export class ProjectDates {
  /** Null while they are not known. */
  rows = $state.raw<DeadlineRow[] | null>(null);
  #books = $state.raw<DeadlineBooks | null>(null);
  #question = 0;

  constructor(id: () => string) {
    $effect(() => {
      const { engine, meta, address } = portal;
      const { filters } = address;
      const wanted = id();
      if (engine && meta) untrack(() => void this.#ask(engine, filters, wanted));
    });
  }

  clauseOf(kind: DeadlineKind): DeadlineClause | null {
    return this.#books && deadlineClause(kind, this.#books);
  }

  async #ask(engine: Engine, filters: Filters, id: string): Promise<void> {
    const question = ++this.#question;
    try {
      this.#books ??= await loadDeadlineBooks();
      const { context } = portal;
      const scope = scopeOf(filters, context.meta);
      const rows = await loadProjectDeadlines(engine, context, scope, this.#books, id);
      if (question === this.#question) this.rows = rows.sort(byUrgency);
    } catch (error) {
      if (question !== this.#question) return;
      console.error(error);
      this.rows = null;
    }
  }
}
