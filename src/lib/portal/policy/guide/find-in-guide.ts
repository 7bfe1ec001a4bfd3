/** Search over the texts of a guide, typed letter by letter. Pure: what is searched comes as texts. */

export type SearchField = 'name' | 'condition' | 'standard' | 'indicator' | 'ambiguity' | 'annex' | 'words';

export interface SearchText {
  field: SearchField;
  text: string;
  /** Where it stands, said beside the text: a section or the number of a form. */
  place: string;
}

export interface SearchEntry {
  slug: string;
  /** The item's number and name, shown above its hits. */
  number: string;
  name: string;
  texts: SearchText[];
}

export interface Found {
  entry: SearchEntry;
  hits: SearchText[];
}

interface Folded {
  letters: string;
  /** For each folded letter, the place of its origin in the text. */
  places: number[];
}

/** Letters compare without spaces, width and case: “２０２２ 年” is found by “2022年”. */
function fold(text: string): Folded {
  const places: number[] = [];
  let letters = '';
  let place = 0;
  for (const letter of text) {
    for (const folded of letter.normalize('NFKC').toLowerCase()) {
      if (/\s/.test(folded)) continue;
      letters += folded;
      for (let unit = 0; unit < folded.length; unit += 1) places.push(place);
    }
    place += letter.length;
  }
  return { letters, places };
}

/** The words of a query, each of which must be found. */
export const queryTerms = (query: string): string[] =>
  query
    .trim()
    .split(/\s+/)
    .map((term) => fold(term).letters)
    .filter((term) => term !== '');

const foldedTexts = new WeakMap<SearchText, string>();

/** A text is folded once, not at every letter that is typed. */
function lettersOf(text: SearchText): string {
  const known = foldedTexts.get(text);
  if (known !== undefined) return known;
  const { letters } = fold(text.text);
  foldedTexts.set(text, letters);
  return letters;
}

/** A quoted clause says nothing new where the sentence that it carries is found already. */
function withoutEchoes(hits: SearchText[]): SearchText[] {
  const said = hits.filter(({ field }) => field !== 'words').map(lettersOf);
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const letters = lettersOf(hit);
    const key = `${letters}|${hit.place}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return hit.field !== 'words' || !said.some((other) => other.includes(letters));
  });
}

/** Items in which every word of the query is found, with the texts that hold one of them. */
export function findInGuide(entries: readonly SearchEntry[], query: string): Found[] {
  const terms = queryTerms(query);
  if (terms.length === 0) return [];
  return entries.flatMap((entry) => {
    const complete = terms.every((term) => entry.texts.some((text) => lettersOf(text).includes(term)));
    if (!complete) return [];
    const hits = entry.texts.filter((text) => terms.some((term) => lettersOf(text).includes(term)));
    return [{ entry, hits: withoutEchoes(hits) }];
  });
}

export const countHits = (found: readonly Found[]): number =>
  found.reduce((sum, { hits }) => sum + hits.length, 0);

/** A text cut into what was looked for and what was not. */
export function markedParts(text: string, query: string): { text: string; hit: boolean }[] {
  const { letters, places } = fold(text);
  const marked = new Set<number>();
  for (const term of queryTerms(query)) {
    for (let at = letters.indexOf(term); at >= 0; at = letters.indexOf(term, at + 1)) {
      const [from = 0, to = 0] = [places[at], places[at + term.length - 1]];
      for (let place = from; place <= to; place += 1) marked.add(place);
    }
  }
  const parts: { text: string; hit: boolean }[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const hit = marked.has(place);
    const last = parts.at(-1);
    if (last && last.hit === hit) last.text += text.charAt(place);
    else parts.push({ text: text.charAt(place), hit });
  }
  return parts;
}
