import { isIsoDate } from '../../domain/calendar.ts';
import { fenFromDecimal, MoneyFormatError, type MoneyUnit } from '../../domain/money.ts';
import type { Category } from '../rulebook.ts';
import { variantFact, type ConditionBook, type Fact, type FactValue, type FactValues } from './condition.ts';

/** Something given as a fact that is none. */
export interface FactProblem {
  fact: string;
  kind:
    | 'unknown_fact'
    | 'unknown_type'
    | 'not_an_amount'
    | 'not_a_number'
    | 'not_a_day'
    | 'not_yes_or_no'
    | 'unknown_option';
  found: string;
  /** What would do: ids of options or types; empty where the kind says it. */
  expected: string[];
}

export interface GivenFacts {
  facts: FactValues;
  problems: FactProblem[];
}

type Parsed = { value: FactValue } | { problem: FactProblem['kind'] };

const unitNames: [string, MoneyUnit][] = [
  ['亿元', 'yiYuan'],
  ['万元', 'wanYuan'],
  ['元', 'yuan'],
];

/** A bare number is 万元, as the official forms print amounts; a text may name 元, 万元 or 亿元. */
function parseMoney(given: unknown): Parsed {
  if (typeof given !== 'number' && typeof given !== 'string') return { problem: 'not_an_amount' };
  const text = String(given).replace(/[\s,，]/g, '');
  const [name = '', unit = 'wanYuan' as const] = unitNames.find(([ending]) => text.endsWith(ending)) ?? [];
  try {
    const value = fenFromDecimal(text.slice(0, text.length - name.length), unit);
    return value < 0 ? { problem: 'not_an_amount' } : { value };
  } catch (cause) {
    if (cause instanceof MoneyFormatError) return { problem: 'not_an_amount' };
    throw cause;
  }
}

/** A growth rate may be negative; counts and years may not. */
function parseNumber(given: unknown, type: Fact['type']): Parsed {
  const text = typeof given === 'string' ? given.replace(/[%％\s]/g, '') : '';
  const value = text === '' ? given : Number(text);
  if (typeof value !== 'number' || !Number.isFinite(value)) return { problem: 'not_a_number' };
  const fits = type === 'count' ? Number.isInteger(value) && value >= 0 : type !== 'years' || value >= 0;
  return fits ? { value } : { problem: 'not_a_number' };
}

function parseYesNo(given: unknown): Parsed {
  if (typeof given === 'boolean') return { value: given };
  if (given === '是' || given === 'yes') return { value: true };
  if (given === '否' || given === 'no') return { value: false };
  return { problem: 'not_yes_or_no' };
}

function parse(fact: Fact, given: unknown): Parsed {
  switch (fact.type) {
    case 'money':
      return parseMoney(given);
    case 'count':
    case 'number':
    case 'percent':
    case 'years':
      return parseNumber(given, fact.type);
    case 'date':
      return typeof given === 'string' && isIsoDate(given) ? { value: given } : { problem: 'not_a_day' };
    case 'yes_no':
    case 'document':
      return parseYesNo(given);
    case 'option': {
      const found = fact.options.find((option) =>
        [option.id, option.name.zh, option.name.en].includes(String(given)),
      );
      return found ? { value: found.id } : { problem: 'unknown_option' };
    }
  }
}

const blank = (given: unknown) => given === null || given === undefined || given === '';

/**
 * Facts as people give them (a JSON file, a form): money as a number of 万元 or a text with its unit, percent as
 * printed, dates as YYYY-MM-DD, yes and no, options by id or name. Empty is unknown. Problems are collected, and
 * a fact with a problem is left out.
 */
export function givenFacts(
  given: Readonly<Record<string, unknown>>,
  book: ConditionBook,
  category: Category,
): GivenFacts {
  const known = new Map(book.facts.map((fact) => [fact.id, fact]));
  const facts: Record<string, FactValue> = {};
  const problems: FactProblem[] = [];
  const report = (fact: string, kind: FactProblem['kind'], expected: string[]) =>
    problems.push({ fact, kind, found: String(given[fact]), expected });
  for (const [id, value] of Object.entries(given)) {
    if (id === variantFact) {
      const types = category.variants.map((variant) => variant.id);
      if (blank(value) || types.includes(String(value))) facts[id] = blank(value) ? null : String(value);
      else report(id, 'unknown_type', types);
      continue;
    }
    const fact = known.get(id);
    if (!fact) {
      report(id, 'unknown_fact', []);
      continue;
    }
    const parsed: Parsed = blank(value) ? { value: null } : parse(fact, value);
    if ('value' in parsed) facts[id] = parsed.value;
    else
      report(
        id,
        parsed.problem,
        fact.options.map((option) => option.id),
      );
  }
  return { facts, problems };
}
