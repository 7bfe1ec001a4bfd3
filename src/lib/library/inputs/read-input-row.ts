import type { Finding } from '$lib/domain/finding';
import type { MoneyUnit } from '$lib/domain/money';
import type { InputColumn } from '$lib/policy/inputs/input-table';
import type { FindingCode } from '../check/finding-codes';
import type { FindingLog } from '../check/finding-log';
import { plausibleFen } from '../check/plausible-amounts';
import { shownAmount } from '../check/show-value';
import { cellText, isErrorCell, type CellValue } from '../read/cells';
import type { FoundColumn } from '../recognise/find-header';
import { readAmount } from '../values/amount';
import { readDate } from '../values/date';
import { readPeriod } from '../values/period';
import { fault, missing, read, type Reading } from '../values/reading';
import { comparisonKey, isMissing, readText } from '../values/text';
import { readWholeNumber, readYear } from '../values/whole-number';
import type { HeadValue } from './checklist-form';
import { readNumber } from './indicator-value';

/** What a finding of this row says beside its code. */
export interface Said {
  expected?: string | null;
  fix?: string | null;
  /** Instead of what stands in the cell. */
  found?: CellValue;
}

/** The values of one row by column; what is missing or faulty has no entry. */
export class InputRow {
  readonly texts = new Map<string, string>();
  readonly numbers = new Map<string, number>();
  /** Cells that only their indicator can explain. */
  readonly cells = new Map<string, CellValue>();
  readonly findings: Finding[] = [];

  constructor(
    readonly row: number,
    private readonly columns: readonly FoundColumn<InputColumn>[],
    private readonly raw: readonly CellValue[],
    private readonly log: FindingLog,
    private readonly head: ReadonlyMap<string, HeadValue>,
  ) {
    for (const [field, { text }] of head) this.texts.set(field, text);
  }

  /** Names a fault at the cell of a column, or at the whole row where the sheet has no such column. */
  report(code: FindingCode, field: string, said: Said = {}): void {
    const found = this.columns.find(({ column }) => column.field === field);
    const once = this.head.get(field);
    const place = found
      ? { index: found.index, found: this.raw[found.index] ?? null }
      : once && { row: once.row, index: once.index, found: once.text };
    this.findings.push(this.log.add(code, { row: this.row, column: field, ...place, ...said }));
  }

  get faulty(): boolean {
    return this.findings.some(({ severity }) => severity === 'error');
  }
}

function readChoice(value: CellValue, column: InputColumn): Reading<string> {
  if (isMissing(value)) return missing;
  const key = comparisonKey(cellText(value));
  const option = column.options.find(({ words }) => words.some((word) => comparisonKey(word) === key));
  return option ? read(option.id) : fault('choice_unknown');
}

function readWhole(value: CellValue, column: InputColumn): Reading<number> {
  const chosen = readChoice(value, column);
  return chosen.kind === 'value' ? read(Number(chosen.value)) : readWholeNumber(value);
}

/** A number that is not below zero. */
function readMeasured(value: CellValue): Reading<number> {
  if (isMissing(value)) return missing;
  const reading = readNumber(value, '');
  if (reading.kind !== 'value') return reading.kind === 'fault' ? reading : missing;
  const { number } = reading.value;
  return number === null || number < 0 ? fault('number_not_read') : read(number);
}

const expectedOf = (code: FindingCode, column: InputColumn): string | null => {
  if (code === 'choice_unknown') return column.options.map(({ words }) => words[0]).join('、');
  if (code === 'number_not_read') {
    if (column.kind === 'number') return '0、1.5…';
    return column.kind === 'year' ? '2023' : '1、2…';
  }
  return code === 'period_not_quarter' ? '2024年第一季度' : null;
};

function keep<T extends string | number>(
  row: InputRow,
  column: InputColumn,
  reading: Reading<T>,
  into: Map<string, T>,
  show: (value: T) => string,
): void {
  if (reading.kind === 'fault')
    row.report(reading.code, column.field, { expected: expectedOf(reading.code, column) });
  if (reading.kind === 'missing' && column.required)
    row.report('cell_missing', column.field, { found: null, expected: column.header });
  if (reading.kind !== 'value') return;
  if (reading.change) row.report(reading.change, column.field, { fix: show(reading.value) });
  into.set(column.field, reading.value);
}

function readMoney(row: InputRow, column: InputColumn, cell: CellValue, unit: MoneyUnit): void {
  keep(row, column, readAmount(cell, unit), row.numbers, shownAmount);
  const amount = row.numbers.get(column.field);
  if (amount === undefined) return;
  const most = plausibleFen(column.field);
  if (amount > most) row.report('amount_absurd', column.field, { expected: shownAmount(most) });
  else if (amount < 0) row.report('amount_negative', column.field);
  else return;
  row.numbers.delete(column.field);
}

function readCell(row: InputRow, column: InputColumn, cell: CellValue, unit: MoneyUnit): void {
  const { kind } = column;
  const asText = (value: string | number) => String(value);
  if (kind === 'sequence') return;
  if (isErrorCell(cell)) row.report('error_cell', column.field);
  else if (kind === 'money') readMoney(row, column, cell, unit);
  else if (kind === 'date') keep(row, column, readDate(cell, column.edge), row.texts, asText);
  else if (kind === 'period') keep(row, column, readPeriod(cell), row.texts, asText);
  else if (kind === 'integer') keep(row, column, readWhole(cell, column), row.numbers, asText);
  else if (kind === 'number') keep(row, column, readMeasured(cell), row.numbers, asText);
  else if (kind === 'year') keep(row, column, readYear(cell), row.numbers, asText);
  else if (kind === 'choice') keep(row, column, readChoice(cell, column), row.texts, asText);
  else if (kind !== 'value') keep(row, column, readText(cell), row.texts, asText);
  // 无 answers a question for yes or no.
  else if (!isMissing(cell) || cellText(cell).trim() === '无') row.cells.set(column.field, cell);
  else if (column.required)
    row.report('cell_missing', column.field, { found: null, expected: column.header });
}

/** Reads one row with the meaning of its columns known; every fault is named once, at its cell. */
export function readInputRow(
  columns: readonly FoundColumn<InputColumn>[],
  units: ReadonlyMap<number, MoneyUnit>,
  cells: readonly CellValue[],
  at: { row: number; log: FindingLog; head: ReadonlyMap<string, HeadValue> },
): InputRow {
  const row = new InputRow(at.row, columns, cells, at.log, at.head);
  for (const { column, index } of columns)
    readCell(row, column, cells[index] ?? null, units.get(index) ?? 'wanYuan');
  return row;
}
