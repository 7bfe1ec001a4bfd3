import { inUnit } from '$lib/domain/money';
import type { LabelledCell } from '$lib/policy/forms/cell-labels';
import { unitOfCell, type IndicatorValue } from '../inputs/indicator-value';
import type { TemplateValue } from './template';

/** A number in percent; up to 1 it takes its sign, because a cell in percent format would hold it too. */
export const shownPercent = (value: number): TemplateValue => (value > 0 && value <= 1 ? `${value}%` : value);

/**
 * A target or an actual as a person would type it: money in the printed unit, options in words, small percentages
 * with their sign.
 * @param cell null for an indicator of the project's own
 * @param ownUnit unit of an own indicator
 */
export function shownValue(
  cell: LabelledCell | null,
  value: IndicatorValue | undefined,
  ownUnit: string | null = null,
): TemplateValue {
  if (!value) return null;
  if (value.number === null) {
    const option = cell?.indicator.options.find(({ id }) => id === value.text);
    return option?.name.zh ?? value.text;
  }
  const unit = cell ? unitOfCell(cell) : null;
  if (unit?.money) return inUnit(value.number, unit.money);
  return (unit?.name.zh ?? ownUnit) === '%' ? shownPercent(value.number) : value.number;
}
