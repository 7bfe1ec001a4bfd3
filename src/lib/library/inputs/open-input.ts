import type { IsoDate } from '$lib/domain/calendar';
import type { Finding } from '$lib/domain/finding';
import type { MoneyUnit } from '$lib/domain/money';
import type { InputColumn, InputTable } from '$lib/policy/inputs/input-table';
import type { FindingLog } from '../check/finding-log';
import { unitName } from '../check/show-value';
import type { SheetCells } from '../read/cells';
import { findDataRows, type DataRows } from '../recognise/data-rows';
import { findHeader, type FoundColumn, type FoundHeader } from '../recognise/find-header';
import { readTitleLines, yearInTitle } from '../recognise/title-lines';
import { factsOf, quartersOf, saidByColumn, withColumnsAcross, type FactColumn } from './across-columns';
import { readChecklistForm, type HeadValue } from './checklist-form';

/** Two columns make a header where a telling one is among them. */
const fewestColumns = 2;

/** A sheet that was recognised as one of the tables beside the summary tables. */
export interface OpenedInput {
  table: InputTable;
  columns: FoundColumn<InputColumn>[];
  units: ReadonlyMap<number, MoneyUnit>;
  /** Last days of the quarters that have a column of their own, by its field. */
  quarters: ReadonlyMap<string, IsoDate>;
  /** Facts that have a column of their own, by its field. */
  facts: ReadonlyMap<string, FactColumn>;
  /** What stands once for all rows: project and day of a sheet that is one form. */
  head: ReadonlyMap<string, HeadValue>;
  /** From the title, or null. */
  guideYear: number | null;
  data: DataRows;
  /** Set when a required column is missing or stands twice: all rows wait with this finding. */
  blockedBy: Finding | null;
}

export interface RecognisedInput {
  table: InputTable;
  header: FoundHeader<InputColumn>;
}

/** Which of the tables a sheet is: the one whose telling columns stand there and of which most columns do. */
export function recogniseInput(sheet: SheetCells, tables: readonly InputTable[]): RecognisedInput | null {
  let best: RecognisedInput | null = null;
  for (const table of tables) {
    const plain = findHeader(sheet.rows, table.columns, fewestColumns);
    const header = plain && withColumnsAcross(table, plain);
    const found = new Set(header?.columns.map(({ column }) => column.field));
    if (!header || !table.telling.every((field) => found.has(field))) continue;
    if (table.quartersAcross && quartersOf(table, header).size === 0) continue;
    if (table.factsAcross && factsOf(table, header).size < fewestColumns) continue;
    if (header.columns.length > (best?.header.columns.length ?? 0)) best = { table, header };
  }
  return best;
}

function unitsOf(header: FoundHeader<InputColumn>, tableUnit: MoneyUnit | null, log: FindingLog) {
  const units = new Map<number, MoneyUnit>();
  for (const { index, column, unit, header: text, headerRow } of header.columns) {
    if (column.kind !== 'money') continue;
    const official = column.unit ?? 'wanYuan';
    const used = unit ?? tableUnit ?? official;
    units.set(index, used);
    const place = { row: headerRow, index, column: column.field, found: text, expected: unitName(official) };
    if (used !== official) log.add('column_unit_converted', { ...place, fix: unitName(used) });
    else if (unit === null && tableUnit === null)
      log.add('column_unit_missing', { ...place, fix: unitName(official) });
  }
  return units;
}

function repeated({ table, header }: RecognisedInput, log: FindingLog): Finding | null {
  const seen = new Set<string>();
  for (const { column, index, headerRow, header: text } of header.columns) {
    const said = saidByColumn(table, column, text);
    if (seen.has(said))
      return log.add('column_twice', { row: headerRow, index, column: column.field, found: text });
    seen.add(said);
  }
  return null;
}

/** Names missing, repeated and unknown columns; answers the finding that keeps all rows waiting. */
function checkColumns(
  recognised: RecognisedInput,
  head: OpenedInput['head'],
  log: FindingLog,
): Finding | null {
  const { table, header } = recognised;
  const present = new Set([...head.keys(), ...header.columns.map(({ column }) => column.field)]);
  let blocking = repeated(recognised, log);
  const lacking = table.columns.filter((column) => column.required && !present.has(column.field));
  const joined = present.has('project_id') || (present.has('recipient_name') && present.has('name'));
  if (table.joinsProject && !joined)
    lacking.unshift(...table.columns.filter(({ field }) => field === 'project_id'));
  for (const column of lacking) {
    const place = { row: header.firstDataRow - 1, column: column.field, expected: column.header };
    blocking ??= log.add('column_missing', place);
  }
  for (const { index, headerRow, header: text } of header.unknown)
    log.add('column_unknown', { row: headerRow, index, found: text });
  return blocking;
}

/** Opens a recognised sheet: title, units, rows of data; what is missing or was taken otherwise is a finding. */
export function openInput(recognised: RecognisedInput, sheet: SheetCells, log: FindingLog): OpenedInput {
  const { table, header } = recognised;
  const lines = readTitleLines(sheet.rows.slice(0, header.top));
  const form = readChecklistForm(table, sheet, header, log);
  const head = form?.head ?? new Map<string, HeadValue>();
  const blockedBy = checkColumns(recognised, head, log);
  const units = unitsOf(header, lines.unit, log);
  const data = form ? { rows: form.rows, totals: [], afterEnd: null } : findDataRows(sheet.rows, header);
  if (data.rows.length === 0) log.add('sheet_without_rows', { row: header.firstDataRow });
  if (data.afterEnd !== null) log.add('rows_after_end', { row: data.afterEnd });
  return {
    table,
    columns: header.columns,
    units,
    quarters: quartersOf(table, header),
    facts: factsOf(table, header),
    head,
    guideYear: yearInTitle(lines.title),
    data,
    blockedBy,
  };
}
