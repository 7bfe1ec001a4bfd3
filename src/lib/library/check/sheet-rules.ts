import { inUnit, type Fen, type MoneyUnit } from '$lib/domain/money';
import { cellText, isBlank, type CellValue } from '../read/cells';
import type { FoundColumn, HeadedColumn } from '../recognise/find-header';
import { readAmount } from '../values/amount';
import { halfWidth } from '../values/text';
import type { FindingLog } from './finding-log';
import type { RowValues } from './read-row';
import { columnFor, type SheetContext } from './sheet-context';

const sequenceNumber = (cell: CellValue): number | null => {
  const text = halfWidth(cellText(cell))
    .trim()
    .replace(/(?<=\d),(?=\d{3})/g, '');
  return /^\d+(?:\.0+)?$/.test(text) ? Number(text) : null;
};

/**
 * 序号 must count up by one; each break is named once, and counting goes on from what stands there. Where
 * something else than a number stands, the rest is not judged: the table numbers its rows in its own way.
 */
export function checkSequence(context: SheetContext, rows: readonly RowValues[], log: FindingLog): void {
  const column = columnFor(context, 'sequence');
  if (!column || rows.every((values) => isBlank(values.sequence))) return;
  let expected = 1;
  for (const { row, sequence } of rows) {
    const number = sequenceNumber(sequence);
    if (number !== expected) {
      const place = { row, index: column.index, column: 'sequence' };
      log.add('sequence_broken', { ...place, found: sequence, expected: String(expected) });
    }
    if (number === null) return;
    expected = number + 1;
  }
}

/** A row whose amounts count towards a 合计. */
export interface SummedRow {
  row: number;
  amounts: ReadonlyMap<string, Fen>;
  /** Money columns whose cell could not be read: a total over them cannot be checked. */
  unreadable: ReadonlySet<string>;
}

/** The sum of a money column over all rows, those that wait included; null when a cell could not be read. */
function sumOf(rows: readonly SummedRow[], field: string): Fen | null {
  if (rows.some((values) => values.unreadable.has(field))) return null;
  return rows.reduce((sum, values) => sum + (values.amounts.get(field) ?? 0), 0);
}

/** A 合计 row must hold the sums of the rows above it; of a summary table, or of any other with money columns. */
export function checkTotal(
  {
    columns,
    units,
  }: { columns: readonly FoundColumn<HeadedColumn>[]; units: ReadonlyMap<number, MoneyUnit> },
  rows: readonly SummedRow[],
  total: { row: number; cells: readonly CellValue[] },
  log: FindingLog,
): void {
  const above = rows.filter((values) => values.row < total.row);
  for (const { column, index } of columns) {
    if (column.kind !== 'money') continue;
    const cell = total.cells[index] ?? null;
    const unit = units.get(index) ?? 'wanYuan';
    const reading = readAmount(cell, unit);
    const sum = sumOf(above, column.field);
    if (sum === null || reading.kind === 'missing') continue;
    if (reading.kind === 'value' && reading.value === sum) continue;
    const place = { row: total.row, index, column: column.field, found: cell };
    log.add('total_mismatch', { ...place, expected: String(inUnit(sum, unit)) });
  }
}
