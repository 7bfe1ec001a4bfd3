import { columnsByKey, type HeadedColumn } from './find-header';
import { foreignUnitIn } from './foreign-unit';
import type { HeaderCell } from './header-cells';
import { headerKey } from './header-key';
import { halfWidth } from '../values/text';
import { similarity } from './similar-words';

/** Why a header is taken for a column: the first three are certain, the others are guesses. */
export type MatchBasis = 'exact' | 'alias' | 'normalised' | 'similar' | 'values';

export type Confidence = 'high' | 'medium' | 'low';

export interface ColumnMatch {
  field: string;
  basis: MatchBasis;
  /** From 0 to 1; 1 for a certain match. */
  score: number;
}

/** A header cell with what it was taken for. */
export interface MatchedHeader extends HeaderCell {
  /** Null where nothing fits, or where another cell claims the same column with more right. */
  match: ColumnMatch | null;
  /** What else it might mean, best first. */
  alternatives: ColumnMatch[];
}

/** Fields of cells whose meaning something else than their words has told, by index: a quarter, a fact. */
export type ToldFields = ReadonlyMap<number, string>;

/** Guesses columns from the values below a header cell. */
export type ValueGuess = (index: number) => readonly ColumnMatch[];

/** From here on two headers read alike enough to be offered. */
export const similarFrom = 0.6;
/** From here on a likeness is more than a mere guess. */
export const mediumFrom = 0.8;
const mostAlternatives = 3;

export const isCertain = ({ basis }: ColumnMatch): boolean => basis !== 'similar' && basis !== 'values';

export function confidenceOf(match: ColumnMatch): Confidence {
  if (isCertain(match)) return 'high';
  return match.basis === 'similar' && match.score >= mediumFrom ? 'medium' : 'low';
}

const asPrinted = (text: string): string => halfWidth(text).replace(/\s+/g, '');

/** The column that a header names without doubt, or null. */
export function certainMatch<C extends HeadedColumn>(
  header: string,
  columns: readonly C[],
): ColumnMatch | null {
  const column = columnsByKey(columns).get(headerKey(header).key);
  if (!column) return null;
  const text = asPrinted(header);
  const { field } = column;
  if (asPrinted(column.header) === text) return { field, basis: 'exact', score: 1 };
  const named = column.aliases.some((alias) => asPrinted(alias) === text);
  return { field, basis: named ? 'alias' : 'normalised', score: 1 };
}

/** Columns whose header or an alias reads like the given header, best first. */
export function similarMatches<C extends HeadedColumn>(header: string, columns: readonly C[]): ColumnMatch[] {
  const { key } = headerKey(header);
  const foreign = foreignUnitIn(header) !== null;
  return columns
    .filter(({ kind }) => kind !== 'sequence' && !(foreign && kind === 'money'))
    .map(({ field, header: printed, aliases }): ColumnMatch => {
      const scores = [printed, ...aliases].map((text) => similarity(key, headerKey(text).key));
      return { field, basis: 'similar', score: Math.max(...scores) };
    })
    .filter(({ score }) => score >= similarFrom)
    .sort((one, other) => other.score - one.score);
}

const rank: Record<MatchBasis, number> = { exact: 0, alias: 1, normalised: 2, similar: 3, values: 4 };

/** Gives each column to the cell with the best right to it. */
function assign(candidates: readonly (readonly ColumnMatch[])[]): (ColumnMatch | null)[] {
  const given = candidates.map((): ColumnMatch | null => null);
  const taken = new Set<string>();
  const all = candidates
    .flatMap((matches, position) => matches.map((match) => ({ match, position })))
    .sort(
      (one, other) => rank[one.match.basis] - rank[other.match.basis] || other.match.score - one.match.score,
    );
  for (const { match, position } of all) {
    if (given[position] || taken.has(match.field)) continue;
    given[position] = match;
    taken.add(match.field);
  }
  return given;
}

function certainMatches<C extends HeadedColumn>(
  cells: readonly HeaderCell[],
  columns: readonly C[],
  told: ToldFields,
): (ColumnMatch | null)[] {
  return cells.map(({ header, index }) => {
    const field = told.get(index);
    return field === undefined ? certainMatch(header, columns) : { field, basis: 'exact', score: 1 };
  });
}

/**
 * What each header cell means, with why and what else it might mean. A column is given to one cell only; a cell with
 * a certain meaning gets no other.
 */
export function matchHeaders<C extends HeadedColumn>(
  cells: readonly HeaderCell[],
  columns: readonly C[],
  guess: ValueGuess,
  told: ToldFields = new Map(),
): MatchedHeader[] {
  const certain = certainMatches(cells, columns, told);
  const claimed = new Set(certain.flatMap((match) => match?.field ?? []));
  const guesses = cells.map(({ header, index }, position) => {
    const sure = certain[position];
    if (sure) return [sure];
    const similar = similarMatches(header, columns);
    const named = new Set(similar.map(({ field }) => field));
    return [...similar, ...guess(index).filter(({ field }) => !named.has(field))];
  });
  const open = guesses.map((matches) =>
    matches.filter((match) => isCertain(match) || !claimed.has(match.field)),
  );
  const given = assign(open);
  return cells.map((cell, position) => {
    const match = given[position] ?? null;
    const others = (guesses[position] ?? []).filter(({ field }) => field !== match?.field);
    return { ...cell, match, alternatives: others.slice(0, mostAlternatives) };
  });
}

/** Columns that more than one header names without doubt. */
export function contestedFields<C extends HeadedColumn>(
  cells: readonly HeaderCell[],
  columns: readonly C[],
  told: ToldFields = new Map(),
): Set<string> {
  const fields = certainMatches(cells, columns, told).flatMap((match) => match?.field ?? []);
  return new Set(fields.filter((field, position) => fields.indexOf(field) !== position));
}
