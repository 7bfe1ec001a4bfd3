/** Rows of the list that go on paper: all of them would be thousands of pages. */
export const printedRows = 200;

/**
 * Where a key moves the active row (−1 is none yet); null for a key that moves nothing. The ends do not wrap.
 * @param page rows that a page key passes over
 */
export function movedRow(key: string, active: number, count: number, page: number): number | null {
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: Math.max(active, 0) + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const wanted = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (wanted === undefined || count === 0) return null;
  return Math.min(count - 1, Math.max(0, wanted));
}
