import type { KnownLibrary } from './inputs/known-projects';
import type { FileImport } from './import-options';
import type { ImportProgress } from './import-result';
import type { KnownChoice } from './mapping/layout';

/** What the page sends to the import worker; the buffers are transferred. To cancel, the worker is ended. */
export interface ImportStart {
  kind: 'start';
  files: { name: string; bytes: ArrayBuffer }[];
  guideYear: number | null;
  /** What the library knows so far, for rows that name a project; null without a library. */
  known: KnownLibrary | null;
  /** What the user said of uncertain columns, now or earlier. */
  choices: KnownChoice[];
  /** Names of the files to read; null for all. */
  only: string[] | null;
}

/** What the import worker answers. */
export type ImportAnswer =
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'result'; result: FileImport }
  | { kind: 'failure'; message: string };
