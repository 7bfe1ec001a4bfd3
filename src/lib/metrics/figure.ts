import type { AnswerRow } from '$lib/warehouse/engine';
import { ratioOf } from '$lib/domain/ratio';
import type { Amount, Measure, MeasureId, Ratio } from './measures/measure';
import { isRatio } from './measures/measure';
import { measureOf } from './measures';
import type { MissingReason } from './missing';
import { partColumn, undeterminedColumn, valueColumn, wholeColumn } from './sql/aggregate';

/** A figure: its value or why there is none. Plain data, so that it can be prerendered. */
export interface Figure {
  /** In the measure's unit (money in 分, ratios as decimals); null when missing. */
  value: number | null;
  reason: MissingReason | null;
  /** Projects left out because they do not state the value. */
  undetermined: number;
  /** What was divided by what; null for measures that are no ratios. */
  part: number | null;
  whole: number | null;
}

export type Figures<M extends MeasureId = MeasureId> = Record<M, Figure>;

/** A figure that is missing for a named reason. */
export const missing = (reason: MissingReason): Figure => ({
  value: null,
  reason,
  undetermined: 0,
  part: null,
  whole: null,
});

const amountFigure = (value: number | null, undetermined: number, measure: Measure): Figure => ({
  value,
  reason: value === null ? measure.whenUnstated : null,
  undetermined,
  part: null,
  whole: null,
});

// Where some rows lack the value and the others add up to nothing, the amount is not known: zero would be a guess.
function amountOf(sum: number | null, undetermined: number, amount: Amount): number | null {
  if (amount.none === 'missing') return sum;
  const known = sum ?? 0;
  return known === 0 && amount.undeterminedSql !== null && undetermined > 0 ? null : known;
}

function ratioFigure(
  sums: { part: number | null; whole: number | null },
  undetermined: number,
  expression: Ratio,
  measure: Measure,
): Figure {
  const part = amountOf(sums.part, undetermined, expression.part);
  const whole = amountOf(sums.whole, undetermined, expression.whole);
  const ratio = ratioOf(part, whole);
  const value = ratio === null ? null : ratio * expression.scale;
  const why = whole === null ? measure.whenUnstated : whole === 0 ? 'zero_whole' : 'no_values';
  return { value, reason: value === null ? why : null, undetermined, part, whole };
}

/** A whole number of an answer; null when the column is missing there. */
export function numberIn(row: AnswerRow, column: string): number | null {
  const value = row[column];
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number')
    throw new Error(`column ${column}: found ${typeof value}, expected a number`);
  return value;
}

/** The figure of a measure in a row of `aggregate`'s answer. */
export function figureIn(row: AnswerRow, measure: Measure): Figure {
  const { id, expression } = measure;
  const undetermined = numberIn(row, undeterminedColumn(id)) ?? 0;
  if (!isRatio(expression)) {
    return amountFigure(
      amountOf(numberIn(row, valueColumn(id)), undetermined, expression),
      undetermined,
      measure,
    );
  }
  const part = numberIn(row, partColumn(id));
  const whole = numberIn(row, wholeColumn(id));
  return ratioFigure({ part, whole }, undetermined, expression, measure);
}

/** The figure of a measure where there is no row at all. */
export function emptyFigure(measure: Measure): Figure {
  if (measure.whenEmpty === 0) return amountFigure(0, 0, measure);
  return missing(measure.whenEmpty);
}

const total = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

/**
 * The figure of a whole from the figures of its parts, which must not overlap: amounts are added, ratios are
 * divided only after adding. Parts that lack the value are left out; missing for all is missing.
 */
export function rollUp(id: MeasureId, parts: readonly Figure[]): Figure {
  const measure = measureOf(id);
  const [first] = parts;
  if (first === undefined) return emptyFigure(measure);
  if (parts.every(({ reason }) => reason === 'not_imported')) return missing('not_imported');
  const undetermined = parts.reduce((sum, part) => sum + part.undetermined, 0);
  const { expression } = measure;
  return isRatio(expression)
    ? ratioFigure(
        { part: total(parts.map(({ part }) => part)), whole: total(parts.map(({ whole }) => whole)) },
        undetermined,
        expression,
        measure,
      )
    : amountFigure(
        amountOf(total(parts.map(({ value }) => value)), undetermined, expression),
        undetermined,
        measure,
      );
}
