import type { IsoDate } from '../../domain/calendar.ts';
import type { Label } from '../../domain/label.ts';
import type { Condition } from '../conditions/condition.ts';
import type { EarlierClusters } from '../annexes/annexes.ts';
import type { Ambiguity, SourceRef, Sourced } from '../rulebook.ts';

/** The rules of the 2019 notice on industrial internet platforms and benchmark factories. */

/** What a platform of one level, or a factory, must be like. */
export interface PlatformLevel {
  /** Path under `rules/`: platforms/2019/industry-level. */
  id: string;
  section: string;
  name: Label;
  applicant: Sourced<Label>;
  conditions: Condition[];
  ambiguities: Ambiguity[];
}

/** Metrics of one section of an application form, by fact id. */
export interface MetricSection {
  id: string;
  name: Label;
  facts: string[];
  source: SourceRef;
}

/** Boxes that the form offers under an element, as printed. */
export interface ElementChoice {
  id: string;
  name: Label;
  items: string[];
}

export interface FactoryElement {
  id: string;
  name: Label;
  /** Empty where the form asks for the element only. */
  choices: ElementChoice[];
}

export interface ElementSubclass {
  id: string;
  name: Label;
  elements: FactoryElement[];
}

/** A class of elements (要素条件) of a benchmark factory. */
export interface ElementClass {
  id: string;
  name: Label;
  /** Least number of elements met in each sub-class; null where the text sets none. */
  atLeast: Sourced<number> | null;
  subclasses: ElementSubclass[];
  source: SourceRef;
}

/** A column of a summary table, found by its header or an alias. */
export interface NoticeColumn {
  field: string;
  header: string;
  kind: 'text' | 'option' | 'cluster' | 'sequence';
  /** A row without it says nothing. */
  required: boolean;
  aliases: string[];
  /** What the note under the table offers; empty for other kinds. */
  options: { id: string; name: Label }[];
}

/** A summary table of annex 5: its columns in printed order. */
export interface NoticeTable {
  id: string;
  title: Label;
  columns: NoticeColumn[];
  /** 说明 under the table. */
  notes: SourceRef[];
  source: SourceRef;
}

export interface NoticeRow {
  id: string;
  name: Label;
  source: SourceRef;
}

/** What a city hands in. */
export interface NoticePaper extends NoticeRow {
  copies: number;
}

export interface PlatformRules {
  /** From the lowest level to the highest: 企业级, 行业级, 跨行业跨领域. */
  levels: PlatformLevel[];
  factory: PlatformLevel;
  elements: ElementClass[];
  metrics: MetricSection[];
  summaryTables: NoticeTable[];
  /** Last day on which a city hands in. */
  deadline: Sourced<IsoDate>;
  papers: NoticePaper[];
  priorities: NoticeRow[];
  duties: NoticeRow[];
  /** What recognised firms get; no amount is printed. */
  support: NoticeRow[];
  ambiguities: Ambiguity[];
  /** The 13 clusters of the notice, and how they run into those of 2023. */
  clusters: EarlierClusters['clusters'];
}
