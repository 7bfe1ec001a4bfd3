/** What is still wanted a quarter to make a target. */
export type Needed =
  | { kind: 'met' }
  | { kind: 'needs'; amount: number; quarters: number }
  /** No quarter is left, and this much is missing. */
  | { kind: 'short'; amount: number }
  | { kind: 'no_target' };

/**
 * What has to come each quarter from now on, in the unit of the target. A target that is reached already, also one of
 * zero, asks for nothing; with no quarter left only the shortfall can be told.
 * @param quarters quarter ends from the as-of day to the target's day; the quarter under way counts
 */
export function neededOf(done: number, target: number | null, quarters: number): Needed {
  if (target === null) return { kind: 'no_target' };
  const missing = target - done;
  if (missing <= 0) return { kind: 'met' };
  if (quarters <= 0) return { kind: 'short', amount: missing };
  return { kind: 'needs', amount: missing / quarters, quarters };
}
