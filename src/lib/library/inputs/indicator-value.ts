import type { Unit } from '$lib/policy/forms/form';
import type { ValueCell } from '$lib/policy/forms/look-up';
import { cellText, isErrorCell, type CellValue } from '../read/cells';
import { readAmount } from '../values/amount';
import { fault, missing, read, type Reading } from '../values/reading';
import { comparisonKey, halfWidth, isMissing, readText } from '../values/text';

/** The value of an indicator: a number (in its unit, money in 分), or words, or an option's id. */
export interface IndicatorValue {
  number: number | null;
  text: string | null;
}

const numberValue = (number: number): IndicatorValue => ({ number, text: null });
const textValue = (text: string): IndicatorValue => ({ number: null, text });

/** The unit in which a cell's numbers are read. */
export const unitOfCell = ({ indicator, partId, measure }: ValueCell): Unit | null =>
  (partId === null ? indicator.readAs : null) ?? measure.unit;

const plainNumber = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** A plain number, with or without its unit. Fault: `number_not_read`. */
export function readNumber(value: CellValue, unit: string): Reading<IndicatorValue> {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return fault('number_not_read');
    // A cell in percent format holds 0.985 where a person sees 98.5%; 0.985 % cannot be told from it.
    const small = unit === '%' && value > 0 && value <= 1;
    return read(numberValue(Number(value.toPrecision(15))), small ? 'percent_small' : null);
  }
  if (typeof value !== 'string') return fault('number_not_read');
  const half = halfWidth(value).replace(/\s/g, '');
  const bare = unit !== '' && half.endsWith(halfWidth(unit)) ? half.slice(0, -halfWidth(unit).length) : half;
  if (!plainNumber.test(bare)) return fault('number_not_read');
  return read(numberValue(Number(bare.replaceAll(',', ''))));
}

function readOption(value: CellValue, cell: ValueCell): Reading<IndicatorValue> {
  const key = comparisonKey(cellText(value));
  const option = cell.indicator.options.find(
    ({ id, name }) => id === cellText(value) || comparisonKey(name.zh) === key,
  );
  return option ? read(textValue(option.id)) : fault('choice_unknown');
}

/**
 * A target or an actual value as its indicator asks for it.
 * Faults: `error_cell`, `number_not_read`, `choice_unknown`, and those of amounts.
 */
export function readIndicatorValue(value: CellValue, cell: ValueCell): Reading<IndicatorValue> {
  if (isMissing(value)) return missing;
  if (isErrorCell(value)) return fault('error_cell');
  if (cell.measure.kind === 'options') return readOption(value, cell);
  if (cell.measure.kind === 'qualitative') return readWords(value);
  const unit = unitOfCell(cell);
  if (unit?.money) {
    const amount = readAmount(value, unit.money);
    return amount.kind === 'value' ? read(numberValue(amount.value), amount.change) : amount;
  }
  return readNumber(value, unit?.name.zh ?? '');
}

function readWords(value: CellValue): Reading<IndicatorValue> {
  if (typeof value === 'boolean') return read(textValue(value ? '是' : '否'));
  const text = readText(value);
  return text.kind === 'value' ? read(textValue(text.value), text.change) : text;
}

/** A value of an indicator of the project's own: a number where it is one, else words. */
export function readOwnValue(value: CellValue, unit: string): Reading<IndicatorValue> {
  if (isMissing(value)) return missing;
  if (isErrorCell(value)) return fault('error_cell');
  const number = readNumber(value, unit);
  return number.kind === 'value' ? number : readWords(value);
}

/** What a finding says that a cell should hold. */
export function expectedValue(cell: ValueCell): string {
  const { kind } = cell.measure;
  if (kind === 'options') return cell.indicator.options.map(({ name }) => name.zh).join('、');
  const unit = unitOfCell(cell)?.name.zh;
  return unit === undefined ? '数字' : `数字（${unit}）`;
}
