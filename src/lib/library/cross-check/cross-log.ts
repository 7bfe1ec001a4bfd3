import type { Finding } from '$lib/domain/finding';
import { findingSeverity } from '../check/finding-codes';
import { shortened } from '../check/finding-log';
import type { CrossCheckCode } from './cross-check-codes';
import type { LibraryPlaces, PlacedRow } from './library-places';

/** Collects what is found over the whole library, at the rows that it is about. */
export class CrossLog {
  readonly findings: Finding[] = [];

  constructor(private readonly places: LibraryPlaces) {}

  /** @param column column of the row's table whose cell is meant */
  add(code: CrossCheckCode, row: PlacedRow, column: string, said: { found: string; expected: string }): void {
    const { found, expected } = said;
    this.findings.push({
      code,
      severity: findingSeverity[code],
      ...this.places.of(row, column),
      column,
      found: shortened(found),
      expected: shortened(expected),
      fix: null,
    });
  }

  /** Where a row stands, for the words of a finding about another. */
  words(row: PlacedRow): string {
    return this.places.words(row);
  }
}
