import type { Label } from '$lib/domain/label';
import type { Dataset } from '$lib/domain/library';
import type { DimensionId } from '../dimensions';
import type { MissingReason } from '../missing';

export const measureIds = [
  'applications',
  'requested',
  'policy_ceiling',
  'ceiling_undetermined',
  'appropriation',
  'awards',
  'awarded',
  'first_paid',
  'paid',
  'unpaid',
  'recovered',
  'terminated',
  'execution_rate',
  'commitment_rate',
  'disbursement_rate',
  'quota',
  'quota_used_rate',
  'quota_headroom',
  'application_quota_rate',
  'award_rate',
  'investment',
  'leverage',
  'awarded_per_gdp',
  'awarded_per_10k_people',
] as const;
export type MeasureId = (typeof measureIds)[number];

export type Unit = 'fen' | 'count' | 'ratio' | 'fen_per_100m_gdp' | 'fen_per_10k_people';

/** How a figure is set: the edge converts and rounds, once. */
export interface FormatHint {
  kind: 'money' | 'count' | 'percent' | 'times';
  /** Decimals as a key figure and in a table; money sets its own by size. */
  figurePlaces: number;
  tablePlaces: number;
}

/** How figures of parts make the figure of the whole. */
export type Aggregation = 'sum' | 'count' | 'ratio_of_sums';

/** SQL over the facts that gives an amount. */
export interface Amount {
  sql: string;
  /** How many rows lack the value and are left out of it; null where none can. */
  undeterminedSql: string | null;
  /** What no row at all means: zero projects make zero, a quota that no category has is missing. */
  none: 'zero' | 'missing';
}

/** Part ÷ whole × scale; part and whole cover the same projects or categories. */
export interface Ratio {
  part: Amount;
  whole: Amount;
  scale: number;
}

/** What lies behind a figure: conditions and amount over the scoped projects. */
export interface RowsBehind {
  where: string;
  contribution: string;
}

/** What kinds of fact a measure reads; `category` and `region` facts are not known by project. */
export type FactKind = 'project' | 'category' | 'region';

export interface Measure {
  id: MeasureId;
  label: Label;
  unit: Unit;
  format: FormatHint;
  aggregation: Aggregation;
  /** 口径, in one sentence. */
  definition: Label;
  source: Label;
  /** Datasets without which the measure is missing. */
  needs: readonly Dataset[];
  facts: readonly FactKind[];
  /** Dimensions it can be grouped by, and those that filters may narrow. */
  groupBy: readonly DimensionId[];
  filterBy: readonly DimensionId[];
  expression: Amount | Ratio;
  /** The answer where there is no row at all. */
  whenEmpty: 0 | MissingReason;
  /** The answer where rows exist and none states the value. */
  whenUnstated: MissingReason;
  /** Projects that the figure is made of; null where it is made of categories alone. */
  rowsBehind: RowsBehind | null;
}

export const isRatio = (expression: Amount | Ratio): expression is Ratio => 'whole' in expression;
