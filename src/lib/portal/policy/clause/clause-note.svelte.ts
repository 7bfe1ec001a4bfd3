import type { SourceRef } from '$lib/policy/rulebook';

/** Where a value stands in a file that was loaded. */
export interface CellSource {
  file: string;
  sheet: string | null;
  /** A1-style address, or the row where the column is not known; null where the file is no table. */
  cell: string | null;
}

/** What a value rests on: a clause of a document, or a cell of a file. */
export type NoteSource = SourceRef | CellSource;

/** A value whose source is shown, and where it stands on the page. */
export interface OpenClause {
  source: NoteSource;
  anchor: HTMLElement;
  /** Opened by a press: it stays until it is closed; otherwise it goes with pointer or focus. */
  pinned: boolean;
}

const leaveMs = 160;

/** The one note of the page that shows a source; values open it, `ClauseNote` draws it. */
class ClauseNoteState {
  open = $state.raw<OpenClause | null>(null);
  #leaving: ReturnType<typeof setTimeout> | undefined;

  show(source: NoteSource, anchor: HTMLElement): void {
    this.stay();
    if (this.open?.pinned && this.open.anchor !== anchor) return;
    if (this.open?.anchor !== anchor) this.open = { source, anchor, pinned: false };
  }

  /** A second press on the same value closes it. */
  press(source: NoteSource, anchor: HTMLElement): void {
    this.stay();
    const isPinnedHere = this.open?.anchor === anchor && this.open.pinned;
    this.open = isPinnedHere ? null : { source, anchor, pinned: true };
  }

  /** The pointer is on the value or on the note. */
  stay(): void {
    clearTimeout(this.#leaving);
  }

  /** Leaves the reader a moment to reach the note itself. */
  leave(): void {
    if (this.open === null || this.open.pinned) return;
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => (this.open = null), leaveMs);
  }

  close(): void {
    clearTimeout(this.#leaving);
    this.open = null;
  }
}

export const clauseNote = new ClauseNoteState();
export const clauseNoteId = 'clause-note';
