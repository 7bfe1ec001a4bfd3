import { keep, loadKept, type KeptDraft } from './kept-draft';
import type { OpenedDraft } from './draft-file';

/** What the last act on the whole draft came to. */
export type DraftNotice =
  | { kind: 'opened'; name: string; changes: number }
  | { kind: 'cleared' }
  /** The file is no draft: where in it and what was found. */
  | { kind: 'not_a_draft'; file: string; problem: NonNullable<OpenedDraft['problem']> }
  | { kind: 'no_such_guide'; file: string; year: number }
  /** The draft changes what this guide does not have, or beyond what a field may hold. */
  | { kind: 'does_not_fit'; file: string; places: string[] };

/** Everything typed on the page, shared by the drafts of all guide years, and what was there before the last act. */
export class DraftSession {
  kept = $state.raw<KeptDraft>(loadKept());
  notice = $state.raw<DraftNotice | null>(null);
  #before = $state.raw<KeptDraft | null>(null);

  get canBringBack(): boolean {
    return this.#before !== null;
  }

  change(part: Partial<KeptDraft>): void {
    this.kept = { ...this.kept, ...part };
    keep(this.kept);
  }

  /** Replaces much at once: what was there can be brought back. */
  replace(part: Partial<KeptDraft>, notice: DraftNotice): void {
    this.#before = this.kept;
    this.notice = notice;
    this.change(part);
  }

  bringBack(): void {
    if (this.#before) this.change(this.#before);
    this.forget();
  }

  /** The notice was read. */
  forget(): void {
    this.#before = null;
    this.notice = null;
  }

  /** Nothing was changed, and why. */
  refuse(notice: DraftNotice): void {
    this.#before = null;
    this.notice = notice;
  }
}
