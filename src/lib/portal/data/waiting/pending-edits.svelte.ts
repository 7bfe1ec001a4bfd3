import type { Correction } from '$lib/library/correct/correct-rows';
import { noValues, valueAt, withoutValue, withValues, type PendingValues } from './pending-values';

/** Values that were typed and not checked yet, with the way back. */
export class PendingEdits {
  #values = $state.raw<PendingValues>(noValues);
  #steps = $state.raw<readonly PendingValues[]>([]);

  get count(): number {
    return this.#values.size;
  }

  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  get all(): Correction[] {
    return [...this.#values.values()];
  }

  valueOf(row: string, cell: string): string | undefined {
    return valueAt(this.#values, row, cell);
  }

  /** Takes values as one step. */
  take(corrections: readonly Correction[]): void {
    if (corrections.length > 0) this.#step(withValues(this.#values, corrections));
  }

  /** Takes a cell's value back: what the list holds is what stands there again. */
  leave(row: string, cell: string): void {
    if (this.valueOf(row, cell) !== undefined) this.#step(withoutValue(this.#values, row, cell));
  }

  undo(): void {
    const before = this.#steps.at(-1);
    if (!before) return;
    this.#steps = this.#steps.slice(0, -1);
    this.#values = before;
  }

  clear(): void {
    this.#values = noValues;
    this.#steps = [];
  }

  #step(next: PendingValues): void {
    this.#steps = [...this.#steps, this.#values];
    this.#values = next;
  }
}
