import type { Label } from '../../domain/label.ts';
import type { SourceRef } from '../rulebook.ts';
import type { Annex, AnnexRow, CategoryWithoutRow, Quantity } from './annex.ts';

/** One of the directions of 附件1-26. */
export interface Direction extends AnnexRow {
  /** As printed, from 1. */
  number: number;
  clusterId: string;
  /** Time that the direction may take beyond the item's own (方向39), null for all others. */
  extraTime: Quantity | null;
  ambiguityIds: string[];
}

/** A cluster of the guide that has no direction in 附件1-26, and where else it stands. */
export interface ClusterWithoutDirections {
  clusterId: string;
  reason: Label;
  /** The row of another annex that names the cluster. */
  foundIn: { rowId: string; source: SourceRef };
  ambiguityIds: string[];
}

/** 附件1-26: directions of the core-technology item, in printed order. */
export interface DirectionAnnex extends Annex {
  categoryId: string;
  /** Clusters in printed order with the label beside their rows. */
  clusters: { clusterId: string; printed: string }[];
  directions: Direction[];
  withoutDirections: ClusterWithoutDirections[];
}

/** One printed row of 附件1-27: main contents as topics in few words, and who is trained. */
export interface TrainingRow {
  id: string;
  /** Cluster that only this row names, else null. */
  clusterId: string | null;
  contents: Label[];
  trainees: Label;
  note: Label | null;
  source: SourceRef;
  ambiguityIds: string[];
}

/** A 重点方向 of 附件1-27 with its rows. */
export interface TrainingDirection extends AnnexRow {
  id: string;
  rows: TrainingRow[];
}

export interface TrainingAnnex extends Annex {
  categoryId: string;
  directions: TrainingDirection[];
}

/** A promise of the letter of commitment (附件3). */
export interface Commitment extends AnnexRow {
  number: number;
  id: string;
  /** The years that the promise looks back on, or null. */
  period: Quantity | null;
}

export interface CommitmentLetter extends Annex {
  title: Label;
  /** What is filled in at the head of the letter. */
  fields: Label[];
  signatures: Label[];
  commitments: Commitment[];
}

/** An item of the check of authenticity (附件4). */
export interface ChecklistItem extends AnnexRow {
  number: number;
  id: string;
  /** What is looked at, one by one. */
  checks: Label[];
  /** The table prints no options: 是否 is read as yes or no, the last item as free words (ours). */
  answer: 'yes_no' | 'text';
  /** Least time in business, where the item sets one. */
  period: Quantity | null;
  /** ISO date on which the period is measured. */
  asOf: { date: string; source: SourceRef } | null;
  note: Label | null;
  ambiguityIds: string[];
}

export interface AuthenticityChecklist extends Annex {
  title: Label;
  fields: Label[];
  items: ChecklistItem[];
  conclusion: { name: Label; length: Quantity };
  signatures: Label[];
  /** What the notes under the table ask of the checkers. */
  duties: (AnnexRow & { id: string })[];
}

/** A telephone number as printed; a second number of a cell has no area code. */
export interface Phone {
  printed: string;
  hasAreaCode: boolean;
}

export interface ContactOffice {
  division: string;
  phones: Phone[];
}

/** Who answers for an item: at the provincial department and at the city bureau of the printed copy (附件6). */
export interface Contact extends AnnexRow {
  id: string;
  categoryId: string;
  province: ContactOffice;
  city: ContactOffice;
  note: Label | null;
  ambiguityIds: string[];
}

export interface ContactList extends Annex {
  /** Whose numbers the city column holds, as far as the text tells. */
  cityBureau: Label;
  contacts: Contact[];
  withoutRow: CategoryWithoutRow[];
}
