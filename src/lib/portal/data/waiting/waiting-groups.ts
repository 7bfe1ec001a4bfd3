import type { Finding } from '$lib/domain/finding';
import type { QuarantinedRow, WaitingCell } from '$lib/library/import-result';

/** A column of the grid. */
export interface GridColumn {
  field: string;
  head: string;
  /** In px: columns that are not drawn keep their room. */
  width: number;
}

/** Waiting rows of one kind of table, which share their columns. */
export interface WaitingGroup {
  /** `summary`, the id of another table, or `fixed` for rows that cannot be corrected here. */
  key: string;
  columns: GridColumn[];
  rows: QuarantinedRow[];
}

export const fixedGroup = 'fixed';

const groupKey = ({ reading }: QuarantinedRow): string => {
  if (!reading) return fixedGroup;
  return reading.kind === 'summary' ? 'summary' : reading.tableId;
};

const wideFields = new Set(['name', 'recipient_name', 'address', 'category_id']);
const narrowFields = new Set(['sequence', 'in_cluster']);
const widthOf = (field: string): number => (wideFields.has(field) ? 210 : narrowFields.has(field) ? 70 : 124);

function columnsOf(rows: readonly QuarantinedRow[]): GridColumn[] {
  const columns = new Map<string, GridColumn>();
  for (const { cells } of rows)
    for (const { column: field, header } of cells)
      if (!columns.has(field))
        columns.set(field, { field, head: header.replace(/\s+/g, ' '), width: widthOf(field) });
  return [...columns.values()];
}

/** Groups in the order in which their first row comes; rows that cannot be corrected here last. */
export function groupsOf(quarantine: readonly QuarantinedRow[]): WaitingGroup[] {
  const groups = new Map<string, QuarantinedRow[]>();
  for (const row of quarantine) {
    const key = groupKey(row);
    const rows = groups.get(key);
    if (rows) rows.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .map(([key, rows]) => ({ key, columns: columnsOf(rows), rows }))
    .sort((a, b) => Number(a.key === fixedGroup) - Number(b.key === fixedGroup));
}

export const cellIn = (row: QuarantinedRow | undefined, field: string | undefined): WaitingCell | undefined =>
  row?.cells.find(({ column }) => column === field);

const rank = { error: 0, warning: 1, note: 2 } as const;

/** What was found in a cell, the gravest first. */
export const findingsIn = (row: QuarantinedRow, address: string | undefined): Finding[] =>
  row.findings
    .filter(({ cell }) => cell !== null && cell === address)
    .sort((a, b) => rank[a.severity] - rank[b.severity]);

/** What was found in the row and lies in none of its cells. */
export function findingsBeside({ findings, cells }: QuarantinedRow): Finding[] {
  const addresses = new Set(cells.map(({ cell }) => cell));
  return findings.filter(({ cell }) => cell === null || !addresses.has(cell));
}

export const isFaulty = (row: QuarantinedRow, address: string): boolean =>
  row.findings.some(({ cell, severity }) => severity === 'error' && cell === address);

/** A cell of the grid by its indexes. */
export interface GridPlace {
  row: number;
  column: number;
}

const faultyColumns = ({ columns }: WaitingGroup, row: QuarantinedRow): number[] =>
  columns.flatMap(({ field }, index) => {
    const cell = cellIn(row, field);
    return cell && isFaulty(row, cell.cell) ? [index] : [];
  });

/** The next cell with an error from a place on, forwards or back; null behind the last one. */
export function nextFaulty(group: WaitingGroup, from: GridPlace, step: 1 | -1): GridPlace | null {
  for (let row = from.row; row >= 0 && row < group.rows.length; row += step) {
    const waiting = group.rows[row];
    if (!waiting) continue;
    const behind = (column: number) => (step === 1 ? column > from.column : column < from.column);
    const found = faultyColumns(group, waiting).filter((column) => row !== from.row || behind(column));
    const column = step === 1 ? found[0] : found.at(-1);
    if (column !== undefined) return { row, column };
  }
  return null;
}

const pageRows = 10;

/** Where a key moves in the grid, or null for a key that moves nothing. The ends do not wrap. */
export function moveBy(
  key: string,
  ctrl: boolean,
  { row, column }: GridPlace,
  { rows, columns }: WaitingGroup,
): GridPlace | null {
  const lastRow = rows.length - 1;
  const lastColumn = columns.length - 1;
  const to = (nextRow: number, nextColumn: number): GridPlace => ({
    row: Math.max(0, Math.min(lastRow, nextRow)),
    column: Math.max(0, Math.min(lastColumn, nextColumn)),
  });
  if (key === 'ArrowUp') return to(ctrl ? 0 : row - 1, column);
  if (key === 'ArrowDown') return to(ctrl ? lastRow : row + 1, column);
  if (key === 'ArrowLeft') return to(row, ctrl ? 0 : column - 1);
  if (key === 'ArrowRight') return to(row, ctrl ? lastColumn : column + 1);
  if (key === 'PageUp') return to(row - pageRows, column);
  if (key === 'PageDown') return to(row + pageRows, column);
  if (key === 'Home') return to(ctrl ? 0 : row, 0);
  return key === 'End' ? to(ctrl ? lastRow : row, lastColumn) : null;
}
