import type { Bound } from '$lib/policy/conditions/condition';
import type { Unit } from '$lib/policy/forms/form';
import { labelOf } from '$lib/briefing/wording';
import { exactMoney, plainNumber, withUnit } from './amount-words';
import { signs } from './test-words';

/** A least or most value that a form prints in a row: “≥ 5 种”. */
export function boundWords({ comparison, value }: Bound, unit: Unit | null): string {
  const figure = unit?.money
    ? exactMoney(value)
    : withUnit(plainNumber(value), unit ? labelOf(unit.name) : '');
  return `${signs[comparison]}\u00A0${figure}`;
}
