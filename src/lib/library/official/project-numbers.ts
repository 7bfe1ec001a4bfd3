import { emptyLibrary, libraryTableNames, type LibraryRows, type Row } from '$lib/domain/tables';
import { projectKey } from '../check/duplicates';
import { rowsOf, type TableRow } from '../package/table-columns';
import { sha256OfText } from '../sha256';

const digits = 16;

/** The number that a reader of summary tables gives a project; the round trip's test holds the two together. */
const numberFor = ({ guide_year: year, recipient_name: recipient, name }: Row<'project'>): string =>
  `p-${year}-${sha256OfText(projectKey(recipient, name)).slice(0, digits)}`;

/**
 * The same library with the numbers that its summary tables give the projects, in every table: official tables have
 * no column for a number, so that one of the office's own would not come back.
 */
export function withReaderNumbers(rows: LibraryRows): LibraryRows {
  const numbers = new Map(rows.project.map((project) => [project.project_id, numberFor(project)]));
  const renumbered = (row: TableRow): TableRow => {
    const id = row['project_id'];
    return typeof id === 'string' ? { ...row, project_id: numbers.get(id) ?? id } : row;
  };
  return {
    ...emptyLibrary(),
    ...Object.fromEntries(libraryTableNames.map((table) => [table, rowsOf(rows, table).map(renumbered)])),
  };
}
