import type { IsoDate } from '../../domain/calendar.ts';
import type { Label } from '../../domain/label.ts';
import type { projectColumns } from './fact-columns.ts';
import type { Ambiguity, SourceRef, Sourced } from '../rulebook.ts';

/** What the conditions of the guides ask: facts of a project, tests over them, and the clauses that carry them. */

export type FactType =
  'money' | 'count' | 'number' | 'percent' | 'years' | 'date' | 'yes_no' | 'document' | 'option';

/** A fact of a project or applicant that a condition may ask for. */
export interface Fact {
  id: string;
  name: Label;
  type: FactType;
  /** Of a count or number: 家, 台套. Money is 分 inside, percent as printed. */
  unit: Label | null;
  options: { id: string; name: Label }[];
  /** Other names in forms and table heads. */
  aliases: string[];
  /** The column of the project table that carries it; null where no summary table does. */
  column: (typeof projectColumns)[number] | null;
}

/** Money in 分, percent as printed (50 for 50 %), dates as ISO text, options by id; null is not known. */
export type FactValue = number | string | boolean | null;
export type FactValues = Readonly<Record<string, FactValue | undefined>>;

/** at_least ≥, more_than >, at_most ≤, less_than <: the text's 不低于, 大于, 不超过, 低于. */
export type Comparison = 'at_least' | 'more_than' | 'at_most' | 'less_than';

/** One bound of a test: money in 分, else as printed. */
export interface Bound {
  comparison: Comparison;
  value: number;
}

export type Test =
  /** The sum of the facts (mostly one) lies within every bound. */
  | { kind: 'amount'; facts: string[]; bounds: Bound[] }
  /** The part is at least (…) so many percent of the whole. */
  | { kind: 'share'; part: string; whole: string; bounds: Bound[] }
  /** The day lies in the window; an edge counts unless excluded. */
  | { kind: 'date'; fact: string; from: DateEdge | null; to: DateEdge | null }
  /** From one day to another so many months. */
  | { kind: 'duration'; from: string; to: string; bounds: Bound[] }
  | { kind: 'holds'; fact: string }
  | { kind: 'one_of'; fact: string; options: string[] }
  | { kind: 'all'; tests: Test[] }
  | { kind: 'any'; tests: Test[] }
  | { kind: 'not'; test: Test }
  | { kind: 'count'; tests: Test[]; atLeast: number };

export interface DateEdge {
  day: IsoDate;
  included: boolean;
}

/** The type of a project as a fact: the id of one of the item's variants. */
export const variantFact = 'variant';

export interface Condition {
  /** Unique in its item. */
  id: string;
  /** A requirement or an exclusion decides eligibility, a priority does not. */
  kind: 'requirement' | 'exclusion' | 'priority';
  name: Label;
  /** Where it applies; null is everywhere. Types stand here as a test on the fact `variant`. */
  when: Test | null;
  test: Test;
  /** 原则上: a miss is left to judgement, so it is undetermined and not “not met”. */
  inPrinciple: boolean;
  source: SourceRef;
}

/** What a guide asks of one item's applicants. */
export interface ItemConditions {
  /** Path under `rules/`: guides/2023/green-upgrade, centres/2023/founding. */
  id: string;
  /** 申报主体 as printed, null where the text names none. */
  applicant: Sourced<Label> | null;
  /** Most applications from one city (限报), null where there is no such limit. */
  cityLimit: Sourced<number> | null;
  conditions: Condition[];
  ambiguities: Ambiguity[];
}

/** All facts and all items' conditions; loaded where they are read, not with the first page. */
export interface ConditionBook {
  facts: Fact[];
  items: Record<string, ItemConditions>;
}
