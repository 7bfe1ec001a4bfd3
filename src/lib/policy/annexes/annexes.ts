import type { Label } from '../../domain/label.ts';
import type { AwardAgreement } from './agreement.ts';
import type { AnnexRow } from './annex.ts';
import type { PriorityTable, SupportFieldAnnex, TaskAnnex } from './annexes-2020.ts';
import type {
  AuthenticityChecklist,
  CommitmentLetter,
  ContactList,
  DirectionAnnex,
  TrainingAnnex,
} from './annexes-2023.ts';

/** A cluster of the 2019 notice and the clusters of 2023 that it runs into; the mapping is ours. */
export interface EarlierCluster extends AnnexRow {
  id: string;
  sequence: number;
  mapsTo: string[];
  /** Why it is not one to one; null where it is. */
  reason: Label | null;
}

export interface EarlierClusters {
  mapping: 'ours';
  clusters: EarlierCluster[];
  /** Clusters of 2023 that none of 2019 runs into. */
  withoutPredecessor: { clusterId: string; reason: Label }[];
}

/** same: one item, perhaps under another name; new and ended: on one side only. */
export type ComparisonRelation = 'same' | 'split' | 'merged' | 'new' | 'ended';

/** Items of two guides that stand beside each other; the pairing is ours. */
export interface GuideComparison {
  id: string;
  name: Label;
  relation: ComparisonRelation;
  earlierIds: string[];
  laterIds: string[];
  /** What changed, in few words and without figures. */
  note: Label;
}

export interface GuideComparisons {
  earlierYear: number;
  laterYear: number;
  mapping: 'ours';
  comparisons: GuideComparison[];
}

/** What the guides print beside items and KPI forms, and what joins the years. */
export interface Annexes {
  /** 2023 附件1-26 */
  directions: DirectionAnnex;
  /** 2023 附件1-27 */
  training: TrainingAnnex;
  /** 2023 附件3 */
  commitments: CommitmentLetter;
  /** 2023 附件4 */
  checklist: AuthenticityChecklist;
  /** 2023 附件5 */
  agreement: AwardAgreement;
  /** 2023 附件6 */
  contacts: ContactList;
  /** 2020 附件1-1 */
  supportFields2020: SupportFieldAnnex;
  /** 2020 附件1-2 */
  tasks2020: TaskAnnex;
  /** 2020 附件1-3, then the two tables of 附件1-4 */
  tables2020: PriorityTable[];
  clusters2019: EarlierClusters;
  /** 2020 beside 2023 */
  comparisons: GuideComparisons;
}
