import { lackingColumns, repeatedFields } from '$lib/library/mapping/lacking-columns';
import type { LayoutChoice, TargetColumn, UnsureLayout } from '$lib/library/mapping/layout';

/** One question: the sheets of one import that have the same headers. */
interface Question {
  layout: UnsureLayout;
  sheets: number;
  files: number;
}

const questionsOf = (layouts: readonly UnsureLayout[]): Question[] =>
  [...new Map(layouts.map((layout) => [layout.key, layout])).values()].map((layout) => {
    const same = layouts.filter(({ key }) => key === layout.key);
    return { layout, sheets: same.length, files: new Set(same.map(({ file }) => file)).size };
  });

/** The mapping of uncertain columns: one step for each kind of header, then all choices together. */
export class MappingDesk {
  readonly questions: readonly Question[];
  step = $state(0);
  /** The field of each header, by step. */
  #fields = $state<(string | null)[][]>([]);

  constructor(layouts: readonly UnsureLayout[]) {
    this.questions = questionsOf(layouts);
    this.#fields = this.questions.map(({ layout }) =>
      layout.columns.map(({ suggestion }) => suggestion?.field ?? null),
    );
  }

  get question(): Question | null {
    return this.questions[this.step] ?? null;
  }

  get fields(): readonly (string | null)[] {
    return this.#fields[this.step] ?? [];
  }

  choose(position: number, field: string | null): void {
    const fields = this.#fields[this.step];
    if (fields) fields[position] = field;
  }

  /** Required columns that no header is, yet. */
  get lacking(): TargetColumn[] {
    return this.question ? lackingColumns(this.question.layout, this.fields) : [];
  }

  /** Columns that are chosen for more than one header. */
  get repeated(): TargetColumn[] {
    const twice = repeatedFields(this.fields);
    return this.question?.layout.targets.filter(({ field }) => twice.has(field)) ?? [];
  }

  get isLast(): boolean {
    return this.step >= this.questions.length - 1;
  }

  next(): void {
    this.step += 1;
  }

  /** What was said of every layout. */
  get choices(): (LayoutChoice & { tableName: string })[] {
    return this.questions.map(({ layout }, step) => ({
      key: layout.key,
      kind: layout.kind,
      headers: layout.columns.map(({ header }) => header),
      fields: [...(this.#fields[step] ?? [])],
      tableName: layout.tableName,
    }));
  }
}
