import { comparisonKey } from '../values/text';

/** One thing with all the words that name it. */
export interface Named<T> {
  thing: T;
  words: readonly string[];
}

/** How surely a text means a thing. */
export interface ClosestWords<T> {
  thing: T;
  /** One slip of the pen, or the name with words around it, and nothing else that comes near. */
  sure: boolean;
}

/** Shorter names differ by one sign and mean something else. */
const shortestForSlip = 5;
/** How many signs further away everything else must be. */
const clearlyFurther = 3;
/** Share of the signs that may differ where the guess is only offered. */
const offeredShare = 0.4;

/** Signs to change, add or leave out; two neighbours that changed places count once. */
export function slips(one: string, other: string): number {
  const [signs, against] = [[...one], [...other]];
  const table = [Array.from({ length: against.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= signs.length; row += 1) {
    const line = [row];
    table.push(line);
    for (let column = 1; column <= against.length; column += 1) {
      const same = signs[row - 1] === against[column - 1];
      const swapped = signs[row - 1] === against[column - 2] && signs[row - 2] === against[column - 1];
      const ways = [
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
      ];
      if (swapped && row > 1 && column > 1) ways.push(at(row - 2, column - 2) + 1);
      line.push(Math.min(...ways));
    }
  }
  return at(signs.length, against.length);
}

/** The longest of its names that the text holds. */
const heldIn = (text: string, names: readonly string[]): number =>
  Math.max(
    0,
    ...names.filter((name) => name.length >= shortestForSlip && text.includes(name)).map((n) => n.length),
  );

/** The thing that a text most likely means; null where two are as likely, or none comes near. */
export function closestWords<T>(text: string, choices: readonly Named<T>[]): ClosestWords<T> | null {
  const wanted = comparisonKey(text);
  const judged = choices.map(({ thing, words }) => {
    const keys = words.map(comparisonKey).filter((key) => key !== '');
    const near = Math.min(...keys.map((key) => slips(wanted, key)), Number.MAX_SAFE_INTEGER);
    return { thing, near, held: heldIn(wanted, keys) };
  });
  const holding = judged.filter(({ held }) => held > 0);
  const [held] = holding;
  if (held && holding.length === 1) return { thing: held.thing, sure: true };
  const [best, second] = judged.toSorted((a, b) => a.near - b.near);
  if (!best || best.near > wanted.length * offeredShare) return null;
  const gap = (second?.near ?? Number.MAX_SAFE_INTEGER) - best.near;
  if (gap === 0) return null;
  const sure = best.near <= 1 && gap >= clearlyFurther && wanted.length >= shortestForSlip;
  return { thing: best.thing, sure };
}
