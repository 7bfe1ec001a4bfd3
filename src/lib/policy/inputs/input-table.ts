import type { Label } from '../../domain/label.ts';
import type { MoneyUnit } from '../../domain/money.ts';

/**
 * Tables that come beside the five summary tables (payments, acceptances, appropriations, quarterly progress), as
 * data: one definition reads them and writes the blank ones.
 */

/**
 * year: a guide year; period: a quarter or its last day; value: a number or words, as the indicator asks; choice: one
 * of the given words.
 */
export type InputKind =
  'text' | 'money' | 'date' | 'integer' | 'year' | 'category' | 'period' | 'value' | 'choice' | 'sequence';

export interface InputOption {
  id: string;
  /** What people write for it; the first stands in blank tables. */
  words: string[];
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

export type InputTableId =
  'disbursements' | 'acceptances' | 'appropriations' | 'progress' | 'progress-by-quarter';

export interface InputTable {
  id: InputTableId;
  name: Label;
  /** Title of a blank one. */
  title: string;
  /** Rows name a project: by 项目编号, else by 承担单位 and 项目名称. */
  joinsProject: boolean;
  /** Beside its columns it has one for each quarter (2024年第一季度), with the values. */
  quartersAcross: boolean;
  /** Columns that tell this table from all others. */
  telling: string[];
  /** Those of the project first. */
  columns: InputColumn[];
}
