import { inUnit, type MoneyUnit } from '$lib/domain/money';
import type { Row } from '$lib/domain/tables';
import type { SummaryColumn } from '$lib/policy/rulebook';
import type { QuarantinedRow } from '../import-result';
import { cellValueOf } from '../correct/waiting-cell';
import { dayOf } from '../read/cells';
import type { BookCell } from './book-sheet';

export type CellValue = BookCell['value'];

/** Names by which the library's ids were written in the table. */
export interface WrittenNames {
  category: (id: string, variantId: string | null) => string;
  cluster: (id: string) => string;
}

/** A cell of a waiting row as it stood in the file (or was corrected here); dates as a spreadsheet shows them. */
export function waitingValueIn(row: QuarantinedRow, field: string): CellValue {
  const cell = row.cells.find(({ column }) => column === field);
  if (!cell) return null;
  const value = cellValueOf(cell);
  if (value instanceof Date) return dayOf(value);
  return typeof value === 'boolean' ? String(value) : value;
}

function clusterWords(
  { in_cluster: inside, cluster_id: id }: Row<'project'>,
  names: WrittenNames,
): CellValue {
  if (inside === null) return null;
  if (!inside) return '否';
  return id === null ? '是' : `是（${names.cluster(id)}）`;
}

/** A cell of a loaded row as a summary table would hold it. */
export function loadedValueIn(
  project: Row<'project'>,
  { field, kind }: Pick<SummaryColumn, 'field' | 'kind'>,
  unit: MoneyUnit,
  names: WrittenNames,
): CellValue {
  if (kind === 'category') return names.category(project.category_id, project.variant_id);
  if (kind === 'cluster') return clusterWords(project, names);
  const value: unknown = new Map<string, unknown>(Object.entries(project)).get(field);
  if (typeof value === 'number' && kind === 'money') return inUnit(value, unit);
  return typeof value === 'string' ? value : null;
}
