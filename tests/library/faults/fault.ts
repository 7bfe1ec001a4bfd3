import type { KnownChoice, UnsureLayout } from '$lib/library/mapping/layout';
import type { KnownLibrary } from '$lib/library/inputs/known-projects';
import type { FindingCode } from '$lib/library/check/finding-codes';
import type { FaultyFile, Format, Lines } from './fault-files';
import { fileOf } from './fault-files';

/** Where a fault must be found, and what the finding must repeat of the file. */
export interface ExpectedFinding {
  code: FindingCode;
  /** A1-style address; null for a whole file. */
  cell: string | null;
  found: string | null;
  /** Of several files, the one that it is found in, without the ending. */
  file?: string;
  /** Of several sheets, the one that it is found in. */
  sheet?: string;
}

/** One kind of fault, in the smallest files that show it. */
export interface Fault {
  kind: string;
  files: readonly FaultyFile[];
  known?: KnownLibrary;
  /** What the user says of a sheet whose columns are not certain. */
  choose?: (layout: UnsureLayout) => KnownChoice;
  finding: ExpectedFinding;
  /** What becomes of the row: it waits, it loads beside its finding, or no row of data is meant. */
  row: 'waits' | 'loads' | 'none';
  /** Codes of what else is said of these files, in order. */
  also?: readonly FindingCode[];
  /** Formats in which the fault can be; both when left out. */
  formats?: readonly Format[];
}

type Row = Fault['row'];

/** A fault in one sheet. */
export const fault = (
  kind: string,
  lines: Lines,
  [code, cell, found]: readonly [FindingCode, string | null, string | null],
  row: Row,
  more: Partial<Fault> = {},
): Fault => ({ kind, files: [fileOf(lines)], finding: { code, cell, found }, row, ...more });

export const waits = 'waits' as const;
export const loads = 'loads' as const;
export const none = 'none' as const;
