import type { Rulebook } from '$lib/policy/rulebook';
import type { ImportLimits } from './import-limits';
import type { ImportProgress, ImportResult } from './import-result';
import type { ImportInputs } from './inputs/input-state';
import type { KnownChoice, UnsureLayout } from './mapping/layout';

export interface ImportOptions {
  rulebook: Rulebook;
  /** For tables whose title names no year. */
  guideYear?: number;
  limits?: ImportLimits;
  /** Without them only summary tables are read. */
  inputs?: ImportInputs;
  /** What the user said, now or earlier, of columns whose meaning is not certain. */
  choices?: readonly KnownChoice[];
  /** Names of the files to read, members of archives as `archive/name`; without it, all. */
  only?: readonly string[];
  onProgress?: (progress: ImportProgress) => void;
  /** Stops between rows; the import then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** What an import gave, and what it left alone. */
export interface FileImport extends ImportResult {
  /**
   * Sheets whose columns must be told first. A file of which nothing else was read is refused (`needs_mapping`); of
   * the others the sheet has the finding `layout_unsure`.
   */
  layouts: UnsureLayout[];
  /** Names of packages of a library: they are opened, not read. */
  packages: string[];
}
