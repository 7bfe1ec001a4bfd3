import { m } from '$lib/i18n/paraglide/messages';
import type { Correction } from '$lib/library/correct/correct-rows';
import type { Suggestion } from '$lib/library/correct/suggest-fixes';
import { waitingRowKey } from '$lib/library/correct/waiting-row';
import type { QuarantinedRow } from '$lib/library/import-result';
import type { OwnLibrary } from '$lib/library/merge-library';
import type { Rulebook } from '$lib/policy/rulebook';
import { loadedNow } from '$lib/library/loaded-now';
import type { LibrarySession } from '$lib/portal/library-session.svelte';
import { PendingEdits } from './pending-edits.svelte';
import { cellIn, groupsOf, nextFaulty, type GridPlace } from './waiting-groups';

/** What reads and mends rows comes in a part of its own, with the forms and tables that it needs. */
const loadBench = () => import('./correction-bench');
type Bench = Awaited<ReturnType<typeof loadBench>>;

/** Correcting the rows that wait: where the reader is, what was typed, and what checking it came to. */
export class WaitingDesk {
  readonly edits = new PendingEdits();
  active = $state.raw<GridPlace>({ row: 0, column: 0 });
  /** What is being typed in the active cell; null when nothing is. */
  draft = $state<string | null>(null);
  busy = $state(false);
  /** What the last step came to, in words. */
  said = $state('');
  failure = $state<string | null>(null);
  #chosen = $state<string | null>(null);
  #bench = $state.raw<Bench | null>(null);
  #last: Promise<void> = Promise.resolve();

  readonly #own: () => OwnLibrary;
  readonly groups = $derived.by(() => groupsOf(this.#own().quarantine));
  readonly group = $derived(this.groups.find(({ key }) => key === this.#chosen) ?? this.groups[0] ?? null);
  readonly row = $derived<QuarantinedRow | undefined>(this.group?.rows[this.active.row]);
  readonly column = $derived(this.group?.columns[this.active.column]);
  readonly cell = $derived(cellIn(this.row, this.column?.field));
  readonly #safe = $derived.by((): Correction[] => {
    const rows = this.#own().quarantine;
    return this.#bench ? this.#bench.safeFixes(rows, this.rulebook) : [];
  });
  /** Safe fixes that were not taken yet. */
  readonly safe = $derived(
    this.#safe.filter(({ row, cell, value }) => this.edits.valueOf(row, cell) !== value),
  );
  readonly suggestions = $derived.by((): Suggestion[] => {
    const { row, cell } = this;
    if (!row || !cell || !this.#bench) return [];
    return this.#bench.fixesFor(row, this.rulebook).filter((one) => one.cell === cell.cell);
  });

  constructor(
    own: () => OwnLibrary,
    private readonly session: LibrarySession,
    readonly rulebook: Rulebook,
  ) {
    this.#own = own;
  }

  /** Brings in what suggests fixes. */
  async prepare(): Promise<void> {
    this.#bench ??= await loadBench();
  }

  /** Name of a table beside the summary tables. */
  tableName(id: string): string | null {
    return this.#bench?.tableName(id) ?? null;
  }

  choose(key: string): void {
    this.draft = null;
    this.#chosen = key;
    this.active = { row: 0, column: 0 };
    const group = this.group;
    if (group) this.active = nextFaulty(group, { row: 0, column: -1 }, 1) ?? this.active;
  }

  /** Goes to a cell that is named elsewhere; false when its row waits no more. */
  goTo(rowKey: string, address: string | null): boolean {
    const group = this.groups.find(({ rows }) => rows.some((row) => waitingRowKey(row) === rowKey));
    const at = group?.rows.findIndex((row) => waitingRowKey(row) === rowKey) ?? -1;
    const row = group?.rows[at];
    if (!group || !row) return false;
    this.choose(group.key);
    const field = row.cells.find(({ cell }) => cell === address)?.column;
    const column = group.columns.findIndex((one) => one.field === field);
    this.active = { row: at, column: Math.max(0, column) };
    return true;
  }

  shownValue(row: QuarantinedRow, address: string, value: string): string {
    return this.edits.valueOf(waitingRowKey(row), address) ?? value;
  }

  isPending(row: QuarantinedRow, address: string): boolean {
    return this.edits.valueOf(waitingRowKey(row), address) !== undefined;
  }

  /** Begins to edit the active cell, with its value or with what was typed. */
  edit(typed: string | null = null): void {
    const { row, cell } = this;
    if (!row?.reading || !cell || this.busy) return;
    this.draft = typed ?? this.shownValue(row, cell.cell, cell.value);
  }

  cancel(): void {
    this.draft = null;
  }

  /** Takes what was typed as a change that waits to be checked. */
  commit(): void {
    const { draft } = this;
    this.draft = null;
    if (draft !== null) this.put(draft);
  }

  /** Puts a value into the active cell. */
  put(value: string): void {
    const { row, cell } = this;
    if (!row?.reading || !cell) return;
    const key = waitingRowKey(row);
    if (value === this.shownValue(row, cell.cell, cell.value)) return;
    if (value === cell.value) this.edits.leave(key, cell.cell);
    else this.edits.take([{ row: key, cell: cell.cell, value }]);
  }

  takeSafeFixes(): void {
    const { safe } = this;
    this.edits.take(safe);
    this.said = m.corrections_fixes_applied({ count: safe.length });
  }

  /** Reads the changed rows again and takes what loads. */
  async check(): Promise<void> {
    await this.#run(async () => {
      const changes = this.edits.all;
      if (changes.length === 0) return;
      const { checkAgain } = await loadBench();
      const { loadedAt, fallbackAsOf: on } = loadedNow();
      const { own, loaded, stillWaiting } = checkAgain(this.#own(), changes, {
        rulebook: this.rulebook,
        loadedAt,
        on,
      });
      await this.session.adopt(own, m.corrections_why({ count: loaded.length + stillWaiting.length }));
      this.edits.clear();
      this.said = m.corrections_done({ loaded: loaded.length, waiting: stillWaiting.length });
    });
  }

