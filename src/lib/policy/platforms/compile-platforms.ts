import type { ElementClass, MetricSection, NoticeTable, PlatformRules } from './platforms.ts';
import type { ElementsText, MetricsText, NoticeTablesText, NoticeText } from './schema.ts';

/** Gives what is printed its place in a document. */
const sourceOf =
  (document: string) =>
  ({ section, words }: { section: string; words: string }) => ({ document, section, words });

export function compileMetrics({ document, sections }: MetricsText): MetricSection[] {
  const source = sourceOf(document);
  return sections.map((one) => ({ id: one.id, name: one.name, facts: one.facts, source: source(one) }));
}

export function compileElements({ document, classes }: ElementsText): ElementClass[] {
  const source = sourceOf(document);
  return classes.map((one) => ({
    id: one.id,
    name: one.name,
    atLeast: one.at_least ? { value: one.at_least.value, source: source(one.at_least) } : null,
    subclasses: one.subclasses,
    source: source(one),
  }));
}

export const compileNoticeTables = ({
  document,
  section,
  columns,
  tables,
}: NoticeTablesText): NoticeTable[] =>
  tables.map(({ id, title, words, notes }) => ({
    id,
    title,
    columns: columns
      .filter(({ only }) => only === undefined || only === id)
      .map(({ field, header, kind, required, aliases, options }) => ({
        field,
        header,
        kind,
        required,
        aliases,
        options: options ?? [],
      })),
    notes: notes.map(sourceOf(document)),
    source: { document, section, words },
  }));

export function compileNotice(
  text: NoticeText,
): Pick<PlatformRules, 'deadline' | 'papers' | 'priorities' | 'duties' | 'support' | 'ambiguities'> {
  const source = sourceOf(text.document);
  const row = (one: NoticeText['duties'][number]) => ({ id: one.id, name: one.name, source: source(one) });
  return {
    deadline: { value: text.deadline.day, source: source(text.deadline) },
    papers: text.papers.map((paper) => ({ ...row(paper), copies: paper.copies })),
    priorities: text.priorities.map(row),
    duties: text.duties.map(row),
    support: text.support.map(row),
    ambiguities: text.ambiguities,
  };
}
