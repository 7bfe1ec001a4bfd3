import type { Label } from '../../domain/label.ts';
import type { MoneyUnit } from '../../domain/money.ts';
import type { FactType } from '../conditions/condition.ts';

/**
 * Tables that come beside the five summary tables (awards, payments, acceptances, progress, checklists, centres,
 * platforms …), as data: one definition reads them and writes the blank ones.
 */

/**
 * year: a guide year; period: a quarter or its last day; value: a number or words, as the indicator or fact asks;
 * choice: one of the given words; fact: one of the table's facts; number: not below zero; place and cluster: words
 * that the rulebook knows.
 */
export type InputKind =
  | 'text'
  | 'money'
  | 'date'
  | 'integer'
  | 'number'
  | 'year'
  | 'category'
  | 'place'
  | 'cluster'
  | 'period'
  | 'value'
  | 'fact'
  | 'choice'
  | 'sequence';

export interface InputOption {
  id: string;
  /** What people write for it; the first stands in blank tables. */
  words: string[];
}

/** Something that a table asks by name: an item of the checklist, a fact of a centre or platform. */
export interface InputFact extends InputOption {
  /** `text` is free words. */
  type: FactType | 'text';
  /** Of a count or number: 家, 台套. */
  unit: string | null;
  options: InputOption[];
}

export interface InputColumn {
  /** A column of the library table, or one that its reader knows (`unit`, `actual`). */
  field: string;
  header: string;
  aliases: string[];
  kind: InputKind;
  /** Unit that the table prints for money. */
  unit: MoneyUnit | null;
  required: boolean;
  /** Which day is meant where only a month is written. */
  edge: 'start' | 'end';
  options: InputOption[];
}

/** Tables whose layout is ours. */
export const ownTableIds = [
  'awards',
  'disbursements',
  'acceptances',
  'terminations',
  'recoveries',
  'appropriations',
  'progress',
  'progress-by-quarter',
  'checklists',
  'centres',
  'centre-facts',
  'centre-assessments',
  'centre-reports',
  'platform-facts',
  'platform-facts-across',
] as const;

/** The two tables of annex 5 of the 2019 notice. */
export const noticeTableIds = ['platforms', 'benchmark-factories'] as const;

export type InputTableId = (typeof ownTableIds)[number] | (typeof noticeTableIds)[number];

export interface InputTable {
  id: InputTableId;
  name: Label;
  /** Title of a blank one. */
  title: string;
  /** False for tables that a document prints. */
  ownLayout: boolean;
  /** Rows name a project: by 项目编号, else by 承担单位 and 项目名称. */
  joinsProject: boolean;
  /** Beside its columns it has one for each quarter (2024年第一季度), with the values. */
  quartersAcross: boolean;
  /** Beside its columns it has one for each fact, with the values. */
  factsAcross: boolean;
  facts: InputFact[];
  /** Words for yes and no, where facts ask for them. */
  answers: InputOption[];
  /** Columns that tell this table from all others. */
  telling: string[];
  /** Those of the project first. */
  columns: InputColumn[];
}
