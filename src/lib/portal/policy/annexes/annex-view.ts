import type { Ambiguity, SourceRef } from '$lib/policy/rulebook';

/** An annex as the page lists it: groups of lines, each with its place in the text. */
export interface AnnexSection {
  /** Place on the page and in links: annex-1-26. */
  slug: string;
  /** As printed: 1-26. */
  number: string;
  title: string;
  groups: AnnexGroup[];
  ambiguities: Ambiguity[];
}

export interface AnnexGroup {
  key: string;
  name: string | null;
  lines: AnnexLine[];
}

export interface AnnexLine {
  key: string;
  number: string | null;
  name: string;
  /** More of the row, in one line each. */
  notes: string[];
  source: SourceRef | null;
}

/** Lines in groups by a key, in the order in which the keys come. */
export function grouped<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  nameOf: (key: string) => string | null,
  line: (row: T) => AnnexLine,
): AnnexGroup[] {
  const keys = [...new Set(rows.map(keyOf))];
  return keys.map((key) => ({
    key,
    name: nameOf(key),
    lines: rows.filter((row) => keyOf(row) === key).map(line),
  }));
}
