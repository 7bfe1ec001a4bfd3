import type { Finding } from '$lib/domain/finding';
import { matchesWords } from '$lib/ui/option-list';

/** A finding with what it is found and filtered by. */
export interface FindingLine {
  key: string;
  finding: Finding;
  sender: string;
  kind: string;
  sentence: string;
}

export const facets = ['severity', 'sender', 'file', 'kind'] as const;
export type Facet = (typeof facets)[number];

/** What is chosen; null leaves a facet open. */
export type FindingFilters = Record<Facet, string | null> & { query: string };

export const noFilters: Readonly<FindingFilters> = {
  severity: null,
  sender: null,
  file: null,
  kind: null,
  query: '',
};

/** What a line says in a facet. */
export function facetOf({ finding, sender, kind }: FindingLine, facet: Facet): string {
  if (facet === 'sender') return sender;
  if (facet === 'kind') return kind;
  return facet === 'severity' ? finding.severity : finding.file;
}

const searched = ({ finding, sender, sentence }: FindingLine): string =>
  [finding.file, finding.sheet, finding.cell, sender, sentence, finding.found, finding.expected, finding.fix]
    .filter((part) => part !== null)
    .join(' ');

/** Lines that fit all filters, but one where a facet is left out. */
export function filterFindings(
  lines: readonly FindingLine[],
  filters: FindingFilters,
  except: Facet | null = null,
): FindingLine[] {
  const wanted = facets.filter((facet) => facet !== except && filters[facet] !== null);
  const query = filters.query.trim();
  return lines.filter(
    (line) =>
      wanted.every((facet) => facetOf(line, facet) === filters[facet]) &&
      (query === '' || matchesWords(searched(line), query)),
  );
}

/** How many lines each value of a facet would leave, with the other filters as they are; most frequent first. */
export function facetCounts(
  lines: readonly FindingLine[],
  filters: FindingFilters,
  facet: Facet,
): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const line of filterFindings(lines, filters, facet)) {
    const value = facetOf(line, facet);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, one], [b, other]) => other - one || a.localeCompare(b, 'zh'));
}
