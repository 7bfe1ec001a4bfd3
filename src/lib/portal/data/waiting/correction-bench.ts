import forms from 'virtual:fundlens-forms';
import tables from 'virtual:fundlens-inputs';
import type { IsoDate } from '$lib/domain/calendar';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import {
  correctRows,
  type Correction,
  type CorrectionContext,
  type CorrectionOutcome,
} from '$lib/library/correct/correct-rows';
import { dropRows } from '$lib/library/correct/drop-rows';
import { safeCorrections, suggestFixes, type Suggestion } from '$lib/library/correct/suggest-fixes';
import { waitingRowKey } from '$lib/library/correct/waiting-row';
import type { QuarantinedRow } from '$lib/library/import-result';
import type { OwnLibrary } from '$lib/library/merge-library';
import type { Rulebook } from '$lib/policy/rulebook';

/** Loaded when rows are corrected: the readers of rows, with the forms and tables that they know. */

export const dropRow = (own: OwnLibrary, row: QuarantinedRow, on: IsoDate): OwnLibrary =>
  dropRows(own, new Set([waitingRowKey(row)]), on);

export const checkAgain = (
  own: OwnLibrary,
  corrections: readonly Correction[],
  context: Omit<CorrectionContext, 'inputs'>,
): CorrectionOutcome => correctRows(own, corrections, { ...context, inputs: { tables, forms } });

export const fixesFor = (row: QuarantinedRow, rulebook: Rulebook): Suggestion[] =>
  suggestFixes(row, { rulebook, tables });

export const safeFixes = (rows: readonly QuarantinedRow[], rulebook: Rulebook): Correction[] =>
  safeCorrections(rows, { rulebook, tables });

/** Name of a table in the language of the page; null for one that is not known. */
export const tableName = (id: string): string | null =>
  tables.find((table) => table.id === id)?.name[getLocale()] ?? null;
