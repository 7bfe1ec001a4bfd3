import type { IsoDate } from '$lib/domain/calendar';
import { m } from '$lib/i18n/paraglide/messages';
import type { ScoreVariant } from '$lib/policy/scoring/scoring';
import { labelOf, listed } from '../wording';

/** What a file of scores is about and was made by. */
export interface SheetContext {
  asOf: IsoDate;
  /** The filters that chose what is in it, in words. */
  filters: readonly string[];
  /** Version of the scoring rules. */
  version: string;
  library: { hash: string; isSample: boolean };
}

/** Lines that every file of scores carries: kind of data, day, scope, variant with its version. */
export function sheetRemarks(
  { asOf, filters, version, library: { hash, isSample } }: SheetContext,
  variant: ScoreVariant,
): string[] {
  return [
    isSample ? m.score_sheet_note_sample({ hash }) : m.score_sheet_note_own({ hash }),
    m.score_sheet_note_as_of({ asOf }),
    ...(filters.length > 0 ? [m.score_sheet_note_filters({ filters: listed(filters) })] : []),
    m.score_sheet_note_variant({ variant: labelOf(variant.name), version }),
  ];
}
