import type { Label } from '../../domain/label.ts';
import type { SourceRef } from '../rulebook.ts';
import type { Formula } from './attainment.ts';

/** The parts of a score that have a weight: money spent, and three kinds of indicators. */
export const weightedParts = ['execution', 'output', 'outcome', 'satisfaction'] as const;
export type WeightedPart = (typeof weightedParts)[number];

/**
 * How an indicator that is better lower loses its points above the target:
 * linear 1 − (actual − target) ÷ target, nothing left from twice the target; quotient target ÷ actual.
 */
export type ReverseForm = 'linear' | 'quotient';

/** A named way to score; points of the weights add up to 100. */
export interface ScoreVariant {
  id: string;
  name: Label;
  weights: Record<WeightedPart, number>;
  reverse: ReverseForm;
}

/** From how many points on a grade is given; listed from the best down. */
export interface ScoreGrade {
  id: string;
  name: Label;
  fromPoints: number;
}

/** What a qualitative answer is worth, as shares of the weight (0 to 1). */
export interface QualitativeBand {
  id: string;
  name: Label;
  from: number;
  to: number;
  /** The share without a reviewer's points. */
  taken: number;
  /** The light that an indicator shows. */
  light: 'green' | 'yellow' | 'red';
  /** Words of a report that mean it. */
  words: string[];
}

/** Every step of a score that has a formula of its own: those of numbers, words, money and deductions. */
export type ScoreFormula = Formula | 'words' | 'execution' | 'deduction';

/** When a quarterly report counts as missing, and which gap is an alarm. */
export interface ReportingRules {
  /** Days after a quarter's end until its report is missing. */
  graceDays: number;
  /** Execution and goal progress further apart than this (0.1 is 10 points) are an alarm. */
  gapAlarm: number;
}

export interface ScoringRules {
  /** Changes with every change of the rules, so that a score sheet says by which it was made. */
  version: string;
  /** No text at hand prints it: common practice. */
  basis: 'practice';
  source: SourceRef;
  grades: ScoreGrade[];
  /** Attainment (1 is 100 %) from which over-fulfilment asks for a written reason. */
  explainFrom: number;
  /** What each formula says, in words. */
  formulas: Record<ScoreFormula, Label>;
  /** From the best down. */
  bands: QualitativeBand[];
  /** Parts of forms that count with a weighted part. */
  countsWith: Record<'management' | 'own', WeightedPart>;
  /** The first is the default. */
  variants: ScoreVariant[];
  reporting: ReportingRules;
}
