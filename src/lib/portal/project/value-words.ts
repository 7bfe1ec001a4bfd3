import { labelOf, wordColumnMoney } from '$lib/briefing/wording';
import type { Label } from '$lib/domain/label';
import { showNumber } from '$lib/domain/ratio';
import type { RecordedValue, TargetLine } from './target-lines';

const mostPlaces = 4;

/** Decimals that the number itself has. */
const placesOf = (value: number): number => {
  const [, decimals = ''] = String(Number(value.toFixed(mostPlaces))).split('.');
  return decimals.length;
};

/** A target or an actual value as it is read; the unit stands beside its row. */
export function valueWords(
  { unit, options }: Pick<TargetLine, 'unit' | 'options'>,
  { number, text }: RecordedValue,
): string {
  if (number !== null) {
    return unit?.money
      ? (wordColumnMoney(number, unit.money).figure ?? '—')
      : showNumber(number, placesOf(number));
  }
  const option = options.find(({ id }) => id === text);
  return option ? labelOf(option.name) : (text ?? '—');
}

export const unitWords = ({ unit, ownUnit }: Pick<TargetLine, 'unit' | 'ownUnit'>): string =>
  unit ? labelOf(unit.name) : (ownUnit ?? '');

export const nameWords = ({ name }: { name: string | Label }): string =>
  typeof name === 'string' ? name : labelOf(name);
