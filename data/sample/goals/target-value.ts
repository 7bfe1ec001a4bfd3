import type { ValueCell } from '$lib/policy/forms/look-up';
import type { IndicatorValue } from '$lib/policy/scoring/indicator-share';
import type { Random } from '../random';
import { fenOfWan } from '../wan';

/** What a value of an indicator looks like: least, most, and the decimals that a report carries. */
interface Range {
  from: number;
  to: number;
  places: 0 | 1 | 2;
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));

/** Values by unit; an invented project needs a number of the right size, not a true one. */
function rangeOf(unit: string, kind: string): Range {
  if (kind === 'percent') return { from: 12, to: 96, places: 1 };
  if (kind === 'points') return { from: 3, to: 20, places: 1 };
  if (kind === 'ratio') return { from: 0.4, to: 6, places: 2 };
  if (/[人户次]/.test(unit)) return { from: 40, to: 900, places: 0 };
  if (/吨|千瓦|立方|平方/.test(unit)) return { from: 200, to: 9000, places: 0 };
  return kind === 'quantity' ? { from: 5, to: 400, places: 1 } : { from: 2, to: 40, places: 0 };
}

/** Decimals of a cell's numbers. */
export function placesOf({ indicator, partId, measure }: ValueCell): number {
  const unit = (partId === null ? indicator.readAs : null) ?? measure.unit;
  return unit ? rangeOf(unit.name.zh, unit.kind).places : 0;
}

const goalWords = ['按期完成建设内容', '形成可推广的经验', '带动上下游协同改造', '建成并稳定运行'];

/** The bound that the form itself prints (不少于5种), kept by most projects. */
function withinBound(value: number, { bound }: ValueCell['measure'], keeps: boolean): number {
  if (!bound) return value;
  const { comparison, value: edge } = bound.value;
  const isLeast = comparison === 'at_least' || comparison === 'more_than';
  const kept = isLeast ? Math.max(value, edge + 1) : Math.min(value, edge);
  return keeps ? kept : Math.max(0, isLeast ? edge - 1 : edge + 1);
}

/** An invented target for a cell: a number in its unit (money in 分), words, or the best of its options. */
export function targetValue(random: Random, cell: ValueCell, keepsMinimum: boolean): IndicatorValue {
  const { indicator, partId, measure } = cell;
  if (measure.kind === 'options') return { number: null, text: indicator.options[0]?.id ?? null };
  if (measure.kind === 'qualitative') return { number: null, text: random.pick(goalWords) };
  const unit = (partId === null ? indicator.readAs : null) ?? measure.unit;
  if (unit?.money) {
    const amount = fenOfWan(10 * random.whole(20, 2400));
    return { number: withinBound(amount, measure, true), text: null };
  }
  const { from, to, places } = rangeOf(unit?.name.zh ?? '', unit?.kind ?? 'count');
  const value = withinBound(random.between(from, to), measure, keepsMinimum);
  return { number: rounded(value, places), text: null };
}