  async dropRow(): Promise<void> {
    const { row } = this;
    if (!row) return;
    await this.#run(async () => {
      const { dropRow } = await loadBench();
      const own = dropRow(this.#own(), row, loadedNow().fallbackAsOf);
      await this.session.adopt(own, m.corrections_drop_why());
      this.said = m.corrections_dropped();
    });
  }

  get canUndo(): boolean {
    return this.edits.canUndo || this.session.canUndo;
  }

  /** What the next undo takes back, in words; null where nobody said. */
  get undoes(): string | null {
    return this.edits.canUndo ? null : this.session.undoes;
  }

  /** Takes back the last change that was typed, else the last one of the library. */
  async undo(): Promise<void> {
    // Which one is the last is known when the step before has ended: a check that loads the rows clears what was typed.
    await this.#run(async () => {
      if (this.edits.canUndo) this.edits.undo();
      else if (this.session.canUndo) await this.session.undo();
    });
    this.said = '';
  }

  /** Steps follow one another: what is pressed while one is under way comes after it. */
  #run(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(() => this.#step(work));
    return this.#last;
  }

  async #step(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await work();
    } catch (error) {
      console.error(error);
      this.failure = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy = false;
      this.#stayInside();
    }
  }

  /** Rows left or came back: the active cell is one that is there. */
  #stayInside(): void {
    const rows = this.group?.rows.length ?? 0;
    const columns = this.group?.columns.length ?? 0;
    const { row, column } = this.active;
    this.active = {
      row: Math.max(0, Math.min(row, rows - 1)),
      column: Math.max(0, Math.min(column, columns - 1)),
    };
  }
}
