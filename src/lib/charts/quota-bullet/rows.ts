import type { LampColour } from '$lib/ui/lamp';

/** A part of a quota that the guide bounds (其中…). */
export interface SubQuotaUse {
  label: string;
  bound: 'min' | 'max';
  amount: number;
  /** Awards that count for the part; null when no award list is loaded. */
  used: number | null;
  /** Words for a broken or exhausted part, in place of the usual ones. */
  verdictText?: string;
}

export interface BulletArea {
  kind: 'area';
  label: string;
}

export interface BulletCategory {
  kind: 'category';
  id: string;
  label: string;
  /** Null when no award list is loaded, or the guide leaves it open; `note` says why. */
  awards: number | null;
  /** Null where the guide sets none. */
  quota: number | null;
  applications: number | null;
  subs: readonly SubQuotaUse[];
  /** Paid over appropriation, as a ratio. */
  execution: number | null;
  light: LampColour | null;
  lightWord: string;
  /** Why there is no quota or no execution, such as 另行通知. */
  note?: string;
  /** Sums written out for the tooltip, such as 已拨付 36,600 ÷ 预算 60,000 万元. */
  details?: readonly string[];
}

export type BulletRow = BulletArea | BulletCategory;

export interface BulletInput {
  rows: readonly BulletRow[];
  /** Share of the period that has gone, as a ratio; null without a marker. */
  timeShare: number | null;
  /** Draws applications as a pale whisker beyond the bar. */
  showApplications?: boolean;
  /** Whether the library has no award list; told from the rows unless given. */
  applicationsOnly?: boolean;
  /** Why the right half is left out, in place of the usual words. */
  absentRight?: string;
}

/** An own library without award list shows applications against quota: no row has awards. */
export const isApplicationsOnly = ({ rows, applicationsOnly }: BulletInput): boolean =>
  applicationsOnly ??
  (rows.every((row) => row.kind === 'area' || row.awards === null) &&
    rows.some((row) => row.kind === 'category' && row.applications !== null));

/** What the left bar counts. */
export const countOf = (row: BulletCategory, applicationsOnly: boolean): number | null =>
  applicationsOnly ? row.applications : row.awards;

/** A part against its bound. A maximum is full exactly at its amount, a minimum is broken one below it. */
export function stateOf({ bound, amount, used }: SubQuotaUse): 'open' | 'full' | 'broken' {
  if (used === null) return 'open';
  if (bound === 'min') return used < amount ? 'broken' : 'open';
  if (used > amount) return 'broken';
  return used === amount ? 'full' : 'open';
}
