import type { Finding } from '$lib/domain/finding';
import type { Library, LibraryMeta } from '$lib/domain/library';
import { m } from '$lib/i18n/paraglide/messages';
import type { ImportClientOptions } from '$lib/library/import-client';
import type { QuarantinedRow } from '$lib/library/import-result';
import type { OwnLibrary } from '$lib/library/merge-library';
import type { Refusal } from '$lib/library/refusal';
import { policyRows } from '$lib/policy/policy-rows';
import type { Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import { EngineStartError, type EngineProgress, type EngineStartCode } from '$lib/warehouse/engine-start';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import { SerialQueue } from '$lib/warehouse/serial-queue';
import { readActiveLibrary, writeActiveLibrary } from './active-library';
import { KeptLibrary } from './kept-library.svelte';
import { withLibraryChecks } from './library-checks';
import { loadedNow } from '$lib/library/loaded-now';
import { UndoStack } from './undo-stack.svelte';

export type EnginePhase = 'waiting' | 'starting' | 'loading' | 'ready' | 'failed';

/** What an import came to: files that could not be read, what was found, and what now waits. */
export interface ImportOutcome {
  refusals: Refusal[];
  findings: Finding[];
  quarantine: QuarantinedRow[];
  projects: number;
}

/**
 * What the page needs before its first figures is little: engine, store, readers and sample come in parts of their
 * own, when they are wanted.
 *
 * The engine and the library in it: the embedded sample, or the user's own rows, which the browser keeps between
 * visits. Whatever fails, the library that was there stays.
 */
export class LibrarySession {
  /** The engine once it holds the library of `meta`. */
  engine = $state.raw<Engine | null>(null);
  meta = $state.raw() as LibraryMeta;
  phase = $state<EnginePhase>('waiting');
  progress = $state.raw<EngineProgress | null>(null);
  startFailure = $state.raw<{ code: EngineStartCode; message: string } | null>(null);
  /** The user's own rows, also while the sample is shown; null when there are none. */
  own = $state.raw<OwnLibrary | null>(null);
  /** What the browser keeps of the own rows, and its snapshots. */
  readonly kept = new KeptLibrary();

  readonly #rulebook: Rulebook;
  readonly #undo = new UndoStack<OwnLibrary | null>();
  #started: Promise<void> | null = null;
  #running: Engine | null = null;
  #sample: Promise<Library> | null = null;
  /** Changes of the own library follow one another, so that none is kept on top of rows it did not see. */
  readonly #changes = new SerialQueue();

  constructor(rulebook: Rulebook) {
    this.#rulebook = rulebook;
  }

  /** The library that the page was prerendered with. */
  present(meta: LibraryMeta): void {
    this.meta ??= meta;
  }

  get showsOwn(): boolean {
    return this.meta.kind === 'own';
  }

  /** Rows that wait to be corrected, of the library that is shown. */
  get pendingCount(): number {
    return this.showsOwn ? (this.own?.quarantine.length ?? 0) : 0;
  }

  /** The own rows could not be read back or kept. */
  get storeFailure(): Error | null {
    return this.kept.failure;
  }

  get canUndo(): boolean {
    return this.#undo.size > 0;
  }

  /** What the next undo takes back, in the words given to `adopt`; null when nobody said. */
  get undoes(): string | null {
    return this.#undo.last?.why ?? null;
  }

  /** Starts the engine in the background and loads the library that was last shown; once a page. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async #start(): Promise<void> {
    this.phase = 'starting';
    const stored = this.kept.open();
    try {
      const { browserEngine, encodeAhead } = await import('$lib/warehouse/duckdb-browser');
      // Read and written for the engine while it compiles; what fails here is told when it is shown.
      if (readActiveLibrary() === 'sample')
        this.#sampleLibrary()
          .then(({ rows }) => encodeAhead(rows))
          .catch(() => undefined);
      const engine = await browserEngine({ onProgress: (progress) => (this.progress = progress) });
      this.phase = 'loading';
      await loadPolicy(engine, policyRows(this.#rulebook));
      this.#running = engine;
      this.own = await stored;
      await this.#show(
        this.own && readActiveLibrary() === 'own' ? this.own.library : await this.#sampleLibrary(),
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    console.error(error);
    this.phase = 'failed';
    this.startFailure =
      error instanceof EngineStartError
        ? { code: error.code, message: error.message }
        : { code: 'failed', message: error instanceof Error ? error.message : String(error) };
  }

  async #sampleLibrary(): Promise<Library> {
    this.#sample ??= import('$data/sample/fetch-sample').then(({ fetchSample }) => fetchSample(fetch));
    try {
      return await this.#sample;
    } catch (error) {
      this.#sample = null;
      throw error;
    }
  }

  /** Loads a library into the engine and shows it; the one before stays when loading fails. */
  async #show(library: Library): Promise<void> {
    if (!this.#running) throw new Error('the engine has not started');
    await loadLibrary(this.#running, library.rows);
    this.meta = library.meta;
    this.engine = this.#running;
    this.phase = 'ready';
    writeActiveLibrary(library.meta.kind);
  }

  /** Reads files in a worker, adds their good rows to the own library, keeps and shows it. */
  async importFiles(files: readonly File[], options: ImportClientOptions = {}): Promise<ImportOutcome> {
    const [{ importInWorker }, { mergeImport }, { knownOf }] = await Promise.all([
      import('$lib/library/import-client'),
      import('$lib/library/merge-library'),
      import('$lib/library/inputs/known-projects'),
    ]);
    const known = this.own ? { known: knownOf(this.own.library.rows) } : {};
    const imported = await importInWorker(files, { ...known, ...options });
    const { refusals, findings, quarantine, rows } = imported;
    const outcome = { refusals, findings, quarantine, projects: rows.project.length };
    if (rows.source_file.length === 0) return outcome;
    await this.start();
    const why = m.snapshots_imported({ count: rows.source_file.length });
    await this.#changes.run(() =>
      this.#adopt(mergeImport(this.own, imported, loadedNow(), this.#rulebook), why),
    );
    return outcome;
  }

  /**
   * Takes `own` as the user's library: loads it into the engine, shows it and keeps it in the browser. The library
   * before can be had back with `undo`. Throws when the engine cannot take the rows: then nothing has changed. What
   * the browser cannot keep stands in `storeFailure`; the rows are on the page all the same.
   * @param why what was done, in the user's words, for the undo button
   */
  async adopt(own: OwnLibrary, why?: string): Promise<void> {
    await this.start();
    await this.#changes.run(() => this.#adopt(own, why ?? null));
  }

  async #adopt(taken: OwnLibrary, why: string | null): Promise<void> {
    const earlier = this.own;
    const own = await withLibraryChecks(taken, this.#rulebook);
    // The engine takes the rows in meanwhile.
    const packing = this.kept.pack(own);
    await this.#show(own.library);
    this.own = own;
    this.#undo.push(earlier, why);
    await this.kept.keep(own, await packing);
  }

  /** Goes back to the own library before the last change; without one, to the sample. */
  undo(): Promise<void> {
    return this.#changes.run(async () => {
      const step = this.#undo.last;
      if (!step) return;
      await this.#show(step.state?.library ?? (await this.#sampleLibrary()));
      this.own = step.state;
      this.#undo.drop();
      await (step.state ? this.kept.keep(step.state) : this.kept.clear());
    });
  }

  /** Takes what another tab kept in the place of this tab's rows, which `undo` brings back. Throws StoreError. */
  async takeOver(why?: string): Promise<void> {
    await this.start();
    await this.#changes.run(async () => {
      const earlier = this.own;
      const read = await this.kept.read();
      await this.#show(read.own?.library ?? (await this.#sampleLibrary()));
      this.own = read.own;
      this.#undo.push(earlier, why ?? null);
      // Only now: had the engine refused the rows, this tab's would still be those from before.
      this.kept.settle(read);
    });
  }

  /** Shows the sample; the own rows stay in the browser. */
  async backToSample(): Promise<void> {
    await this.#show(await this.#sampleLibrary());
  }

  /** Shows the own rows again. */
  async backToOwn(): Promise<void> {
    if (this.own) await this.#show(this.own.library);
  }

  /** Removes the own rows from this browser for good, and shows the sample; snapshots stay. Not when another tab
   * changed them since (`storeFailure`). */
  async clearOwn(): Promise<void> {
    if (!(await this.#changes.run(() => this.kept.clear()))) return;
    this.own = null;
    this.#undo.clear();
    await this.backToSample();
  }
}
