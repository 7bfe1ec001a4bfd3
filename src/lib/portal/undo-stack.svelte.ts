/** A state that can be gone back to, and what was done after it. */
export interface UndoStep<State> {
  state: State;
  /** What the step was, in the user's words; null where nobody said. */
  why: string | null;
}

/** States before each of the last changes, the newest last; the oldest fall off at `limit`. */
export class UndoStack<State> {
  #steps = $state.raw<readonly UndoStep<State>[]>([]);
  readonly #limit: number;

  constructor(limit = 20) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#steps.length;
  }

  /** The change that the next undo takes back; null when there is none. */
  get last(): UndoStep<State> | null {
    return this.#steps.at(-1) ?? null;
  }

  push(state: State, why: string | null): void {
    this.#steps = [...this.#steps, { state, why }].slice(-this.#limit);
  }

  drop(): void {
    this.#steps = this.#steps.slice(0, -1);
  }

  clear(): void {
    this.#steps = [];
  }
}
