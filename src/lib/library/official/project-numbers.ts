import { emptyLibrary, libraryTableNames, type LibraryRows, type Row } from '$lib/domain/tables';
import { projectKey } from '../check/duplicates';
import { BodyIndex, idInList } from '../inputs/body-index';
import { rowsOf, type TableRow } from '../package/table-columns';
import { sha256OfText } from '../sha256';

const digits = 16;

/** The number that a reader of summary tables gives a project; the round trip's test holds the two together. */
const numberFor = ({ guide_year: year, recipient_name: recipient, name }: Row<'project'>): string =>
  `p-${year}-${sha256OfText(projectKey(recipient, name)).slice(0, digits)}`;

/** The same for a platform or factory, which its table lists without a number. */
const platformNumberFor = ({ name, operator }: Row<'platform'>): string =>
  idInList(new BodyIndex([]), 'pl', { id: undefined, name, owner: operator });

/**
 * The same library with the numbers that its summary tables give the projects and platforms, in every table: official
 * tables have no column for a number, so that one of the office's own would not come back.
 */
export function withReaderNumbers(rows: LibraryRows): LibraryRows {
  const numbers = new Map(rows.project.map((project) => [project.project_id, numberFor(project)]));
  const platforms = new Map(rows.platform.map((row) => [row.platform_id, platformNumberFor(row)]));
  const renumbered = (row: TableRow): TableRow => {
    const { project_id: project, platform_id: platform } = row;
    if (typeof project === 'string') return { ...row, project_id: numbers.get(project) ?? project };
    if (typeof platform === 'string') return { ...row, platform_id: platforms.get(platform) ?? platform };
    return row;
  };
  return {
    ...emptyLibrary(),
    ...Object.fromEntries(libraryTableNames.map((table) => [table, rowsOf(rows, table).map(renumbered)])),
  };
}
