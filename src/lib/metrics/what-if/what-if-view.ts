import type { IsoDate } from '$lib/domain/calendar';
import type { Label } from '$lib/domain/label';
import type { Fen } from '$lib/domain/money';
import type { DraftRefusal, RuleDraft } from '$lib/policy/what-if/draft';

/** What a draft of the rules would have done to the library, as plain data that a page shows as it is. */

/** The same figure under the guide and under the draft. */
export interface BeforeAfter<T> {
  before: T;
  after: T;
}

export interface EligibilityCounts {
  met: number;
  notMet: number;
  /** 待核实: a fact is missing. Never counted as met. */
  undetermined: number;
}

/** Money added up over projects. */
export interface MoneySum {
  /** In 分; null where none of the projects has an amount or nothing is known of them, which is not 0. */
  fen: Fen | null;
  /** Projects that the sum is made of. */
  counted: number;
  /** Projects that belong to it but have no amount: no standard, or a base is missing. */
  leftOut: number;
  /** Of those counted: the base is the declared total, so the true amount is this or less. */
  estimated: number;
}

export interface QuotaUse {
  quota: number;
  /** Awards that use it; under the draft those that fall out no longer do. Null while no awards are known. */
  used: number | null;
  /** Quota less use; negative where it is exceeded. */
  headroom: number | null;
}

export interface SubQuotaChange {
  subQuotaId: string;
  label: Label;
  bound: 'max' | 'min';
  amount: BeforeAfter<number>;
  used: BeforeAfter<number>;
  /** Awards that may count for it but lack the fact. */
  undetermined: BeforeAfter<number>;
}

export interface WhatIfFigures {
  /** Projects that applied by the as-of day, whatever became of them. */
  applicants: number;
  /** Awarded by the as-of day; null while no awards are known. */
  awardedProjects: number | null;
  eligibility: BeforeAfter<EligibilityCounts>;
  /** Ceilings of the applicants that are not “not met”. */
  ceiling: BeforeAfter<MoneySum>;
  /** Awards cut to the ceiling: Σ min(award, ceiling); under the draft without those that fall out. */
  awards: BeforeAfter<MoneySum>;
  /** First payment of each of these awards, by the tranches of the standard. */
  firstYear: BeforeAfter<MoneySum>;
  /** Applicants that come in and fall out. */
  comesIn: number;
  fallsOut: number;
  /** Of those that fall out, awarded ones. */
  awardsLost: number;
}

export interface WhatIfCategory extends WhatIfFigures {
  categoryId: string;
  areaId: string;
  name: Label;
  shortName: Label;
  /** The draft changes a value of it. */
  changed: boolean;
  /** False where an own library has no table of it: its zeros mean “not known”. */
  covered: boolean;
  /** Null where the guide sets none. */
  quota: BeforeAfter<QuotaUse> | null;
  subQuotas: SubQuotaChange[];
}

export interface WhatIfPlace extends WhatIfFigures {
  /** A city without its direct counties, or a direct county; null is of no known place. */
  adcode: string | null;
  name: Label | null;
  shortName: Label | null;
  isDirectCounty: boolean;
  covered: boolean;
}

export interface WhatIfCluster extends WhatIfFigures {
  /** Id of the official list, or the keys of “no cluster” and “not stated”. */
  clusterKey: string;
  /** Null for those two. */
  name: Label | null;
  shortName: Label | null;
  /** False where an own library is narrowed to other clusters. */
  covered: boolean;
}

/** A condition that decides a move, with what it answered. */
export interface DecidingCondition {
  id: string;
  name: Label;
}

/** A project whose eligibility the draft changes from or to “not met”. */
export interface WhatIfMove {
  projectId: string;
  name: string;
  recipient: string;
  categoryId: string;
  placeAdcode: string;
  clusterKey: string;
  direction: 'falls_out' | 'comes_in';
  /** Where it comes in: under the draft all is met, or something stays open. */
  after: 'met' | 'not_met' | 'undetermined';
  awarded: boolean;
  awardFen: Fen | null;
  /** The conditions whose answer turned. */
  decidedBy: DecidingCondition[];
}

export interface WhatIfView {
  guideYear: number;
  asOf: IsoDate;
  isSample: boolean;
  draft: RuleDraft;
  total: WhatIfFigures;
  /** Summed over the categories with a quota; null where none has one. */
  totalQuota: BeforeAfter<QuotaUse> | null;
  /** In the order of the guide. */
  categories: WhatIfCategory[];
  /** Cities by code, then direct counties, then what has no known place (only where there is such). */
  places: WhatIfPlace[];
  /** In the order of the official list, then no cluster, then not stated. */
  clusters: WhatIfCluster[];
  /** Awarded ones first, then by category and project; at most `moveLimit`. */
  moves: WhatIfMove[];
  movesInAll: number;
}

/** A draft that cannot be applied gives its refusals in place of figures. */
export type WhatIfAnswer = { view: WhatIfView; refusals: null } | { view: null; refusals: DraftRefusal[] };
