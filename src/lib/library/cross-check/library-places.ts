import type { LibraryRows, Row } from '$lib/domain/tables';

/** A row with the place that it was read from. */
export type PlacedRow = Pick<Row<'project'>, 'source_file_id' | 'source_sheet' | 'source_row'>;

export interface Place {
  file: string;
  sheet: string | null;
  cell: string | null;
  row: number | null;
}

/** Columns that the tables of senders name otherwise than the library. */
const sheetFields: Readonly<Record<string, string>> = { actual_number: 'actual', target_number: 'target' };

const sheetKey = (fileId: string, sheet: string | null): string => `${fileId}\u001f${sheet ?? ''}`;

/** Tells where rows of the library stand in the files that they came from. */
export class LibraryPlaces {
  private readonly files: Map<string, string>;
  private readonly letters = new Map<string, Map<string, string>>();

  constructor({
    source_file: files,
    source_column: columns,
  }: Pick<LibraryRows, 'source_file' | 'source_column'>) {
    this.files = new Map(files.map((file) => [file.file_id, file.name]));
    for (const { file_id: id, sheet, field, letter } of columns) {
      const key = sheetKey(id, sheet);
      const fields = this.letters.get(key) ?? new Map<string, string>();
      this.letters.set(key, fields.set(field, letter));
    }
  }

  /** The cell of a column where its place is known, else the whole row. */
  of(row: PlacedRow, column: string | null): Place {
    const { source_file_id: id, source_sheet: sheet, source_row: number } = row;
    const file = this.files.get(id) ?? id;
    if (number === null) return { file, sheet, cell: null, row: null };
    const fields = column === null ? undefined : this.letters.get(sheetKey(id, sheet));
    const letter =
      column === null ? undefined : (fields?.get(column) ?? fields?.get(sheetFields[column] ?? ''));
    return {
      file,
      sheet,
      cell: letter === undefined ? `${number}:${number}` : `${letter}${number}`,
      row: number,
    };
  }

  /** File, sheet and row as a person would write them. */
  words(row: PlacedRow): string {
    const { file, sheet, row: number } = this.of(row, null);
    return [file, sheet, number].filter((part) => part !== null).join(' · ');
  }
}
