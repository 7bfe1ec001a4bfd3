import type { Correction } from '$lib/library/correct/correct-rows';

/** Values that were typed and not checked yet, with the way back. */
export class PendingEdits {
  #values = $state.raw<ReadonlyMap<string, Correction>>(new Map());
  #steps = $state.raw<readonly ReadonlyMap<string, Correction>[]>([]);

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
    return this.#values.get(keyOf({ row, cell }))?.value;
  }

  /** Takes values as one step. */
  take(corrections: readonly Correction[]): void {
    if (corrections.length === 0) return;
    const next = new Map(this.#values);
    for (const correction of corrections) next.set(keyOf(correction), correction);
    this.#steps = [...this.#steps, this.#values];
    this.#values = next;
  }

  /** Takes a cell's value back: what the list holds is what stands there again. */
  leave(row: string, cell: string): void {
    const key = keyOf({ row, cell });
    if (!this.#values.has(key)) return;
    const next = new Map(this.#values);
    next.delete(key);
    this.#steps = [...this.#steps, this.#values];
    this.#values = next;
  }

  undo(): void {
    const before = this.#steps.at(-1);
    if (!before) return;
    this.#steps = this.#steps.slice(0, -1);
    this.#values = before;
  }

  clear(): void {
    this.#values = new Map();
    this.#steps = [];
  }
}

const keyOf = ({ row, cell }: Pick<Correction, 'row' | 'cell'>): string => `${row}\u001f${cell}`;
