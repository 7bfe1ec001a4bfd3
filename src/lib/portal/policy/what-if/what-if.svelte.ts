import type { RuleVocabulary } from '$lib/policy/what-if/draft-fields';
import type { DraftChange, DraftField, RuleDraft } from '$lib/policy/what-if/draft';
import type { GuideView } from '../guide/guide-view';
import { draftItems, placeOf, placeOfChange, type DraftItem } from './draft-fields-of';
import type { DraftSession } from './draft-session.svelte';
import type { DraftTitle } from './kept-draft';
import { changeOf, fieldsByPlace, problemsOf, readFields, type FieldChange } from './read-fields';
import { readValue, typedText, type TypingProblem } from './typed-values';

/**
 * The draft of one guide: what was typed, which changes that makes and what is wrong with the rest. A field that says
 * what the guide says is no change; one that cannot be used counts with the guide's value and tells why.
 */
export class WhatIfDraft {
  readonly year: number;
  readonly items: DraftItem[];
  readonly #fields: ReadonlyMap<string, DraftField>;
  readonly #vocabulary: RuleVocabulary;
  readonly #defaultTitle: DraftTitle;
  readonly #session: DraftSession;

  readonly #read = $derived.by(() => readFields(this.#fields, this.#session.kept.typed));
  readonly problems: ReadonlyMap<string, TypingProblem> = $derived.by(() =>
    problemsOf(this.items, this.#read, this.#vocabulary, this.year),
  );
  readonly changes: FieldChange[] = $derived.by(() =>
    this.#read.flatMap(({ field, value }) =>
      value === null || value === field.value || this.problems.has(placeOf(field)) ? [] : [{ field, value }],
    ),
  );
  /** As the engine and a file take it. */
  readonly draft: RuleDraft = $derived.by(() => ({
    id: this.title.id,
    name: this.title.name.trim() || this.#defaultTitle.name,
    copyOf: this.year,
    changes: this.changes.map(changeOf),
  }));

  constructor(session: DraftSession, view: GuideView, vocabulary: RuleVocabulary, defaultTitle: DraftTitle) {
    this.#session = session;
    this.year = view.guide.year;
    this.items = draftItems(view, vocabulary);
    this.#vocabulary = vocabulary;
    this.#defaultTitle = defaultTitle;
    this.#fields = fieldsByPlace(this.items);
  }

  get title(): DraftTitle {
    return this.#session.kept.titles[this.year] ?? this.#defaultTitle;
  }

  /** All values that the guide lets a draft change. */
  get fields(): DraftField[] {
    return [...this.#fields.values()];
  }

  get isEmpty(): boolean {
    return this.#read.length === 0;
  }

  /** What stands in a field. */
  text(field: DraftField): string {
    return this.#session.kept.typed[placeOf(field)] ?? typedText(field, field.value);
  }

  changeOf(field: DraftField): FieldChange | null {
    return this.changes.find((change) => change.field === field) ?? null;
  }

  set(field: DraftField, text: string): void {
    const place = placeOf(field);
    const others = Object.entries(this.#session.kept.typed).filter(([other]) => other !== place);
    const isPrinted = text === typedText(field, field.value);
    this.#session.change({ typed: Object.fromEntries(isPrinted ? others : [...others, [place, text]]) });
  }

  reset(field: DraftField): void {
    this.set(field, typedText(field, field.value));
  }

  rename(name: string): void {
    this.#session.change({ titles: { ...this.#session.kept.titles, [this.year]: { ...this.title, name } } });
  }

  /** Back to the guide; the draft can be brought back. */
  resetAll(): void {
    this.#session.replace({ typed: this.#typedElsewhere() }, { kind: 'cleared' });
  }

  /**
   * Takes a draft of this guide in place of what was typed; what was there can be brought back.
   * @returns the changes that this guide's rules have no value for, or that stand there twice; when there are any, nothing was taken
   */
  take(draft: RuleDraft): DraftChange[] {
    const texts = draft.changes.map((change) => {
      const field = this.#fields.get(placeOfChange(change));
      return { change, field, text: field ? typedText(field, change.value) : '' };
    });
    const strays = texts.filter(
      ({ field, text }, index) =>
        !field ||
        readValue(field, text).problem !== null ||
        texts.findIndex((other) => other.field === field) !== index,
    );
    if (strays.length > 0) return strays.map(({ change }) => change);
    const typed = Object.fromEntries(
      texts.flatMap(({ field, text }): [string, string][] => (field ? [[placeOf(field), text]] : [])),
    );
    const { id, name } = draft;
    this.#session.replace(
      {
        typed: { ...this.#typedElsewhere(), ...typed },
        titles: { ...this.#session.kept.titles, [this.year]: { id, name } },
      },
      { kind: 'opened', name, changes: texts.length },
    );
    return [];
  }

  /** What was typed for guides of other years. */
  #typedElsewhere(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.#session.kept.typed).filter(([place]) => !this.#fields.has(place)),
    );
  }
}
