import type { LibraryRows, Row } from '$lib/domain/tables';
import type { InputState } from './input-state';
import type { KnownProject } from './known-projects';
import type { OpenedInput } from './open-input';
import type { InputRow } from './read-input-row';

/** Where a row of the library comes from. */
export type Origin = Pick<Row<'disbursement'>, 'source_file_id' | 'source_sheet' | 'source_row'>;
export type WithoutOrigin<R> = Omit<R, keyof Origin>;

/** What the readers of rows share. */
export interface LoadContext {
  opened: OpenedInput;
  state: InputState;
  /** Where they put what a row tells. */
  rows: LibraryRows;
  /** The project that the row names, or null with a finding. */
  projectOf: (row: InputRow) => KnownProject | null;
  /** True for a row without an error that says nothing that an earlier row of the import said. */
  isFresh: (row: InputRow, field: string, said: readonly (string | number | null)[]) => boolean;
  place: (row: InputRow) => Origin;
}

/** Adds what a row tells to the library's tables; false, with a finding, where the row must wait. */
export type Loader = (row: InputRow, context: LoadContext) => boolean;
