import type { IsoDate } from '../../domain/calendar.ts';
import type { Label } from '../../domain/label.ts';
import type { MoneyUnit } from '../../domain/money.ts';
import type { Bound } from '../conditions/condition.ts';
import type { Ambiguity, SourceRef, Sourced } from '../rulebook.ts';

/** The KPI target forms (绩效目标申报表) of a guide: their rows, groups, marks and built-in minimums, as printed. */

/** Where an indicator counts in a score. Own (个性) indicators are set by the project itself. */
export type ScorePart = 'output' | 'outcome' | 'satisfaction' | 'management' | 'own';

/** What a unit measures: numbers of different kinds, or of one kind in different units, are never added. */
export type UnitKind = 'count' | 'money' | 'percent' | 'points' | 'quantity' | 'ratio' | 'mixed';

/** A unit as the form prints it. */
export interface Unit {
  name: Label;
  kind: UnitKind;
  /** Of money: the printed unit; values are 分 inside. */
  money: MoneyUnit | null;
}

/** A level of the form as printed: 产出指标, 数量指标. */
export interface FormLevel {
  id: string;
  name: Label;
}

/** One of the answers that the form prints, in printed order (及时、较及时、不及时: best first). */
export interface FormOption {
  id: string;
  name: Label;
}

/** quantitative: a number; qualitative: words, or reached or not; options: one of the printed answers. */
export type IndicatorKind = 'quantitative' | 'qualitative' | 'options';

/** Whether a higher or a lower value is better; none where the form does not tell or there is no number. */
export type Direction = 'higher' | 'lower' | 'none';

/** What can be measured: an indicator, or one of the several things that an indicator's row asks for. */
export interface Measure {
  /** Unique in its form; of a part, unique in its indicator. */
  id: string;
  /** Without the unit. */
  name: Label;
  /** As printed, null where the form prints none. */
  unit: Unit | null;
  kind: IndicatorKind;
  direction: Direction;
  /** A number that the row itself prints: 不少于5种. */
  bound: Sourced<Bound> | null;
  source: SourceRef;
}

/** Things asked for within one row: all of them (并且), or one that is enough (具备以下条件之一). */
export interface IndicatorParts {
  asked: 'all' | 'any';
  list: Measure[];
  source: SourceRef;
}

/** One printed row of a form that takes a target and, later, an actual value. */
export interface Indicator extends Measure {
  formId: string;
  guideYear: number;
  /** Order in the form, from 1. */
  sequence: number;
  level1: FormLevel;
  /** Null for own indicators. */
  level2: FormLevel | null;
  /** Printed between second level and row: 对行业的示范带动作用. */
  heading: Label | null;
  part: ScorePart;
  /** How the number is read where the printed unit cannot be meant (K-01); null where it is read as printed. */
  readAs: Unit | null;
  /** The group whose projects fill it in, null for all projects. */
  group: string | null;
  /** Printed “*” at the second level: it points to a note below the form. */
  marked: boolean;
  /** 必填 for projects of these groups; others may leave it blank. */
  required: { groups: string[]; source: SourceRef } | null;
  /** 可不填写: projects of these groups may leave it blank. */
  mayBlank: { groups: string[]; source: SourceRef } | null;
  /** The indicator that holds this one (其中), by id. */
  partOf: string | null;
  options: FormOption[];
  /** Where the row asks for several things; their values stand under `ID/PART`, none under the row itself. */
  parts: IndicatorParts | null;
}

/** A kind of project that a form tells apart; with or without a box (□) to tick. */
export interface FormGroup {
  id: string;
  name: Label;
  checkbox: boolean;
  /** The group that it is a part of, or null. */
  parent: string | null;
  source: SourceRef;
}

/** How many of some groups a project chooses. */
export interface GroupChoice {
  of: string[];
  atLeast: number;
  atMost: number | null;
  /** Asked only where this group is chosen. */
  within: string | null;
  /** The ambiguity whose reading gives the number, where the form prints none. */
  byReading: string | null;
  source: SourceRef;
}

/** 至少填N项 of the rows of a group under a second level. */
export interface RowMinimum {
  group: string;
  level2: string;
  atLeast: number;
  source: SourceRef;
}

/** “……” after a row: the project may add rows of the same kind, with keys `AFTER/…`. */
export interface OpenRows {
  group: string;
  after: string;
  source: SourceRef;
}

export interface KpiForm {
  /** Annex number as printed: 1-8; unique in its year. */
  id: string;
  guideYear: number;
  title: Label;
  source: SourceRef;
  /** It asks for the target of the year (年度目标) beside the whole (总体目标). */
  annualTarget: boolean;
  /** Head of the value column as printed. */
  valueHeader: Label;
  /** What the values cover and the day that they stand for, where the form says so. */
  valueBasis: { name: Label; asOf: IsoDate; source: SourceRef } | null;
  groups: FormGroup[];
  choices: GroupChoice[];
  rowMinimums: RowMinimum[];
  openRows: OpenRows[];
  /** The common indicators (共性绩效指标) in printed order; these are the ones that are counted. */
  indicators: Indicator[];
  /** Own indicators (个性指标) that the form prints itself: suggestions. */
  ownIndicators: Indicator[];
  /** The form has room for own indicators of the project. */
  takesOwnIndicators: boolean;
  ambiguities: Ambiguity[];
}
