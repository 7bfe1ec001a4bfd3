import type { Label } from '../../domain/label.ts';
import type { Fen } from '../../domain/money.ts';
import type { Condition } from '../conditions/condition.ts';
import type { Ambiguity, SourceRef, Sourced } from '../rulebook.ts';

/** The rules of the 2023 guide to provincial manufacturing innovation centres (省级制造业创新中心). */

/** Conditions of one step in a centre's life. */
export interface CentreConditions {
  /** Path under `rules/`: centres/2023/founding. */
  id: string;
  section: string;
  name: Label;
  applicant: Sourced<Label>;
  conditions: Condition[];
  ambiguities: Ambiguity[];
}

/** Support for capacity building: its own conditions beside those of the fund guide's item. */
export interface CapacitySupport extends CentreConditions {
  cap: Sourced<Fen>;
  /** What the money is for. */
  contents: CentreRow[];
  /** The item of the fund guide that the money comes from. */
  categoryId: string;
}

/** Something printed: a step, an aspect, a grade. */
export interface CentreRow {
  id: string;
  name: Label;
  source: SourceRef;
}

export interface CentreReport extends CentreRow {
  to: Label;
  due: { kind: 'working_days_after_half_year'; days: number } | { kind: 'end_of_month'; month: number };
}

/** How often a centre is assessed, by the years since it was approved. */
export interface AssessmentCycle extends CentreRow {
  /** From these full years on; 0 from the approval. */
  fromYears: number;
  /** Until these years are full; null without an end. */
  upToYears: number | null;
  everyYears: number;
}

export interface CentreGrade extends CentreRow {
  passes: boolean;
}

/** What a grade leads to. */
export interface GradeConsequence extends CentreRow {
  gradeIds: string[];
  /** Years that it lasts, null where the text names none. */
  years: number | null;
}

/** A priority field (建设重点领域), numbered as printed. */
export interface CentreField {
  number: number;
  name: Label;
  source: SourceRef;
}

export interface CentreRules {
  founding: CentreConditions;
  support: CapacitySupport;
  /** What the building plan must hold (建设方案). */
  planContents: CentreRow[];
  procedure: CentreRow[];
  reviewAspects: CentreRow[];
  reports: CentreReport[];
  assessment: {
    cycles: AssessmentCycle[];
    /** What holds once a centre has become a national one. */
    national: CentreRow;
    building: CentreRow[];
    /** The six aspects of running. */
    running: CentreRow[];
    grades: CentreGrade[];
    consequences: GradeConsequence[];
  };
  fields: CentreField[];
  ambiguities: Ambiguity[];
}
