import { spoken, wordFigure } from '$lib/briefing/wording';
import type { RankingInput } from '$lib/charts/ranking-bars/options';
import { m } from '$lib/i18n/paraglide/messages';
import type { Figure } from '$lib/metrics/figure';
import { measureOf, type MeasureId } from '$lib/metrics/measures';
import type { CompareView } from '$lib/metrics/views/compare';

const figureOf = (value: number): Figure => ({
  value,
  reason: null,
  undetermined: 0,
  part: null,
  whole: null,
});

/** A value of a measure as a chart prints it: figure and unit held together by a thin space. */
export const chartFormat = (measureId: MeasureId) => {
  const measure = measureOf(measureId);
  return (value: number): string => spoken(wordFigure(measure, figureOf(value))).replace('\u00A0', '\u2009');
};

/** Ranked places or clusters as bars; ratios carry the line of the whole province. */
export function rankingInput<T extends { figure: Figure }>(
  view: CompareView,
  lines: readonly T[],
  name: (line: T) => { id: string; label: string },
): RankingInput {
  const measure = measureOf(view.measureId);
  const whole = measure.aggregation === 'ratio_of_sums' ? view.total.value : null;
  return {
    rows: lines.map((line) => {
      const { figure, reason } = wordFigure(measure, line.figure);
      return { ...name(line), value: line.figure.value, ...(figure === null && reason ? { reason } : {}) };
    }),
    format: chartFormat(view.measureId),
    mean: whole === null ? null : { label: m.word_province(), value: whole },
  };
}
