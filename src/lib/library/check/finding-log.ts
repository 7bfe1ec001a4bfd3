import type { Finding } from '$lib/domain/finding';
import { cellAddress, cellText, rowAddress, type CellValue } from '../read/cells';
import { findingSeverity, type FindingCode } from './finding-codes';

const shownLength = 80;

/** Cut to what a list can show. */
export const shortened = (text: string | null): string | null =>
  text === null || text.length <= shownLength ? text : `${text.slice(0, shownLength - 1)}…`;

export interface FindingDetails {
  row?: number;
  index?: number;
  /** Column of `project` that the cell belongs to. */
  column?: string | null;
  found?: CellValue;
  expected?: string | null;
  fix?: string | null;
}

function addressOf({ row, index }: FindingDetails): string | null {
  if (row === undefined) return null;
  return index === undefined ? rowAddress(row) : cellAddress(row, index);
}

/** Collects what is found in one sheet of one file; rows and columns are counted from 0 here, from 1 in findings. */
export class FindingLog {
  readonly findings: Finding[] = [];

  constructor(
    private readonly file: string,
    private readonly sheet: string | null,
  ) {}

  add(code: FindingCode, details: FindingDetails = {}): Finding {
    const { row, column = null, found = null, expected = null, fix = null } = details;
    const finding: Finding = {
      code,
      severity: findingSeverity[code],
      file: this.file,
      sheet: this.sheet,
      cell: addressOf(details),
      row: row === undefined ? null : row + 1,
      column,
      found: found === null ? null : shortened(cellText(found)),
      expected: shortened(expected),
      fix: shortened(fix),
    };
    this.findings.push(finding);
    return finding;
  }
}
