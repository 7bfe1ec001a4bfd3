import type { Library } from '$lib/domain/library';
import type { Finding } from '$lib/domain/finding';
import type { OpenedPackage } from '$lib/library/package/open-package';
import type { PackageProgress } from '$lib/library/package/pace';
import { m } from '$lib/i18n/paraglide/messages';
import { loadedNow } from '$lib/library/loaded-now';
import { portal } from '../../portal.svelte';

type Phase = 'reading' | 'sealed' | 'refused' | 'preview' | 'taking' | 'failed';

/** What was done with the last package, for the line on the page. */
interface Taken {
  name: string;
  projects: number;
  isSample: boolean;
}

/** A package on its way in, as its dialog follows it. Until it is taken, the loaded library is not touched. */
export class PackageOpening {
  open = $state(false);
  phase = $state<Phase>('reading');
  name = $state('');
  passphrase = $state('');
  progress = $state.raw<PackageProgress | null>(null);
  findings = $state.raw<Finding[]>([]);
  failure = $state('');
  opened = $state.raw<OpenedPackage | null>(null);
  choice = $state<'replace' | 'add'>('replace');
  taken = $state.raw<Taken | null>(null);
  /** The 演示数据 of a package that the page shows instead of the embedded one. */
  shownSample = $state.raw<Library | null>(null);
  /** Shows 演示数据 without keeping it; without it such a package is only looked at. */
  showSample = $state.raw<((library: Library) => Promise<void>) | null>(null);
  #files: readonly File[] = [];
  #stop: AbortController | null = null;

  /** Reads the files and shows what they hold. */
  async begin(files: readonly File[]): Promise<void> {
    this.#files = files;
    this.name = files.find(({ name }) => name.endsWith('datapackage.json'))?.name ?? files[0]?.name ?? '';
    this.passphrase = '';
    this.opened = null;
    this.taken = null;
    this.choice = 'replace';
    this.open = true;
    await this.read();
  }

  /** Reads the files again, with the passphrase that was typed. */
  async read(): Promise<void> {
    this.#stop?.abort();
    const controller = new AbortController();
    this.#stop = controller;
    this.phase = 'reading';
    this.progress = null;
    this.findings = [];
    const work = await import('./package-work');
    try {
      const files = await Promise.all(
        this.#files.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
      const opened = await work.openPackage(files, {
        passphrase: this.passphrase,
        signal: controller.signal,
        onProgress: (step) => (this.progress = step),
      });
      if (controller.signal.aborted) return;
      this.opened = opened;
      this.phase = 'preview';
    } catch (error) {
      if (controller.signal.aborted) return;
      if (error instanceof work.PackageError) this.#refuse(error.findings);
      else this.#fail(error);
    }
  }

  #refuse(findings: Finding[]): void {
    const [code] = findings.map((finding) => finding.code);
    const asks = code === 'package_needs_passphrase' || code === 'package_cannot_unseal';
    this.phase = asks ? 'sealed' : 'refused';
    this.findings = code === 'package_needs_passphrase' ? [] : findings;
  }

  #fail(error: unknown): void {
    console.error(error);
    this.failure = error instanceof Error ? error.message : String(error);
    this.phase = 'failed';
  }

  /** Whether the package that was read can be taken. */
  get takeable(): boolean {
    return this.opened !== null && (this.opened.library.meta.kind === 'own' || this.showSample !== null);
  }

  /** Ends the reading; what was read is forgotten. */
  closed(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#files = [];
    this.opened = null;
    this.passphrase = '';
  }

  /** Takes the package as the user chose. A package of the sample is shown, never kept as the user's. */
  async take(): Promise<void> {
    const { opened, name } = this;
    if (!opened) return;
    this.phase = 'taking';
    const { meta } = opened.library;
    try {
      if (meta.kind === 'sample') await this.#show(opened.library);
      else await this.#adopt(opened);
      this.taken = { name, projects: meta.counts.project, isSample: meta.kind === 'sample' };
      this.open = false;
      this.closed();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #show(library: Library): Promise<void> {
    await this.showSample?.(library);
    this.shownSample = library;
  }

  async #adopt(opened: OpenedPackage): Promise<void> {
    const { mergePackage, replaceByPackage } = await import('./package-work');
    const session = portal.library;
    const { loadedAt } = loadedNow();
    const own =
      this.choice === 'add' && session.own
        ? mergePackage(session.own, opened, loadedAt)
        : replaceByPackage(opened, loadedAt);
    await session.adopt(own, m.packages_why({ name: this.name }));
  }
}

/** One for the page: the import hands over packages that were dropped among other files. */
export const packageOpening = new PackageOpening();

/** Shows the dialog for a package: one file, or the loose files of one. */
export const openPackageFiles = (files: readonly File[]): void => void packageOpening.begin(files);
