/** The cell that a reader wants to correct: the list of findings asks, the grid of waiting rows goes there. */
class WaitingTarget {
  asked = $state.raw<{ row: string; cell: string | null } | null>(null);
}

export const waitingTarget = new WaitingTarget();
