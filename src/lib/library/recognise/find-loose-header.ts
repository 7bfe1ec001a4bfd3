import { cellText, isBlank, type CellValue } from '../read/cells';
import { findHeader, type FoundHeader, type HeadedColumn } from './find-header';
import { headerKey } from './header-key';
import { similarMatches } from './match-headers';

type Rows = readonly (readonly CellValue[])[];

/** Headers stand near the top; longer texts are sentences. */
const searchedRows = 40;
const longestHeader = 24;

/** The columns with every text of the sheet's top as an alias that reads like one of them. */
function withLikelyAliases<C extends HeadedColumn>(rows: Rows, columns: readonly C[]): C[] {
  const texts = new Map<string, string>();
  for (const cell of rows.slice(0, searchedRows).flat()) {
    if (typeof cell !== 'string' || isBlank(cell)) continue;
    const text = cellText(cell).trim();
    if (text.length <= longestHeader) texts.set(headerKey(text).key, text);
  }
  const likely = new Map<string, string[]>();
  for (const text of texts.values()) {
    const field = similarMatches(text, columns)[0]?.field;
    if (field !== undefined) likely.set(field, [...(likely.get(field) ?? []), text]);
  }
  return columns.map((column) => ({
    ...column,
    aliases: [...column.aliases, ...(likely.get(column.field) ?? [])],
  }));
}

/**
 * A header of which too few cells are certain, found by what its cells read like. The columns that it answers are
 * guesses: match them again before they are used. Null where nothing like a header stands.
 * @param fewest so many different columns must be recognised or read alike
 */
export function findLooseHeader<C extends HeadedColumn>(
  rows: Rows,
  columns: readonly C[],
  fewest: number,
): FoundHeader<C> | null {
  return findHeader(rows, withLikelyAliases(rows, columns), fewest);
}
