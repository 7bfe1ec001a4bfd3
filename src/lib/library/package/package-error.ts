import type { Finding } from '$lib/domain/finding';
import { RefusalError, type RefusalCode } from '../refusal';

/** What can be wrong with a package; the sentence for each stands in the messages as `finding_CODE`. */
export const packageFaultCodes = [
  'package_no_descriptor',
  'package_bad_descriptor',
  'package_not_utf8',
  'package_missing_table',
  'package_unknown_table',
  'package_missing_file',
  'package_missing_column',
  'package_extra_column',
  'package_wrong_column_type',
  'package_uneven_row',
  'package_missing_value',
  'package_wrong_value',
  'package_duplicate_key',
  'package_unknown_project',
  'package_wrong_count',
  'package_changed',
  'package_too_large',
  'package_too_many_rows',
  'package_no_zip',
  'package_duplicate_file',
  'package_unknown_version',
  'package_unreadable_table',
  'package_unknown_scope',
  'package_outside_scope',
  'package_needs_passphrase',
  'package_short_passphrase',
  'package_cannot_unseal',
  'package_no_crypto',
] as const;
export type PackageFaultCode = (typeof packageFaultCodes)[number];

export interface PackageFault {
  code: PackageFaultCode;
  /** File inside the package, such as `project.csv`. */
  file: string;
  /** Row of the file, the header being row 1. */
  row?: number;
  /** Position of the column in the file, from 0. */
  position?: number;
  column?: string;
  found?: string | null;
  expected?: string | null;
}

const shownLength = 80;
const shorten = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : text.slice(0, shownLength);

/** Letters of a spreadsheet column: 0 is A, 26 is AA. */
function columnLetters(position: number): string {
  const rest = String.fromCharCode(65 + (position % 26));
  return position < 26 ? rest : columnLetters(Math.floor(position / 26) - 1) + rest;
}

function cellAddress(fault: PackageFault): string | null {
  if (fault.row === undefined) return null;
  if (fault.position === undefined) return `${fault.row}:${fault.row}`;
  return columnLetters(fault.position) + String(fault.row);
}

/** The fault as a finding that the import page can list beside those of workbooks. */
export function findingOf(fault: PackageFault): Finding {
  return {
    code: fault.code,
    severity: 'error',
    file: fault.file,
    sheet: null,
    cell: cellAddress(fault),
    row: fault.row ?? null,
    column: fault.column ?? null,
    found: shorten(fault.found),
    expected: shorten(fault.expected),
    fix: null,
  };
}

function sentence(fault: PackageFault): string {
  const place = [
    fault.file,
    fault.row === undefined ? '' : `row ${fault.row}`,
    fault.column === undefined ? '' : `column ${fault.column}`,
  ].filter(Boolean);
  const found = shorten(fault.found) ?? 'nothing';
  return `${place.join(', ')}: ${fault.code}, found ${found}, expected ${shorten(fault.expected) ?? 'nothing'}`;
}

/** The package cannot be used. Lists what was found, where, and what was expected. */
export class PackageError extends Error {
  readonly findings: Finding[];

  constructor(faults: readonly PackageFault[], options?: { cause?: unknown }) {
    const [first] = faults;
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    super(first ? sentence(first) + more : 'the package cannot be used', options);
    this.name = 'PackageError';
    this.findings = faults.map(findingOf);
  }
}

const codesOfRefusal: Partial<Record<RefusalCode, PackageFaultCode>> = {
  zip_bomb: 'package_too_large',
  file_too_large: 'package_too_large',
  too_many_rows: 'package_too_many_rows',
};

/**
 * What a reader of archives or tables refused, told as a fault of the package. Errors that are no refusal are
 * faults of the portal, not of the file, and come back as they are.
 * @param otherwise the code for a file that is broken
 */
export function refusedFile(file: string, otherwise: PackageFaultCode, cause: unknown): unknown {
  if (!(cause instanceof RefusalError)) return cause;
  const code = codesOfRefusal[cause.code] ?? otherwise;
  const { found = null, limit = null } = cause.params;
  return new PackageError([{ code, file, found, expected: limit }], { cause });
}
