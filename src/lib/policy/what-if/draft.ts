import type { IsoDate } from '../../domain/calendar';
import type { Label } from '../../domain/label';
import type { MoneyUnit } from '../../domain/money';
import type { Comparison, ItemConditions } from '../conditions/condition';
import type { Category, SourceRef } from '../rulebook';

/** What-if: a copy of a guide with some of its values changed. Only what differs is kept. */
export interface RuleDraft {
  /** Slug: the name of the file it is saved as. */
  id: string;
  /** As its writer calls it. */
  name: string;
  /** The year of the guide that it changes. */
  copyOf: number;
  changes: DraftChange[];
}

/** One value that a draft may change, within an item. `variant` null is the item's own standard. */
export type FieldRef =
  | { kind: 'rate'; variant: string | null; component: string }
  /** The most for a project; with a component, the most for that part or phase alone. */
  | { kind: 'cap'; variant: string | null; component: string | null }
  | { kind: 'fixed'; variant: string | null }
  /** What a payment takes: a share of the award, a set amount, or at most so much. `sequence` from 1. */
  | { kind: 'tranche'; variant: string | null; sequence: number; of: TranchePart }
  /** `test` counts the looks of the condition's test from 1, in the order of the text. */
  | { kind: 'threshold'; condition: string; test: number; bound: Comparison }
  | { kind: 'day'; condition: string; test: number; edge: 'from' | 'to' }
  | { kind: 'quota' }
  | { kind: 'sub_quota'; subQuota: string };

/** 分, percent, months, number of projects or as printed, by the field's unit; a day is ISO text. */
export type FieldValue = number | IsoDate;

/** The last payment takes what is left: it may have a most, but no share. */
export type TranchePart = 'share' | 'amount' | 'cap';

export interface DraftChange {
  /** Full id of the item in the copied guide. */
  category: string;
  field: FieldRef;
  value: FieldValue;
}

/** How a field's value is written. Inside it is 分, percent, months or a plain number. */
export type FieldUnit =
  | { kind: 'money'; printedIn: MoneyUnit }
  | { kind: 'time'; printedIn: 'year' | 'month' }
  | { kind: 'percent' }
  | { kind: 'projects' }
  | { kind: 'day' }
  /** A count or number with the fact's own unit (家, 台套), where it has one. */
  | { kind: 'plain'; name: Label | null };

/** What a value may be, inclusive, in the field's inner unit. */
export interface FieldLimits {
  least: number;
  most: number;
  /** Values are whole multiples of it: 1 分, 0.01 %, one project. */
  step: number;
}

/** A value of the guide that a draft may change. */
export interface DraftField {
  category: string;
  ref: FieldRef;
  /** Unique among the fields of the item, the same in every session. */
  key: string;
  name: Label;
  /** The guide's own value. */
  value: FieldValue;
  unit: FieldUnit;
  /** Null for days: any day that exists. */
  limits: FieldLimits | null;
  /** ≥, >, ≤ or < of a threshold; null elsewhere. */
  bound: Comparison | null;
  source: SourceRef;
}

/** Why a change cannot be made. */
export type RefusalReason =
  /** The guide has no such item, or the item no such value. */
  | 'unknown_item'
  | 'unknown_field'
  | 'given_twice'
  /** A text where a number belongs, a day that does not exist. */
  | 'wrong_kind'
  | 'out_of_range'
  /** Finer than 分, 0.01 % or a whole project. */
  | 'too_fine'
  /** After the change a window ends before it begins, or two bounds leave no value between them. */
  | 'nothing_fits';

export interface DraftRefusal {
  change: DraftChange;
  reason: RefusalReason;
  limits: FieldLimits | null;
}

/** An item's rules as one piece: what a draft changes. */
export interface ItemRules {
  category: Category;
  conditions: ItemConditions;
}

export type DraftOutcome = { rules: ItemRules; refusals: null } | { rules: null; refusals: DraftRefusal[] };

/** A text for a field of an item: the same field gives the same key. */
export function fieldKey(ref: FieldRef): string {
  switch (ref.kind) {
    case 'rate':
      return `rate:${ref.variant ?? ''}:${ref.component}`;
    case 'cap':
      return `cap:${ref.variant ?? ''}:${ref.component ?? ''}`;
    case 'fixed':
      return `fixed:${ref.variant ?? ''}`;
    case 'tranche':
      return `tranche:${ref.variant ?? ''}:${ref.sequence}:${ref.of}`;
    case 'threshold':
      return `threshold:${ref.condition}:${ref.test}:${ref.bound}`;
    case 'day':
      return `day:${ref.condition}:${ref.test}:${ref.edge}`;
    case 'quota':
      return 'quota';
    case 'sub_quota':
      return `sub_quota:${ref.subQuota}`;
  }
}
