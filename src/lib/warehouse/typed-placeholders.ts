import type { SqlValue } from './engine';

/** Quoted text, quoted names, comments and dollar quotes are passed over whole; a bare `?` is a placeholder. */
const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|\?/g;

const typed = (value: SqlValue | undefined): string =>
  Number.isSafeInteger(value) ? 'CAST(? AS BIGINT)' : '?';

/**
 * SQL whose whole-number placeholders say that they are BIGINT. DuckDB-Wasm takes parameters as JSON and makes a
 * DOUBLE of every number: then `amount_fen > ?` compares as floating point, row by row, and `range(?)` is refused,
 * where the engine in Node takes both as integers.
 */
export function typedPlaceholders(sql: string, params: readonly SqlValue[]): string {
  let index = 0;
  return sql.replace(token, (found) => (found === '?' ? typed(params[index++]) : found));
}
