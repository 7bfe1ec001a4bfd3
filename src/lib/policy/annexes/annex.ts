import type { Label } from '../../domain/label.ts';
import type { Fen } from '../../domain/money.ts';
import type { Ambiguity, SourceRef } from '../rulebook.ts';

/** What all annexes share: rows with their place in the text, numbers with unit and bound, unclear places. */

export interface AnnexUnit {
  id: string;
  name: Label;
}

/** at_least ≥, more_than >, at_most ≤, less_than <; about (左右); range from `value` to `to`, both included. */
export type QuantityBound =
  'at_least' | 'more_than' | 'at_most' | 'less_than' | 'exactly' | 'about' | 'range';

/** A number as printed: 1000 for 1000万元, with its unit and its bound. */
export interface Quantity {
  value: number;
  /** Upper end of a range, else null. */
  to: number | null;
  unit: AnnexUnit;
  bound: QuantityBound;
  /** `value` in 分 where the unit is money, else null. */
  fen: Fen | null;
  source: SourceRef;
}

/** Anything that one printed row says. */
export interface AnnexRow {
  name: Label;
  source: SourceRef;
}

/** One annex: its unclear places with the reading taken. Rows name the ids that touch them. */
export interface Annex {
  ambiguities: Ambiguity[];
}

/** An item that the annex leaves out, and why. */
export interface CategoryWithoutRow {
  categoryId: string;
  reason: Label;
  ambiguityIds: string[];
}
