import {
  labelOf,
  wordColumnMoney,
  wordCount,
  wordFigure,
  wordPercent,
  type WordedFigure,
} from '$lib/briefing/wording';
import type { MoneyUnit } from '$lib/domain/money';
import type { Figure } from '$lib/metrics/figure';
import type { Filters } from '$lib/metrics/filters';
import { measureOf, type MeasureId } from '$lib/metrics/measures';
import type { Pace } from '$lib/metrics/pace';
import { m } from '$lib/i18n/paraglide/messages';
import type { CellValue } from '$lib/ui/table-columns';
import { portal } from './portal.svelte';

/** A figure for a table cell or key row that opens on press: definition, statement, rows, clause. */
export const openValue = (
  worded: WordedFigure,
  measureId: MeasureId,
  scope: Partial<Filters> = {},
): CellValue => ({
  ...worded,
  label: labelOf(measureOf(measureId).label),
  onclick: () => portal.openFigure({ measureId, scope }),
});

/** A measure's figure as a table sets it: money in the column's one unit, ratios whole, counts plain. */
export function cellOf(
  measureId: MeasureId,
  figure: Figure,
  scope: Partial<Filters> = {},
  unit: MoneyUnit = 'wanYuan',
): CellValue {
  const measure = measureOf(measureId);
  const { value, reason } = figure;
  if (measure.unit === 'fen') return openValue(wordColumnMoney(value, unit, reason), measureId, scope);
  if (measure.unit === 'count') return openValue(wordCount(value, reason), measureId, scope);
  if (measure.format.kind === 'percent') return openValue(wordPercent(value, 0, reason), measureId, scope);
  return openValue(wordFigure(measure, figure), measureId, scope);
}

/** Money behind time: “无” where nothing is behind, “—” where it cannot be told. */
export function behindValue(
  line: { pace: Pace; figures: { execution_rate: Figure } },
  scope: Partial<Filters>,
  unit: MoneyUnit = 'wanYuan',
): CellValue {
  const { behind } = line.pace;
  if (behind === 0) return { figure: null, absent: m.word_none(), reason: m.word_none_behind() };
  return openValue(
    wordColumnMoney(behind, unit, line.figures.execution_rate.reason),
    'execution_rate',
    scope,
  );
}
