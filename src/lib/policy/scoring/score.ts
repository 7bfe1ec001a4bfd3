import type { Fen } from '../../domain/money.ts';
import type { KpiForm } from '../forms/form.ts';
import { cellsOf, dutyOf, indicatorsFor, withParents, type ValueCell } from '../forms/look-up.ts';
import { cellShare, type CellShare, type IndicatorValue } from './indicator-share.ts';
import {
  weightedParts,
  type ScoreGrade,
  type ScoreVariant,
  type ScoringRules,
  type WeightedPart,
} from './scoring.ts';

/** Points taken off by hand, with the reason. */
export interface Deduction {
  points: number;
  reason: string;
}

/** What a project signed and reported for one of its forms. */
export interface ScoredForm {
  form: KpiForm;
  /** Groups that it ticked. */
  groups: readonly string[];
  /** Indicators that the project added itself (个性指标), each a cell of its own. */
  own: readonly ValueCell[];
  /** By the key of the cell. */
  targets: ReadonlyMap<string, IndicatorValue>;
  actuals: ReadonlyMap<string, IndicatorValue>;
  deductions: readonly Deduction[];
}

/** Money of the project: what was paid of what was granted, in 分. */
export interface ScoredMoney {
  budgetFen: Fen | null;
  paidFen: Fen | null;
}

/** A line of the score sheet: a cell, its weight, and what it earned. */
export interface ScoreLine {
  key: string;
  cell: ValueCell;
  part: WeightedPart;
  /** Points that it can earn. */
  weight: number;
  answer: CellShare;
  /** Null where the share is not known. */
  points: number | null;
  /** Why a written reason is asked for; null where none is. */
  explain: 'shortfall' | 'over' | null;
}

export interface ScorePart {
  part: WeightedPart;
  /** As the variant gives it. */
  given: number;
  /** After the weights of parts that the form does not have were spread over the others. */
  weight: number;
  /** Sum of what is known; null where nothing of the part is. */
  points: number | null;
}

export interface Score {
  variant: ScoreVariant;
  execution: { ratio: number | null; weight: number; points: number | null };
  parts: ScorePart[];
  lines: ScoreLine[];
  deducted: number;
  /** The score where every line is known, else null: a missing report is not a zero. */
  points: number | null;
  /** What the score is at least and at most, while lines are unknown. */
  least: number;
  most: number;
  grade: ScoreGrade | null;
}

/** Points are given with two decimals; half is rounded up. */
export const roundPoints = (points: number): number => Math.round((points + 1e-9) * 100) / 100;

/** The grade of a score, by the steps of the rules: from each step on. */
export function gradeOf(points: number, { grades }: ScoringRules): ScoreGrade | null {
  return grades.find(({ fromPoints }) => roundPoints(points) >= fromPoints) ?? null;
}

interface Candidate {
  cell: ValueCell;
  part: WeightedPart;
  /** Share of its row: parts of which all are asked for share the weight of one. */
  rowShare: number;
  answer: CellShare;
}

/** The cells that count: those with a target, and those that the form wants filled in. */
function candidatesOf(
  { form, groups, own, targets, actuals }: ScoredForm,
  rules: ScoringRules,
  variant: ScoreVariant,
): Candidate[] {
  const chosen = withParents(form, groups);
  const rows = indicatorsFor(form, groups).map((row) => ({ row, cells: cellsOf(row) }));
  const added = own.map((cell) => ({ row: cell.indicator, cells: [cell] }));
  return [...rows, ...added].flatMap(({ row, cells }): Candidate[] => {
    const withTarget = cells.filter(({ key }) => targets.has(key));
    const isAsked = ['required', 'expected'].includes(dutyOf(form, row, chosen));
    const counted = row.parts?.asked === 'any' || !isAsked ? withTarget : cells;
    const part = row.part === 'management' || row.part === 'own' ? rules.countsWith[row.part] : row.part;
    const answers = counted.map((cell) => ({
      cell,
      answer: cellShare(cell, targets.get(cell.key) ?? null, actuals.get(cell.key) ?? null, rules, variant),
    }));
    return answers.map(({ cell, answer }) => ({ cell, answer, part, rowShare: 1 / answers.length }));
  });
}

