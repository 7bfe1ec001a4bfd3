import type { Label } from '../../domain/label.ts';
import type { SourceRef } from '../rulebook.ts';
import type { Annex, AnnexRow, AnnexUnit, Quantity } from './annex.ts';

/** 甲方 (the provincial department), 乙方 (who carries the project out), 丙方 (who nominated it). */
export type AgreementPartyId = 'authority' | 'undertaker' | 'nominator';

/**
 * When a duty is due: again every period; within a length after an event; by an event or period; or unspecified,
 * where the text speaks of a term without its length.
 */
export type DutyDue =
  | { kind: 'recurring'; every: 'quarter' | 'half-year' | 'year' }
  | { kind: 'within'; value: number; unit: AnnexUnit; after: Label; source: SourceRef }
  | { kind: 'by'; event: Label }
  | { kind: 'unspecified'; reason: Label };

export type DutyKind =
  | 'payment'
  | 'supervision'
  | 'acceptance'
  | 'delivery'
  | 'use-of-funds'
  | 'report'
  | 'change'
  | 'confidentiality';

export interface AgreementDuty extends AnnexRow {
  id: string;
  partyId: AgreementPartyId | 'all';
  kind: DutyKind;
  /** Null where the text sets no time at all. */
  due: DutyDue | null;
  /** The projects it holds for, by amount; empty where it holds for all. */
  scope: Quantity[];
  note: Label | null;
  ambiguityIds: string[];
}

/** The award agreement (任务书, 附件5): who owes what by when, and what follows a breach. */
export interface AwardAgreement extends Annex {
  title: Label;
  parties: (AnnexRow & { id: AgreementPartyId; printed: string })[];
  duties: AgreementDuty[];
  breaches: (AnnexRow & { id: string; consequence: Label })[];
  /** No application for this long, under any of these circumstances. */
  exclusion: AnnexRow & { period: Quantity; circumstances: (AnnexRow & { number: number })[] };
  validity: { afterAcceptance: Quantity; source: SourceRef };
  copies: { total: Quantity; held: { partyId: AgreementPartyId; quantity: Quantity }[] };
}
