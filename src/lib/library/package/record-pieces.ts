const defaultLength = 1_000_000;

/**
 * Cuts CSV text into pieces of whole records, so that a long table can be read in steps. A line end inside quotes
 * is part of a cell: a piece ends only where quotes are even.
 */
export function* recordPieces(text: string, length = defaultLength): Generator<string> {
  let start = 0;
  while (start < text.length) {
    let quotes = 0;
    let counted = start;
    let end = text.indexOf('\n', start + length);
    while (end >= 0) {
      for (let at = text.indexOf('"', counted); at >= 0 && at < end; at = text.indexOf('"', at + 1))
        quotes += 1;
      counted = end;
      if (quotes % 2 === 0) break;
      end = text.indexOf('\n', end + 1);
    }
    const next = end < 0 ? text.length : end + 1;
    yield text.slice(start, next);
    start = next;
  }
}
