import { missingText, wordColumnMoney } from '$lib/briefing/wording';
import { m } from '$lib/i18n/paraglide/messages';
import type { LibraryMeta } from '$lib/domain/library';
import type { ProjectColumns } from '$lib/metrics/projects/project-columns';
import type { CellValue, Column } from '$lib/ui/table-columns';
import type { ListColumn } from './list-columns';
import type { ListNames } from './list-names';

/** What the cells of the list are made from. */
export interface ListCells {
  columns: ProjectColumns;
  names: ListNames;
  meta: LibraryMeta;
}

const ofAward = new Set(['award', 'unpaid', 'awarded', 'accepted']);
const mayNeverHappen = new Set(['recovered', 'terminated']);

/** Why a row has no value in a column. */
function whyMissing({ key }: ListColumn, { columns, meta }: ListCells, row: number): string {
  if (ofAward.has(key) || key === 'paid') {
    if (!meta.datasets.includes('awards')) return missingText('no_awards');
    if (key === 'paid' && !meta.datasets.includes('disbursements')) return missingText('no_disbursements');
    if (columns.column('stage')[row] === 'dropped') return m.project_missing_dropped();
    return key === 'accepted' ? m.project_reason_not_yet() : m.project_missing_award();
  }
  return m.project_not_stated();
}

/** The value of a cell: money in 万元, “—” with its reason, empty for what may never happen. */
export function cellValue(column: ListColumn, cells: ListCells, row: number): CellValue | null {
  const value = column.read(cells.columns, row, cells.names);
  // Payments are not known where none were imported, whatever the award says.
  const unknown = column.key === 'paid' && !cells.meta.datasets.includes('disbursements');
  if (value === null || unknown) {
    return mayNeverHappen.has(column.key) ? null : { figure: null, reason: whyMissing(column, cells, row) };
  }
  return typeof value === 'number' ? wordColumnMoney(value, 'wanYuan') : { figure: value };
}

/** A column of the list as a table draws it. */
export const tableColumn = (column: ListColumn, cells: ListCells): Column<number> => ({
  key: column.key,
  label: column.label(),
  align: column.kind === 'words' ? 'start' : 'end',
  ...(column.width === '' ? {} : { width: column.width }),
  value: (row) => cellValue(column, cells, row),
  // The head offers to sort; the list itself sorts, since it may hold a hundred thousand rows.
  sortBy: () => null,
});
