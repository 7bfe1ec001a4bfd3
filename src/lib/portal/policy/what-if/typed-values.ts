import { fenFromDecimal, MoneyFormatError } from '$lib/domain/money';
import { refusalOf } from '$lib/policy/what-if/apply-draft';
import type { DraftField, FieldValue, RefusalReason } from '$lib/policy/what-if/draft';
import { innerValue, printedValue } from '$lib/policy/what-if/field-units';

/** What is wrong with what stands in a field. */
export type TypingProblem = RefusalReason | 'empty';

export type ReadValue = { value: FieldValue; problem: null } | { value: null; problem: TypingProblem };

const wrong = (problem: TypingProblem): ReadValue => ({ value: null, problem });

/** Full-width figures count, and so do commas between thousands. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(\d)[,\s](?=\d{3})/g, '$1')
    .trim();

const decimal = /^\d+(?:\.\d+)?$/;

function inner(field: DraftField, text: string): ReadValue {
  if (field.unit.kind === 'day') return { value: text, problem: null };
  if (!decimal.test(text)) return wrong('wrong_kind');
  if (field.unit.kind !== 'money') {
    const value = innerValue(field.unit, Number(text));
    return value === null ? wrong('too_fine') : { value, problem: null };
  }
  try {
    return { value: fenFromDecimal(text, field.unit.printedIn), problem: null };
  } catch (cause) {
    if (!(cause instanceof MoneyFormatError)) throw cause;
    return wrong(cause.reason === 'too_large' ? 'out_of_range' : 'too_fine');
  }
}

/** The value that a reader typed into a field, in its inner unit, or why it cannot be one. */
export function readValue(field: DraftField, typed: string): ReadValue {
  const text = tidy(typed);
  if (text === '') return wrong('empty');
  const read = inner(field, text);
  if (read.value === null) return read;
  const problem = refusalOf(field, read.value);
  return problem === null ? read : wrong(problem);
}

/** A value as it stands in its field: in the printed unit, without commas. */
export function typedText({ unit }: DraftField, value: FieldValue): string {
  const printed = printedValue(unit, value);
  if (typeof printed === 'string') return printed;
  return printed.toLocaleString('en-US', { maximumFractionDigits: 10, useGrouping: false });
}
