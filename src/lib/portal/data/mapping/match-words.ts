import { m } from '$lib/i18n/paraglide/messages';
import type { UnsureColumn, UnsureLayout, UnsureReason } from '$lib/library/mapping/layout';
import { confidenceOf, type ColumnMatch } from '$lib/library/recognise/match-headers';

const confidenceName = (match: ColumnMatch): string =>
  ({ high: m.mapping_confidence_high, medium: m.mapping_confidence_medium, low: m.mapping_confidence_low })[
    confidenceOf(match)
  ]();

function basisWords({ basis, field }: ColumnMatch, { targets }: UnsureLayout): string {
  if (basis === 'similar') {
    return m.mapping_basis_similar({
      header: targets.find((target) => target.field === field)?.header ?? field,
    });
  }
  return {
    exact: m.mapping_basis_exact,
    alias: m.mapping_basis_alias,
    normalised: m.mapping_basis_normalised,
    values: m.mapping_basis_values,
  }[basis]();
}

/** How sure the suggestion is, and why: 中，与“申报项目总投资”相近. */
export function confidenceWords({ suggestion, foreignUnit }: UnsureColumn, layout: UnsureLayout): string[] {
  if (foreignUnit !== null) return ['—', m.mapping_foreign_unit({ unit: foreignUnit })];
  if (!suggestion) return ['—', m.mapping_basis_none()];
  return [confidenceName(suggestion), basisWords(suggestion, layout)];
}

/** Why a sheet is asked for. */
export const reasonWords = (reason: UnsureReason): string =>
  ({
    similar: m.mapping_reason_similar,
    contested: m.mapping_reason_contested,
    missing: m.mapping_reason_missing,
    table: m.mapping_reason_table,
  })[reason]();