const explainOf = (answer: CellShare, { explainFrom }: ScoringRules): ScoreLine['explain'] => {
  if (!answer.known) return null;
  if (answer.share < 1) return 'shortfall';
  const isLower = answer.working.kind === 'number' && answer.working.lower;
  return !isLower && answer.ratio !== null && answer.ratio >= explainFrom ? 'over' : null;
};

/** Weights with those of absent parts spread over the present ones, in their proportion. */
function spreadWeights(
  { weights }: ScoreVariant,
  present: ReadonlySet<WeightedPart>,
): Map<WeightedPart, number> {
  const whole = weightedParts.reduce((sum, part) => sum + weights[part], 0);
  const left = weightedParts.reduce((sum, part) => sum + (present.has(part) ? weights[part] : 0), 0);
  return new Map(
    weightedParts.map((part) => [part, present.has(part) && left > 0 ? (weights[part] * whole) / left : 0]),
  );
}

function executionOf({ budgetFen, paidFen }: ScoredMoney): number | null {
  if (budgetFen === null || paidFen === null || budgetFen <= 0) return null;
  return Math.min(1, Math.max(0, paidFen / budgetFen));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The total of a score's parts with points taken off by hand, down to 0; open between two ends while a line or the
 * execution is not known.
 */
export function withDeductions(
  { variant, execution, parts, lines }: Pick<Score, 'variant' | 'execution' | 'parts' | 'lines'>,
  deductions: readonly Deduction[],
  rules: ScoringRules,
): Score {
  const deducted = sumOf(deductions.map((one) => one.points));
  const all = [execution, ...lines];
  const known = sumOf(all.map(({ points }) => points ?? 0));
  const open = sumOf(all.map(({ points, weight }) => (points === null ? weight : 0)));
  const floored = (points: number) => Math.max(0, roundPoints(points - deducted));
  const least = floored(known);
  const points = open > 0 ? null : least;
  const grade = points === null ? null : gradeOf(points, rules);
  return { variant, execution, parts, lines, deducted, points, least, most: floored(known + open), grade };
}

/**
 * A project's score out of 100 by one variant: execution is paid ÷ budget × weight; within a part rows weigh the same;
 * parts that the form does not have leave their weight to the others. Deductions never take it below 0.
 * What is not known leaves the score open between `least` and `most`.
 */
export function scoreProject(
  scored: ScoredForm,
  money: ScoredMoney,
  rules: ScoringRules,
  variant: ScoreVariant,
): Score {
  const candidates = candidatesOf(scored, rules, variant);
  const present = new Set<WeightedPart>(['execution', ...candidates.map(({ part }) => part)]);
  const weights = spreadWeights(variant, present);
  const weightOf = (part: WeightedPart) => weights.get(part) ?? 0;
  const rowsIn = (part: WeightedPart) =>
    sumOf(candidates.filter((one) => one.part === part).map(({ rowShare }) => rowShare));
  const lines = candidates.map(({ cell, part, rowShare, answer }): ScoreLine => {
    const weight = (weightOf(part) * rowShare) / rowsIn(part);
    const points = answer.known ? weight * answer.share : null;
    return { key: cell.key, cell, part, weight, answer, points, explain: explainOf(answer, rules) };
  });
  const ratio = executionOf(money);
  const weight = weightOf('execution');
  const execution = { ratio, weight, points: ratio === null ? null : ratio * weight };
  const partOf = (part: WeightedPart): ScorePart => {
    const own =
      part === 'execution'
        ? [execution.points]
        : lines.filter((one) => one.part === part).map((one) => one.points);
    const found = own.filter((value) => value !== null);
    return {
      part,
      given: variant.weights[part],
      weight: weightOf(part),
      points: found.length > 0 ? sumOf(found) : null,
    };
  };
  const parts = weightedParts.map(partOf);
  return withDeductions({ variant, execution, parts, lines }, scored.deductions, rules);
}
