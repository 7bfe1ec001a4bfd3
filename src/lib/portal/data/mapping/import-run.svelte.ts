import { m } from '$lib/i18n/paraglide/messages';
import type { FileImport } from '$lib/library/import-options';
import type { ImportProgress } from '$lib/library/import-result';
import type { LayoutChoice } from '$lib/library/mapping/layout';
import type { ImportOutcome } from '../../library-session.svelte';
import { loadedNow } from '$lib/library/loaded-now';
import { portal } from '../../portal.svelte';
import { MappingDesk } from './mapping-desk.svelte';
import { RememberedLayouts, type RememberedLayout } from './remembered-layouts';

type LeftAlone = Pick<FileImport, 'layouts' | 'packages'>;

const nothingLeft: LeftAlone = { layouts: [], packages: [] };

/** An import as the page follows it: progress, outcome, and the questions about columns that it leaves. */
export class ImportRun {
  progress = $state.raw<ImportProgress | null>(null);
  outcome = $state.raw<ImportOutcome | null>(null);
  failure = $state<string | null>(null);
  left = $state.raw<LeftAlone>(nothingLeft);
  /** The questions; null where all columns were certain. */
  desk = $state.raw<MappingDesk | null>(null);
  /** Whether the questions are on the screen. */
  asking = $state(false);
  remembered = $state.raw<RememberedLayout[]>([]);
  #stop = $state.raw<AbortController | null>(null);
  /** Kept until their questions are answered, so that only they are read again. */
  #files: readonly File[] = [];
  readonly #shelf = new RememberedLayouts();

  /** Reads what this browser remembers; not before the page stands, which was made without it. */
  recall(): void {
    this.remembered = this.#shelf.list();
  }

  get running(): boolean {
    return this.#stop !== null;
  }

  stop(): void {
    this.#stop?.abort();
  }

  /** Reads files that the user gave. */
  async read(files: readonly File[]): Promise<void> {
    this.#files = files;
    await this.#run(files, {});
  }

  /** Reads the files with questions again, with the answers, and keeps the answers. */
  async confirm(choices: readonly (LayoutChoice & { tableName: string })[]): Promise<void> {
    const savedOn = loadedNow().fallbackAsOf;
    this.#shelf.remember(choices.map((choice) => ({ ...choice, savedOn })));
    const only = this.left.layouts.map(({ file }) => file);
    const holding = this.#files.filter(({ name }) =>
      only.some((file) => file === name || file.startsWith(`${name}/`)),
    );
    await this.#run(holding, { only, confirmed: choices.map(({ key }) => key) });
  }

  forget(key: string): void {
    this.#shelf.forget(key);
    this.recall();
  }

  forgetAll(): void {
    this.#shelf.forgetAll();
    this.recall();
  }

  async #run(files: readonly File[], { only, confirmed }: { only?: string[]; confirmed?: string[] }) {
    const controller = new AbortController();
    this.#begin(controller, files);
    this.recall();
    try {
      this.outcome = await portal.library.importFiles(files, {
        signal: controller.signal,
        choices: this.remembered.map((layout) => ({
          ...layout,
          remembered: !confirmed?.includes(layout.key),
        })),
        ...(only ? { only } : {}),
        onProgress: (step) => (this.progress = step),
        onLeftAlone: (left) => (this.left = left),
      });
      if (this.left.layouts.length > 0) {
        this.desk = new MappingDesk(this.left.layouts);
        this.asking = true;
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.failure = controller.signal.aborted ? m.import_stopped() : m.import_failed({ reason });
    } finally {
      this.#stop = null;
      this.progress = null;
    }
  }

  #begin(controller: AbortController, files: readonly File[]): void {
    this.#stop = controller;
    this.progress = { file: 1, files: files.length, name: files[0]?.name ?? '', rowsRead: 0 };
    this.outcome = null;
    this.failure = null;
    this.left = nothingLeft;
    this.desk = null;
    this.asking = false;
  }
}
