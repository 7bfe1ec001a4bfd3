import type { MoneyUnit } from '$lib/domain/money';
import type { InputFact, InputOption, InputTable } from '$lib/policy/inputs/input-table';
import { cellText, isErrorCell, type CellValue } from '../read/cells';
import { readAmount, unitOf } from '../values/amount';
import { readDate } from '../values/date';
import { fault, missing, read, type Reading } from '../values/reading';
import { comparisonKey, halfWidth, isMissing, readText } from '../values/text';
import { readNumber, type IndicatorValue } from './indicator-value';
import type { InputRow } from './read-input-row';

const numbering = /^[(（]?(\d{1,2})[)）]?\s*[.、．:：]?\s*(?=\D)/;

/** Without units and remarks in brackets. */
const bare = (text: string): string => comparisonKey(text.replace(/[（(][^（()）]*[)）]/g, ''));

const indexes = new WeakMap<readonly InputFact[], Map<string, InputFact>>();

function indexOf(facts: readonly InputFact[]): Map<string, InputFact> {
  const known = indexes.get(facts);
  if (known) return known;
  const index = new Map<string, InputFact>();
  // The whole words of one fact count more than the bare words of another.
  for (const key of [comparisonKey, bare])
    for (const fact of facts)
      for (const word of fact.words) if (!index.has(key(word))) index.set(key(word), fact);
  indexes.set(facts, index);
  return index;
}

/** The fact that a text names: by its words, with or without unit and numbering, else by its printed number. */
export function factNamed(facts: readonly InputFact[], text: string): InputFact | null {
  const index = indexOf(facts);
  const plain = text.trim().replace(numbering, '');
  const found = [comparisonKey(text), bare(text), comparisonKey(plain), bare(plain)].flatMap(
    (key) => index.get(key) ?? [],
  )[0];
  const number = numbering.exec(halfWidth(text).trim())?.[1];
  return found ?? (number === undefined ? undefined : index.get(number)) ?? null;
}

const optionIn = (options: readonly InputOption[], value: CellValue): InputOption | undefined => {
  const text = typeof value === 'boolean' ? (value ? '是' : '否') : cellText(value);
  const key = comparisonKey(text);
  // Of the signs √ and × nothing is left in the key.
  return options.find(({ words }) =>
    words.some((word) => word === text.trim() || (key !== '' && comparisonKey(word) === key)),
  );
};

function readOption(options: readonly InputOption[], value: CellValue): Reading<IndicatorValue> {
  const option = optionIn(options, value);
  return option ? read({ number: null, text: option.id }) : fault('choice_unknown');
}

function readFigure(value: CellValue, fact: InputFact): Reading<IndicatorValue> {
  const unit = fact.type === 'percent' ? '%' : (fact.unit ?? '');
  const reading = readNumber(value, unit);
  if (reading.kind !== 'value') return reading;
  const { number } = reading.value;
  const whole = fact.type !== 'count' || Number.isInteger(number);
  return number === null || number < 0 || !whole ? fault('number_not_read') : reading;
}

const worded = (reading: Reading<string>): Reading<IndicatorValue> =>
  reading.kind === 'value' ? read({ number: null, text: reading.value }, reading.change) : reading;

/**
 * What a cell says of a fact: numbers in the fact's unit, money in 分, `yes` or `no`, an option's id, or words.
 * Faults: `error_cell`, `choice_unknown`, `number_not_read`, and those of amounts and dates.
 */
export function readFactValue(
  value: CellValue,
  fact: InputFact,
  { answers }: Pick<InputTable, 'answers'>,
  unit: MoneyUnit,
): Reading<IndicatorValue> {
  // 无 is what people write where they have none of it.
  const asked = fact.type === 'yes_no' || fact.type === 'document';
  if (asked && !isErrorCell(value) && optionIn(answers, value)) return readOption(answers, value);
  if (isMissing(value)) return missing;
  if (isErrorCell(value)) return fault('error_cell');
  if (asked) return readOption(answers, value);
  if (fact.type === 'option') return readOption(fact.options, value);
  if (fact.type === 'text') return worded(readText(value));
  if (fact.type === 'date') return worded(readDate(value, 'start'));
  if (fact.type !== 'money') return readFigure(value, fact);
  const amount = readAmount(value, unit);
  return amount.kind === 'value' ? read({ number: amount.value, text: null }, amount.change) : amount;
}

function expectedOf(fact: InputFact, { answers }: Pick<InputTable, 'answers'>): string {
  const options = fact.type === 'option' ? fact.options : answers;
  if (fact.type === 'yes_no' || fact.type === 'document' || fact.type === 'option')
    return options.map(({ words }) => words[0]).join('、');
  if (fact.type === 'money') return '数字（万元）';
  return fact.unit === null ? '数字' : `数字（${fact.unit}）`;
}

/** The unit that the row names for its value, or the fact's own; null with a finding where they do not agree. */
function unitFor(row: InputRow, fact: InputFact, headed: MoneyUnit | null): MoneyUnit | null {
  const said = row.texts.get('unit');
  const own = headed ?? 'wanYuan';
  if (said === undefined) return own;
  const printed = fact.type === 'percent' ? '%' : fact.unit;
  if (fact.type === 'money') {
    const named = unitOf(halfWidth(said).trim());
    if (named) return named;
  } else if (printed === null || halfWidth(said).trim() === halfWidth(printed)) return own;
  row.report('unit_differs', 'unit', { expected: fact.type === 'money' ? '万元' : printed });
  return null;
}

/** Reads the value of a fact from a cell of the row; null with a finding at that column, or for an empty one. */
export function factValue(
  row: InputRow,
  fact: InputFact,
  table: Pick<InputTable, 'answers'>,
  at: { field: string; unit?: MoneyUnit | null; required?: boolean },
): IndicatorValue | null {
  const unit = unitFor(row, fact, at.unit ?? null);
  if (!unit) return null;
  const value = row.cells.get(at.field) ?? null;
  const reading = readFactValue(value, fact, table, unit);
  if (reading.kind === 'missing') {
    const silent = at.required !== true || row.faulty;
    if (!silent) row.report('cell_missing', at.field, { expected: expectedOf(fact, table) });
    return null;
  }
  if (reading.kind === 'fault') {
    row.report(reading.code, at.field, { found: value, expected: expectedOf(fact, table) });
    return null;
  }
  const { number, text } = reading.value;
  if (reading.change) row.report(reading.change, at.field, { found: value, fix: text ?? String(number) });
  return reading.value;
}
