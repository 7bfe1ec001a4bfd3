import type { ProjectColumns } from '$lib/metrics/projects/project-columns';
import { pinyinInitials } from './pinyin-initials';

const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();
const isInitials = (word: string): boolean => /^[a-z][a-z0-9]+$/.test(word);

/** Places by code, in all the ways in which people write them. */
export type PlaceWords = ReadonlyMap<string, string>;

/**
 * Finds projects by parts of name, applicant, credit code, number or place, or by pinyin initials. What is searched
 * is written down once, at the first search: nobody may ever search.
 */
export class ProjectFinder {
  readonly #columns: ProjectColumns;
  readonly #places: PlaceWords;
  #words: string[] | null = null;
  #initials: string[] | null = null;

  constructor(columns: ProjectColumns, places: PlaceWords) {
    this.#columns = columns;
    this.#places = places;
  }

  /** Rows in which every word of the query stands; all rows for an empty query. */
  find(query: string): number[] {
    const wanted = plain(query).split(/\s+/).filter(Boolean);
    const rows = Array.from({ length: this.#columns.length }, (_, row) => row);
    return wanted.reduce((left, word) => this.#having(left, word), rows);
  }

  #having(rows: number[], word: string): number[] {
    const words = (this.#words ??= this.#write());
    if (!isInitials(word)) return rows.filter((row) => words[row]?.includes(word));
    const initials = (this.#initials ??= this.#writeInitials());
    return rows.filter((row) => words[row]?.includes(word) || initials[row]?.includes(word));
  }

  #write(): string[] {
    const code = this.#columns.column('recipient_code');
    const id = this.#columns.column('project_id');
    return this.#names().map((names, row) => plain([...names, code[row] ?? '', id[row]].join('\n')));
  }

  #writeInitials(): string[] {
    return this.#names().map((names) => names.map(pinyinInitials).join('\n'));
  }

  #names(): string[][] {
    const recipient = this.#columns.column('recipient_name');
    const place = this.#columns.column('place_adcode');
    const county = this.#columns.column('county_adcode');
    const placeWords = (adcode: string | null | undefined) => (adcode && this.#places.get(adcode)) || '';
    return this.#columns
      .column('name')
      .map((name, row) => [name, recipient[row] ?? '', placeWords(place[row]), placeWords(county[row])]);
  }
}
