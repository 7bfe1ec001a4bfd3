import type { Finding } from '$lib/domain/finding';
import type { Fen } from '$lib/domain/money';
import { cellText, isErrorCell, type CellValue } from '../read/cells';
import type { FoundColumn } from '../recognise/find-header';
import { readAmount } from '../values/amount';
import { readClusterMark, type ClusterMark } from '../values/cluster-mark';
import { readDate } from '../values/date';
import type { Reading } from '../values/reading';
import { readText } from '../values/text';
import { chooseCategory, clusterIdOf, type CategoryChoice } from './choose-category';
import type { FindingCode } from './finding-codes';
import type { FindingLog } from './finding-log';
import { plausibleFen } from './plausible-amounts';
import type { SheetContext } from './sheet-context';
import { shownAmount } from './show-value';

/** The values of one row, by column of `project`; what is missing or faulty has no entry. */
export interface RowValues {
  row: number;
  texts: Map<string, string>;
  amounts: Map<string, Fen>;
  dates: Map<string, string>;
  category: CategoryChoice | null;
  cluster: ClusterMark | null;
  sequence: CellValue;
  /** Money columns whose cell could not be read: a total over them cannot be checked. */
  unreadable: Set<string>;
  findings: Finding[];
}

/** Fields without which a row means nothing, and how their absence is named. */
const missingCodes: Record<string, FindingCode> = {
  name: 'name_missing',
  recipient_name: 'recipient_missing',
  category_id: 'category_missing',
  total_investment_fen: 'investment_missing',
  requested_fen: 'amount_missing',
};

/** Taxes come back and profits turn into losses; nothing else falls below zero. */
const mayBeNegative = new Set(['tax_paid_fen', 'profit_fen']);

class RowReader {
  readonly values: RowValues;

  constructor(
    private readonly context: SheetContext,
    row: number,
    private readonly log: FindingLog,
  ) {
    this.values = {
      row,
      texts: new Map(),
      amounts: new Map(),
      dates: new Map(),
      category: null,
      cluster: null,
      sequence: null,
      unreadable: new Set(),
      findings: [],
    };
  }

  read(found: FoundColumn, cell: CellValue): void {
    const { kind, field } = found.column;
    if (kind === 'sequence') this.values.sequence = cell;
    else if (isErrorCell(cell)) this.fault('error_cell', found, cell);
    else if (kind === 'money') this.readMoney(found, cell);
    else if (kind === 'date') this.readDay(found, cell);
    else if (kind === 'category') this.readCategory(found, cell);
    else if (kind === 'cluster') this.readCluster(found, cell);
    else this.keep(found, cell, readText(cell), this.values.texts, (text) => text, field);
  }

  private report(
    code: FindingCode,
    found: FoundColumn,
    cell: CellValue,
    expected: string | null,
    fix: string | null,
  ) {
    const { row } = this.values;
    const place = { row, index: found.index, column: found.column.field, found: cell, expected, fix };
    this.values.findings.push(this.log.add(code, place));
  }

  private fault(
    code: FindingCode,
    found: FoundColumn,
    cell: CellValue,
    expected: string | null = null,
  ): void {
    if (found.column.kind === 'money') this.values.unreadable.add(found.column.field);
    this.report(code, found, cell, expected, null);
  }

  /** Keeps a value, or names why there is none. Answers the value that was kept. */
  private keep<T>(
    found: FoundColumn,
    cell: CellValue,
    reading: Reading<T>,
    into: Map<string, T>,
    show: (value: T) => string,
    field: string,
  ): T | null {
    if (reading.kind === 'fault') this.fault(reading.code, found, cell);
    if (reading.kind === 'missing') {
      const code = missingCodes[field];
      if (code) this.report(code, found, null, found.header, null);
    }
    if (reading.kind !== 'value') return null;
    if (reading.change) this.report(reading.change, found, cell, null, show(reading.value));
    into.set(field, reading.value);
    return reading.value;
  }

  private readMoney(found: FoundColumn, cell: CellValue): void {
    const { field } = found.column;
    const unit = this.context.units.get(found.index) ?? 'wanYuan';
    const kept = this.keep(found, cell, readAmount(cell, unit), this.values.amounts, shownAmount, field);
    if (kept === null) return;
    const most = plausibleFen(field);
    const implausible = Math.abs(kept) > most;
    if (!implausible && (kept >= 0 || mayBeNegative.has(field))) return;
    this.values.amounts.delete(field);
    if (implausible) this.fault('amount_absurd', found, cell, shownAmount(most));
    else this.fault('amount_negative', found, cell);
  }

  private readDay(found: FoundColumn, cell: CellValue): void {
    const { field } = found.column;
    const edge = field === 'end_date' ? 'end' : 'start';
    this.keep(found, cell, readDate(cell, edge), this.values.dates, (day) => day, field);
  }

  private readCategory(found: FoundColumn, cell: CellValue): void {
    const reading = readText(cell);
    if (reading.kind !== 'value') {
      this.report('category_missing', found, null, found.header, null);
      return;
    }
    const answer = chooseCategory(this.context, reading.value);
    if (answer.kind === 'found') this.values.category = answer.choice;
    else this.fault(answer.code, found, cell, answer.expected);
  }

  private readCluster(found: FoundColumn, cell: CellValue): void {
    const reading = readClusterMark(cell, (text) => clusterIdOf(this.context.rulebook, text));
    if (reading.kind === 'fault') this.fault(reading.code, found, cell);
    if (reading.kind === 'value') this.values.cluster = reading.value;
  }
}

/** Reads one row with the meaning of its columns known; every fault is named once, at its cell. */
export function readRow(
  context: SheetContext,
  cells: readonly CellValue[],
  row: number,
  log: FindingLog,
): RowValues {
  const reader = new RowReader(context, row, log);
  for (const found of context.columns) reader.read(found, cells[found.index] ?? null);
  return reader.values;
}

/** A row's cells as text, for the list of rows that wait. */
export const rawCells = (context: SheetContext, cells: readonly CellValue[]) =>
  context.columns.map(({ index, column, header }) => ({
    column: column.field,
    header,
    index,
    value: cellText(cells[index] ?? null),
  }));
