import type { Finding } from '$lib/domain/finding';
import type { Library, LibraryMeta } from '$lib/domain/library';
import type { ImportClientOptions } from '$lib/library/import-client';
import type { QuarantinedRow } from '$lib/library/import-result';
import type { OwnLibrary } from '$lib/library/merge-library';
import type { Refusal } from '$lib/library/refusal';
import { policyRows } from '$lib/policy/policy-rows';
import type { Rulebook } from '$lib/policy/rulebook';
import type { Engine } from '$lib/warehouse/engine';
import { EngineStartError, type EngineProgress, type EngineStartCode } from '$lib/warehouse/engine-start';
import { loadLibrary, loadPolicy } from '$lib/warehouse/load-library';
import type { JsonValue, LibraryStore, StoredLibrary } from '$lib/warehouse/library-store';
import { loadedNow } from './loaded-now';
import { readActiveLibrary, writeActiveLibrary } from './active-library';

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
  /** The own rows could not be read back or kept; in the words of the store. */
  storeFailure = $state.raw<Error | null>(null);

  readonly #rulebook: Rulebook;
  #started: Promise<void> | null = null;
  #running: Engine | null = null;
  #sample: Library | null = null;
  #store: LibraryStore | null = null;

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

  /** Starts the engine in the background and loads the library that was last shown; once a page. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  async #start(): Promise<void> {
    this.phase = 'starting';
    const stored = this.#readStore();
    try {
      const { startBrowserEngine } = await import('$lib/warehouse/duckdb-browser');
      const engine = await startBrowserEngine({ onProgress: (progress) => (this.progress = progress) });
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

  async #readStore(): Promise<OwnLibrary | null> {
    try {
      const { openLibraryStore } = await import('$lib/warehouse/indexed-db-store');
      this.#store = openLibraryStore();
      this.#store.onChange(() => void this.#reloadFromOtherTab());
      const stored = await this.#store.load();
      return stored && ownOf(stored);
    } catch (error) {
      this.storeFailure = error instanceof Error ? error : new Error(String(error));
      return null;
    }
  }

  /** Another tab imported or cleared: take over what it kept. */
  async #reloadFromOtherTab(): Promise<void> {
    if (!this.#running) return;
    const stored = await this.#store?.load();
    this.own = stored ? ownOf(stored) : null;
    if (this.showsOwn || readActiveLibrary() === 'own')
      await this.#show(this.own?.library ?? (await this.#sampleLibrary()));
  }

  async #sampleLibrary(): Promise<Library> {
    const { fetchSample } = await import('$data/sample/fetch-sample');
    this.#sample ??= await fetchSample(fetch);
    return this.#sample;
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
    const own = mergeImport(this.own, imported, loadedNow(), this.#rulebook);
    await this.#show(own.library);
    this.own = own;
    await this.#keep(own);
    return outcome;
  }

  async #keep(own: OwnLibrary): Promise<void> {
    try {
      if (!this.#store) throw this.storeFailure ?? new Error('no storage');
      await this.#store.save(storedOf(own));
      this.storeFailure = null;
    } catch (error) {
      console.error(error);
      this.storeFailure = error instanceof Error ? error : new Error(String(error));
    }
  }

  /** Shows the sample; the own rows stay in the browser. */
  async backToSample(): Promise<void> {
    await this.#show(await this.#sampleLibrary());
  }

  /** Shows the own rows again. */
  async backToOwn(): Promise<void> {
    if (this.own) await this.#show(this.own.library);
  }

  /** Removes the own rows from this browser for good, and shows the sample. */
  async clearOwn(): Promise<void> {
    await this.#store?.clear();
    this.own = null;
    this.storeFailure = null;
    await this.backToSample();
  }
}

// The store keeps waiting rows as plain JSON; they come back in the shape in which they were given.
const ownOf = ({ quarantine, ...rest }: StoredLibrary): OwnLibrary => ({
  ...rest,
  quarantine: quarantine as unknown as QuarantinedRow[],
});
const storedOf = ({ quarantine, ...rest }: OwnLibrary): StoredLibrary => ({
  ...rest,
  quarantine: quarantine as unknown as JsonValue,
});
