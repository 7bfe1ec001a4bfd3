/** Fewest signs that one header must hold of another for being “contained” to mean something. */
const shortestPart = 3;

/** How many signs must be changed, added or left out to make one text of the other. */
function editDistance(one: readonly string[], other: readonly string[]): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, sign] of one.entries()) {
    const line = [row + 1];
    for (const [column, against] of other.entries()) {
      const changed = (above[column] ?? 0) + (sign === against ? 0 : 1);
      line.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above[other.length] ?? 0;
}

const pairsOf = (signs: readonly string[]): string[] =>
  signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);

/** Share of the pairs of neighbouring signs that both texts have: word order counts little. */
function sharedPairs(one: readonly string[], other: readonly string[]): number {
  const left = pairsOf(other);
  const all = pairsOf(one);
  const total = all.length + left.length;
  if (total === 0) return 0;
  let shared = 0;
  for (const pair of all) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / total;
}

/**
 * How alike two headers read, from 0 to 1 (equal): by signs to change, by pairs of signs they share, or because
 * one holds the other. Give it keys (see headerKey), not texts as printed.
 */
export function similarity(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  const signs = [...one];
  const against = [...other];
  const [short, long] = signs.length < against.length ? [signs, against] : [against, signs];
  const edits = 1 - editDistance(signs, against) / long.length;
  const holds = short.length >= shortestPart && long.join('').includes(short.join(''));
  const held = holds ? 0.5 + short.length / long.length / 2 : 0;
  return Math.max(edits, held, sharedPairs(signs, against));
}
