/**
 * The few places where SQL engines differ, and the quoting of everything that comes from files. The rest of this
 * folder writes what DuckDB, ClickHouse and PostgreSQL have in common.
 */

/** Exact whole numbers beyond 64 bits. */
export const wideInteger = 'HUGEINT';

/** Text from a file as a literal. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The name of a column or table. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A whole number. @throws RangeError for a number that is none, or that a double no longer holds exactly. */
export function wholeLiteral(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`no whole number: ${value}`);
  return String(value);
}

/** A number with decimals, as the engine's DOUBLE: the same bits as in TypeScript. */
export function doubleLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`no number: ${value}`);
  return `CAST(${quoteText(String(value))} AS DOUBLE)`;
}

/** Division of whole numbers, cut down; both are not negative. */
export const wholeQuotient = (dividend: string, divisor: number): string =>
  divisor === 1 ? dividend : `(${dividend} // ${wholeLiteral(divisor)})`;

/** The day so many whole months later, or the last day of that month where it has no such day. */
export const monthsLater = (day: string, months: number): string =>
  `CAST(${day} + INTERVAL ${wholeLiteral(months)} MONTH AS DATE)`;

export const dateLiteral = (day: string): string => `CAST(${quoteText(day)} AS DATE)`;

/** None at all is true. */
export const allOf = (tests: readonly string[]): string =>
  tests.length === 0 ? 'TRUE' : `(${tests.join(' AND ')})`;

/** None at all is false. */
export const anyOf = (tests: readonly string[]): string =>
  tests.length === 0 ? 'FALSE' : `(${tests.join(' OR ')})`;

/** The smallest of some expressions that are all known: engines differ on null. */
export const leastOf = (values: readonly string[]): string =>
  values.length === 1 ? String(values[0]) : `LEAST(${values.join(', ')})`;

const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other);

/** A fraction in lowest terms. */
export function reduced(part: number, whole: number): { part: number; whole: number } {
  const divisor = greatestDivisor(part, whole);
  return { part: part / divisor, whole: whole / divisor };
}
