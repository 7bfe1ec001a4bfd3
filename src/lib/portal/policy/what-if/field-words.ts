import { labelOf, unitName } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { DraftField, FieldUnit, FieldValue } from '$lib/policy/what-if/draft';
import { printedValue } from '$lib/policy/what-if/field-units';
import { exactMoney, plainNumber, withUnit } from '../words/amount-words';
import { signs } from '../words/test-words';
import type { FieldGroup } from './draft-fields-of';
import type { TypingProblem } from './typed-values';

export const groupNames: Record<FieldGroup, () => string> = {
  rates: m.what_if_group_rates,
  caps: m.what_if_group_caps,
  payments: m.what_if_group_payments,
  quotas: m.what_if_group_quotas,
  thresholds: m.what_if_group_thresholds,
  days: m.what_if_group_days,
};

/** The unit in which the guide prints a value; empty where it needs none. */
export function unitWords(unit: FieldUnit): string {
  switch (unit.kind) {
    case 'money':
      return unitName(unit.printedIn);
    case 'time':
      return unit.printedIn === 'year' ? m.policy_unit_years() : m.what_if_unit_months();
    case 'percent':
      return '%';
    case 'projects':
      return m.unit_projects();
    case 'plain':
      return unit.name ? labelOf(unit.name) : '';
    case 'day':
      return '';
  }
}

/** The number alone, in the printed unit: “4,000”. */
export function valueFigure({ unit }: Pick<DraftField, 'unit'>, value: FieldValue): string {
  const printed = printedValue(unit, value);
  return typeof printed === 'string' ? printed : plainNumber(printed);
}

/** “4,000 万元”, “10 %”: in the unit in which the field is typed. */
const typedWords = (field: Pick<DraftField, 'unit'>, value: FieldValue): string =>
  withUnit(valueFigure(field, value), unitWords(field.unit));

/** English counts in millions, but the fields keep the printed unit. */
const countsOtherwise = ({ unit }: Pick<DraftField, 'unit'>): boolean =>
  unit.kind === 'money' && getLocale() !== 'zh';

/** “4,000 万元”, “10 %”, “2022-06-30”, “40 m CNY”. */
export const valueWords = (field: Pick<DraftField, 'unit'>, value: FieldValue): string =>
  countsOtherwise(field) && typeof value === 'number' ? exactMoney(value) : typedWords(field, value);

/** The guide's value beside the field in which another is typed: in the same unit. */
export const besideField = (field: DraftField): string =>
  countsOtherwise(field) ? valueFigure(field, field.value) : typedWords(field, field.value);

/** What a threshold or day asks for, before its value: ≥, or 不早于. */
export function boundWords({ bound, unit, ref }: DraftField): string {
  if (bound === null) return '';
  if (unit.kind !== 'day') return signs[bound];
  const isStart = ref.kind === 'day' && ref.edge === 'from';
  const isIncluded = bound === 'at_least' || bound === 'at_most';
  if (isStart) return isIncluded ? m.what_if_not_before() : m.what_if_after();
  return isIncluded ? m.what_if_not_after() : m.what_if_before();
}

/** A value's short name beside the item's: the one rate and the one cap of an item need no more. */
export function shortName(field: DraftField, ofItem: readonly DraftField[]): string {
  const { ref } = field;
  const isOnly = ofItem.filter((other) => other.ref.kind === ref.kind).length === 1;
  if (isOnly && ref.kind === 'rate') return m.what_if_short_rate();
  if (isOnly && ref.kind === 'cap') return m.what_if_short_cap();
  if (ref.kind === 'quota') return m.what_if_short_quota();
  return labelOf(field.name);
}

/** “上限 4,000→3,000 万元”; a condition's name says what its value was. */
export function changeWords(name: string, field: DraftField, value: FieldValue): string {
  if (field.ref.kind === 'threshold' || field.ref.kind === 'day')
    return m.what_if_threshold_to({ name, value: valueWords(field, value) });
  const [before, after] = countsOtherwise(field)
    ? [valueWords(field, field.value), valueWords(field, value)]
    : [valueFigure(field, field.value), typedWords(field, value)];
  return m.what_if_from_to({ name, before, after });
}

/** Why what stands in a field cannot be used, and what could. */
export function problemWords(field: DraftField, problem: TypingProblem, text: string): string {
  const { limits } = field;
  switch (problem) {
    case 'empty':
      return m.what_if_problem_empty();
    case 'out_of_range':
      return limits
        ? m.what_if_problem_range({
            found: text,
            least: valueFigure(field, limits.least),
            most: typedWords(field, limits.most),
          })
        : m.what_if_problem_day({ found: text });
    case 'too_fine':
      return limits
        ? m.what_if_problem_fine({ found: text, step: typedWords(field, limits.step) })
        : m.what_if_problem_day({ found: text });
    case 'nothing_fits':
      return m.what_if_problem_nothing_fits();
    default:
      return field.unit.kind === 'day'
        ? m.what_if_problem_day({ found: text })
        : m.what_if_problem_number({ found: text });
  }
}
