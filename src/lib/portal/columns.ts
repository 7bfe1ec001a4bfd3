import { labelOf, unitName } from '$lib/briefing/wording';
import { measureOf, type MeasureId } from '$lib/metrics/measures';
import type { MoneyUnit } from '$lib/domain/money';

/** The name of a measure as a column head or a label. */
export const measureLabel = (id: MeasureId): string => labelOf(measureOf(id).label);

/** The name with the unit that a whole column keeps. */
export const moneyHead = (id: MeasureId, unit: MoneyUnit): string =>
  `${measureLabel(id)} (${unitName(unit)})`;

/** 口径 of several measures, one line each. */
export const definitionsOf = (ids: readonly MeasureId[]): { name: string; text: string; source: string }[] =>
  ids.map((id) => {
    const { label, definition, source } = measureOf(id);
    return { name: labelOf(label), text: labelOf(definition), source: labelOf(source) };
  });
