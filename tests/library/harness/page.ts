import { importInWorker } from '$lib/library/import-client';
import type { ImportProgress, ImportResult } from '$lib/library/import-result';

/** What the test asks the page to do with the files that were chosen. */
export interface ImportHarness {
  chosen(): Promise<{ result: ImportResult; steps: ImportProgress[] }>;
  /** Stops the import at its first sign of progress; gives the name of what it was rejected with. */
  stopped(): Promise<string>;
}

declare global {
  interface Window {
    importHarness: ImportHarness;
  }
}

const files = (): File[] => [...(document.querySelector('input')?.files ?? [])];

window.importHarness = {
  async chosen() {
    const steps: ImportProgress[] = [];
    const result = await importInWorker(files(), { onProgress: (step) => steps.push(step) });
    return { result, steps };
  },
  async stopped() {
    const stop = new AbortController();
    try {
      await importInWorker(files(), { signal: stop.signal, onProgress: () => stop.abort() });
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
    return 'finished';
  },
};
