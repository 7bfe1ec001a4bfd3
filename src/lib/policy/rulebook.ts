import type { Fen, MoneyUnit } from '../domain/money.ts';
import type { Label } from '../domain/label.ts';
import type { Region } from '../domain/region.ts';

/**
 * The compiled rules: what `rules/` says, checked and joined, in the shape that the rest of the portal reads.
 * Every number keeps the place it comes from.
 */

/** Where a value stands: document, section as printed, and the few words that carry it. */
export interface SourceRef {
  document: string;
  section: string;
  words: string;
}

export interface Sourced<T> {
  value: T;
  source: SourceRef;
}

export interface RuleDocument {
  id: string;
  title: Label;
  /** Document number or date where the text prints one. */
  number: string | null;
}

export interface Ambiguity {
  id: string;
  /** What is unclear. */
  question: string;
  /** The reading this rule takes. */
  reading: string;
}

/** What a subsidy rate is applied to. */
export interface SubsidyBase {
  id: string;
  name: Label;
  /** What counts and what does not, in few words. */
  definition: Label;
  /** A column of `project` that may stand in as an upper estimate when the base itself is not known. */
  estimateFrom: 'total_investment_fen' | null;
  source?: SourceRef;
}

export interface SubsidyComponent {
  id: string;
  /** 10 for 10 %; 100 where actual spending is paid and no percent is printed. */
  percent: number;
  /** 不超过 X %: a ceiling, never an entitlement; 按 X %: exactly. */
  bound?: 'at_most' | 'exactly';
  baseId: string;
  /** Cap of this component alone (a first phase of at most 2000 万元), or null. */
  capFen: Fen | null;
  source: SourceRef;
}

export interface Tranche {
  kind: 'first' | 'final';
  on: 'award' | 'acceptance';
  /** Percent of the award, or null when `amountFen` or the rest is meant. */
  sharePercent: number | null;
  amountFen: Fen | null;
  /** The most that this tranche may be (first phase ≤ 2000 万元, second ≤ 1000 万元). */
  capFen: Fen | null;
  /** True for “the rest”. */
  rest: boolean;
  source: SourceRef;
}

export interface Subsidy {
  /**
   * rate: percent of one or several bases; fixed: a set amount, or at most the cap where no amount is set; phases: first by rate, second by evaluation;
   * actual: real spending up to a cap; unknown: no amount can be computed, `reason` says why.
   */
  kind: 'rate' | 'fixed' | 'phases' | 'actual' | 'unknown';
  components: SubsidyComponent[];
  fixedFen: Sourced<Fen> | null;
  capFen: Sourced<Fen> | null;
  /** Set amounts of which an assessment chooses one. */
  tiers?: Sourced<Fen[]>;
  /** Empty where the text plans one payment only. */
  tranches: Tranche[];
  /** The standard in a few printed words, such as “≤ 10 %，≤ 4000 万元”. */
  summary: Label;
  reason: Label | null;
}

export interface CategoryVariant {
  id: string;
  name: Label;
  aliases: string[];
  /** Null where the category's own subsidy holds. */
  subsidy: Subsidy | null;
  kpiForm: string | null;
}

export interface SubQuota {
  id: string;
  name: Label;
  bound: 'max' | 'min';
  amount: number;
  source: SourceRef;
  /** A project counts when its type is one of these, or its cluster is. */
  variantIds: string[];
  clusterIds: string[];
}

export interface Category {
  /** Path under `rules/`, such as `guides/2023/green-upgrade`; unique over all years. */
  id: string;
  guideYear: number;
  areaId: string;
  /** Order within the guide, from 1. */
  sequence: number;
  /** Section as printed, such as 四/（一）. */
  section: string;
  name: Label;
  /** For charts: at most about 12 Chinese characters. */
  shortName: Label;
  /** Other ways in which tables write the name. */
  aliases: string[];
  kpiForms: string[];
  /** 主办处室 of annex 6, null where annex 6 has no line for it. */
  ownerDivision: Sourced<string> | null;
  quota: Sourced<number> | null;
  /** Why there is no quota, where there is none. */
  noQuotaReason: Label | null;
  subQuotas: SubQuota[];
  subsidy: Subsidy;
  variants: CategoryVariant[];
  /** Set where the guide leaves the scheme to a separate notice (另行通知). */
  separateNotice: SourceRef | null;
  /** Id of the 2023 or 2020 categories that correspond, for year over year; may be empty. */
  corresponds: string[];
}

export interface Area {
  id: string;
  guideYear: number;
  sequence: number;
  name: Label;
  shortName: Label;
}

export interface Guide {
  year: number;
  draft: boolean;
  copyOf: number | null;
  documentId: string;
  name: Label;
  areas: Area[];
  categories: Category[];
}

export interface Cluster {
  id: string;
  sequence: number;
  name: Label;
  shortName: Label;
  aliases: string[];
}

/** A column of an official summary table, and how it is recognised. */
export interface SummaryColumn {
  /** Column of the `project` table, or `sequence` for 序号. */
  field: string;
  header: string;
  /** The merged header above it, or null. */
  group: string | null;
  aliases: string[];
  kind: 'text' | 'money' | 'date' | 'category' | 'cluster' | 'sequence';
  /** Unit that the table prints for money. */
  unit: MoneyUnit | null;
  required: boolean;
}

export interface SummaryTable {
  /** Annex number as printed: 2-1 … 2-5. */
  id: string;
  guideYear: number;
  areaId: string;
  title: string;
  columns: SummaryColumn[];
}

export interface CityStatistics {
  adcode: string;
  /** 2022, 元 × 100. */
  gdpFen: Fen;
  /** Persons, 2018. */
  population: number;
}

/** Steps of the lights: progress divided by share of time gone. */
export interface LightSteps {
  redBelow: number;
  yellowBelow: number;
  blueFrom: number;
  /** Quota or appropriation used from this share on is “near its limit”. */
  nearLimitFrom: number;
}

export interface Rulebook {
  documents: RuleDocument[];
  guides: Guide[];
  bases: SubsidyBase[];
  clusters: Cluster[];
  regions: Region[];
  /** City tiles of the diagram: row and column from 0. */
  tiles: { adcode: string; row: number; column: number }[];
  statistics: CityStatistics[];
  /** GDP of the whole province as published, which differs from the sum of its cities. */
  provinceGdpFen: Fen;
  summaryTables: SummaryTable[];
  lights: LightSteps;
}
