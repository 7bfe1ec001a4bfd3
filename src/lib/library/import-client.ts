import type { KnownLibrary } from './inputs/known-projects';
import { importLimits } from './import-limits';
import type { ImportAnswer, ImportStart } from './import-messages';
import type { FileImport } from './import-options';
import type { ImportProgress } from './import-result';
import type { KnownChoice } from './mapping/layout';
import { fileTooLarge, RefusalError, type Refusal } from './refusal';

export interface ImportClientOptions {
  /** For tables whose title names no year. */
  guideYear?: number;
  /** What the own library knows so far: rows that name a project are joined to it. */
  known?: KnownLibrary;
  /** What the user said of uncertain columns, now or earlier. */
  choices?: readonly KnownChoice[];
  /** Names of the files to read, members of archives as `archive/name`; without it, all. */
  only?: readonly string[];
  onProgress?: (progress: ImportProgress) => void;
  /** Told what the import left alone, before its rows are taken: sheets to be mapped, packages to be opened. */
  onLeftAlone?: (left: Pick<FileImport, 'layouts' | 'packages'>) => void;
  /** Ends the worker at once; the promise rejects with the signal's reason and nothing is loaded. */
  signal?: AbortSignal;
}

/** The import worker ended by itself: out of memory, or a fault in it. */
export class ImportFailedError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ImportFailedError';
  }
}

const startWorker = (): Worker =>
  new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module', name: 'fundlens-import' });

/** Runs one import in the worker; the worker is always ended afterwards. */
function runIn(worker: Worker, start: ImportStart, options: ImportClientOptions): Promise<FileImport> {
  const { onProgress, signal } = options;
  return new Promise<FileImport>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      if (data.kind === 'progress') onProgress?.(data.progress);
      else if (data.kind === 'result') resolve(data.result);
      else reject(new ImportFailedError(data.message));
    });
    worker.addEventListener('error', (event) =>
      reject(new ImportFailedError(event.message || 'worker error')),
    );
    worker.postMessage(
      start,
      start.files.map(({ bytes }) => bytes),
    );
  }).finally(() => worker.terminate());
}

type Contents = { files: ImportStart['files']; refusals: Refusal[] };

/** Brings the bytes into memory, but none of a file that would be refused for its size anyway. */
async function contentsOf(files: readonly File[]): Promise<Contents> {
  const contents: Contents = { files: [], refusals: [] };
  for (const file of files) {
    if (file.size > importLimits.mostFileBytes) {
      contents.refusals.push(fileTooLarge(file.size, importLimits.mostFileBytes).of(file.name));
      continue;
    }
    try {
      contents.files.push({ name: file.name, bytes: await file.arrayBuffer() });
    } catch (cause) {
      // Moved, deleted, or a folder that was dropped.
      const found = cause instanceof Error ? cause.message : String(cause);
      contents.refusals.push(new RefusalError('failed', { found }, { cause }).of(file.name));
    }
  }
  return contents;
}

/**
 * Reads the given files in a web worker. Rejects with the signal's reason when stopped, and with
 * ImportFailedError when the worker dies; faults in files are no rejections but part of the result.
 */
export async function importInWorker(
  files: readonly File[],
  options: ImportClientOptions = {},
): Promise<FileImport> {
  const contents = await contentsOf(files);
  options.signal?.throwIfAborted();
  const { guideYear = null, known = null, choices = [], only } = options;
  const start: ImportStart = {
    kind: 'start',
    files: contents.files,
    guideYear,
    known,
    choices: [...choices],
    only: only ? [...only] : null,
  };
  const result = await runIn(startWorker(), start, options);
  options.onLeftAlone?.({ layouts: result.layouts, packages: result.packages });
  return { ...result, refusals: [...contents.refusals, ...result.refusals] };
}
