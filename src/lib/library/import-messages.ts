import type { KnownLibrary } from './inputs/known-projects';
import type { ImportProgress, ImportResult } from './import-result';

/** What the page sends to the import worker; the buffers are transferred. To cancel, the worker is ended. */
export interface ImportStart {
  kind: 'start';
  files: { name: string; bytes: ArrayBuffer }[];
  guideYear: number | null;
  /** What the library knows so far, for rows that name a project; null without a library. */
  known: KnownLibrary | null;
}

/** What the import worker answers. */
export type ImportAnswer =
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'result'; result: ImportResult }
  | { kind: 'failure'; message: string };
