import type { ListedProject } from './list-sql';

type Columns = { [K in keyof ListedProject]: ListedProject[K][] };
type Name = keyof ListedProject;

const noColumns = (): Columns => ({
  project_id: [],
  name: [],
  recipient_name: [],
  recipient_code: [],
  industry: [],
  guide_year: [],
  category_id: [],
  variant_id: [],
  place_adcode: [],
  county_adcode: [],
  cluster_key: [],
  stage: [],
  investment_fen: [],
  requested_fen: [],
  ceiling_fen: [],
  award_fen: [],
  paid_fen: [],
  unpaid_fen: [],
  recovered_fen: [],
  submitted_on: [],
  start_date: [],
  end_date: [],
  awarded_on: [],
  accepted_on: [],
  terminated_on: [],
  file_name: [],
  source_sheet: [],
  source_row: [],
});

const names = Object.keys(noColumns()) as Name[];

/** Words that many rows share: each is kept once. */
const shared: ReadonlySet<Name> = new Set<Name>([
  'industry',
  'category_id',
  'variant_id',
  'place_adcode',
  'county_adcode',
  'cluster_key',
  'stage',
  'submitted_on',
  'start_date',
  'end_date',
  'awarded_on',
  'accepted_on',
  'terminated_on',
  'file_name',
  'source_sheet',
]);

/**
 * The projects of a list, held as columns: a hundred thousand rows as objects would cost three times the memory,
 * and only the few in sight are ever needed as such.
 */
export class ProjectColumns {
  readonly #columns = noColumns();
  readonly #words = new Map<unknown, ListedProject[Name]>();

  get length(): number {
    return this.#columns.project_id.length;
  }

  append(rows: readonly ListedProject[]): void {
    for (const name of names) this.#appendTo(name, rows);
  }

  #appendTo<K extends Name>(name: K, rows: readonly ListedProject[]): void {
    const column: ListedProject[K][] = this.#columns[name];
    if (!shared.has(name)) for (const row of rows) column.push(row[name]);
    else for (const row of rows) column.push(this.#once(row[name]));
  }

  #once<T extends ListedProject[Name]>(value: T): T {
    if (!this.#words.has(value)) this.#words.set(value, value);
    return this.#words.get(value) as T;
  }

  /** All values of a column, in the order of the rows. */
  column<K extends Name>(name: K): readonly ListedProject[K][] {
    return this.#columns[name];
  }

  /**
   * A row as an object.
   * @throws RangeError beyond the last row
   */
  at(index: number): ListedProject {
    if (index < 0 || index >= this.length) throw new RangeError(`no row ${index} of ${this.length}`);
    return Object.fromEntries(names.map((name) => [name, this.#columns[name][index]])) as ListedProject;
  }
}
