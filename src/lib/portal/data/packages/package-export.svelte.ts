import type { Library } from '$lib/domain/library';
import type { Finding } from '$lib/domain/finding';
import type { LibraryTableName } from '$lib/domain/tables';
import type { TableFormat } from '$lib/library/package/describe-package';
import type { PackageProgress } from '$lib/library/package/pace';
import type { Rulebook } from '$lib/policy/rulebook';
import { saveBlob } from '$lib/ui/download';
import type { LibrarySession } from '../../library-session.svelte';
import { packageFileName, scopeOfChoice } from './export-choice';
import { scopeWords } from './package-words';
import { passphraseStrength } from './passphrase-strength';
import { shownLibrary } from './shown-library';

/** An export as its dialog follows it: what is chosen, what will go out, how far it is. */
export class PackageExport {
  open = $state(false);
  extent = $state<'whole' | 'part'>('whole');
  cityAdcodes = $state<string[]>([]);
  directCounty = $state('');
  clusterIds = $state<string[]>([]);
  format = $state<TableFormat>('parquet');
  seals = $state(false);
  passphrase = $state('');
  again = $state('');
  progress = $state.raw<PackageProgress | null>(null);
  findings = $state.raw<Finding[]>([]);
  failure = $state<string | null>(null);
  /** The file that was last written, by its name. */
  written = $state<string | null>(null);
  /** Rows of each table that will go out; null while nothing is chosen. */
  counts = $state.raw<Record<LibraryTableName, number> | null>(null);
  #stop = $state.raw<AbortController | null>(null);
  /** The library that goes out; null until its rows are there. */
  library = $state.raw<Library | null>(null);
  readonly #session: LibrarySession;
  readonly #rulebook: Rulebook;

  constructor(session: LibrarySession, rulebook: Rulebook) {
    this.#session = session;
    this.#rulebook = rulebook;
  }

  readonly scope = $derived(this.extent === 'whole' ? null : scopeOfChoice(this));
  readonly strength = $derived(passphraseStrength(this.passphrase));
  readonly fileName = $derived.by(() => {
    const { asOf, kind } = this.#session.meta;
    const words = scopeWords(this.scope, this.#rulebook);
    return packageFileName({ scopeWords: words, asOf, isSample: kind === 'sample', isSealed: this.seals });
  });
  /** Whether the two passphrases will do. */
  readonly sealReady = $derived(!this.seals || (this.strength !== 'short' && this.passphrase === this.again));

  get running(): boolean {
    return this.#stop !== null;
  }

  get ready(): boolean {
    return this.sealReady && !this.running && (this.counts?.project ?? 0) > 0;
  }

  async begin(): Promise<void> {
    this.#forget();
    this.open = true;
    try {
      this.library = await shownLibrary(this.#session);
    } catch (error) {
      console.error(error);
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  /** Counts what will go out, whenever the choice changes. */
  async count(): Promise<void> {
    const { library, scope, extent } = this;
    if (!library || extent === 'whole' || !scope) {
      this.counts = extent === 'whole' ? (library?.meta.counts ?? null) : null;
      return;
    }
    const { countScope } = await import('./package-work');
    const counts = countScope(library.rows, scope);
    // The choice may have changed while the code was on its way.
    if (scope === this.scope && library === this.library) this.counts = counts;
  }

  stop(): void {
    this.#stop?.abort();
  }

  closed(): void {
    this.stop();
    this.#forget();
  }

  #forget(): void {
    this.passphrase = '';
    this.again = '';
    this.findings = [];
    this.failure = null;
    this.written = null;
  }

  /** Writes the package and offers it to be saved. */
  async write(): Promise<void> {
    const { library, scope, format, fileName } = this;
    if (!library || !this.ready) return;
    const controller = new AbortController();
    this.#begin(controller);
    const work = await import('./package-work');
    try {
      const { bytes } = await work.exportPackage(
        library,
        {
          format,
          rulebook: this.#rulebook,
          ...(scope ? { scope } : {}),
          ...(this.seals ? { passphrase: this.passphrase } : {}),
        },
        { signal: controller.signal, onProgress: (step) => (this.progress = step) },
      );
      controller.signal.throwIfAborted();
      saveBlob(fileName, new Blob([bytes.slice()], { type: 'application/octet-stream' }));
      this.written = fileName;
    } catch (error) {
      if (error instanceof work.PackageError) this.findings = error.findings;
      else if (!controller.signal.aborted)
        this.failure = error instanceof Error ? error.message : String(error);
    } finally {
      this.#stop = null;
      this.progress = null;
    }
  }

  #begin(controller: AbortController): void {
    this.#stop = controller;
    this.findings = [];
    this.failure = null;
    this.written = null;
  }
}
