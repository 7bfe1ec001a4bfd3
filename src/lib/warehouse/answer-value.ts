/** A value of an answer that has no exact form in an AnswerRow. */
export class AnswerValueError extends Error {
  constructor(
    readonly column: string,
    expected: string,
    found: string,
  ) {
    super(`column ${column}: expected ${expected}, found ${found}`);
    this.name = 'AnswerValueError';
  }
}

const dayMs = 86_400_000;

/** BIGINT and HUGEINT as a number; throws rather than round, since money must stay exact. */
export function safeInteger(value: bigint, column: string): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new AnswerValueError(column, 'an integer up to 2^53', String(value));
}

/** Division by zero gives infinity or NaN in DuckDB: as an answer both mean “no value”. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** ISO text of a day counted from 1970-01-01. */
export const isoDay = (days: number): string => new Date(days * dayMs).toISOString().slice(0, 10);

/** ISO text of a plain timestamp (no zone) given in milliseconds: `2023-05-01T08:30:00.000`. */
export const isoMoment = (ms: number): string => new Date(ms).toISOString().slice(0, 23);

/** The refusal of types that no page asks for: lists, structs, intervals, blobs. */
export const unsupported = (column: string, type: string): AnswerValueError =>
  new AnswerValueError(column, 'text, number, date or boolean (cast it in SQL)', type);
