import type { Finding } from '$lib/domain/finding';
import type { MoneyUnit } from '$lib/domain/money';
import type { Rulebook } from '$lib/policy/rulebook';
import type { FindingLog } from './check/finding-log';
import { locateLine, type Location } from './check/locate-region';
import type { SheetContext } from './check/sheet-context';
import { unitName } from './check/show-value';
import { cellText, type SheetCells } from './read/cells';
import { findDataRows, type DataRows } from './recognise/data-rows';
import { findHeader, type FoundHeader } from './recognise/find-header';
import { nameTable } from './recognise/name-table';
import { readTitleLines, yearInTitle, type TitleLines, type TitleValue } from './recognise/title-lines';
import { readDate } from './values/date';

/** A sheet that was recognised as a summary table. */
export interface OpenedSheet {
  context: SheetContext;
  data: DataRows;
  regionText: string | null;
  /** Set when the rows cannot be read although they are there: all of them wait with this finding. */
  blockedBy: Finding | null;
}

export interface SheetSource {
  rulebook: Rulebook;
  sheet: SheetCells;
  fileName: string;
  /** Without the folders and the archive that it came in. */
  ownName?: string;
  /** For a title that names no year. */
  defaultGuideYear: number;
}

function compiledDay(value: TitleValue | null, header: FoundHeader, log: FindingLog): string | null {
  if (!value || value.value === null) {
    const place = value ? { row: value.row, index: value.index } : { row: header.top };
    log.add('compiled_on_missing', place);
    return null;
  }
  const reading = readDate(value.value, 'end');
  if (reading.kind === 'value') return reading.value;
  log.add('compiled_on_unreadable', { row: value.row, index: value.index, found: value.value });
  return null;
}

function locationOf(
  { rulebook }: SheetSource,
  value: TitleValue | null,
  header: FoundHeader,
  log: FindingLog,
): Location | null {
  if (!value || value.value === null) {
    log.add('region_missing', value ? { row: value.row, index: value.index } : { row: header.top });
    return null;
  }
  const found = locateLine(rulebook, String(value.value));
  if (found) return found;
  log.add('region_unknown', { row: value.row, index: value.index, found: value.value });
  return null;
}

/** The unit of each money column; a unit other than the official one is converted and noted once a column. */
function unitsOf(header: FoundHeader, tableUnit: MoneyUnit | null, log: FindingLog): Map<number, MoneyUnit> {
  const units = new Map<number, MoneyUnit>();
  for (const { index, column, unit, header: text, headerRow } of header.columns) {
    if (column.kind !== 'money') continue;
    const official = column.unit ?? 'wanYuan';
    const used = unit ?? tableUnit ?? official;
    const place = { row: headerRow, index, column: column.field, found: text, expected: unitName(official) };
    units.set(index, used);
    if (used !== official) log.add('column_unit_converted', { ...place, fix: unitName(used) });
    else if (unit === null && tableUnit === null)
      log.add('column_unit_missing', { ...place, fix: unitName(official) });
  }
  return units;
}

function repeatedColumn(header: FoundHeader, log: FindingLog): Finding | null {
  const seen = new Set<string>();
  for (const { column, index, headerRow, header: text } of header.columns) {
    if (seen.has(column.field))
      return log.add('column_twice', { row: headerRow, index, column: column.field, found: text });
    seen.add(column.field);
  }
  return null;
}

/** Names what columns are missing or unknown; answers the finding that keeps the rows from being read. */
function checkColumns({ rulebook }: SheetSource, header: FoundHeader, log: FindingLog): Finding | null {
  const present = new Set(header.columns.map(({ column }) => column.field));
  let blocking = repeatedColumn(header, log);
  for (const column of rulebook.summaryTables[0]?.columns ?? []) {
    if (present.has(column.field) || column.kind === 'sequence') continue;
    const place = { row: header.firstDataRow - 1, column: column.field, expected: column.header };
    const finding = log.add(column.required ? 'column_missing' : 'column_absent', place);
    if (column.required) blocking ??= finding;
  }
  for (const { index, headerRow, header: text } of header.unknown) {
    log.add('column_unknown', { row: headerRow, index, found: text });
  }
  return blocking;
}

function guideYearOf(
  source: SheetSource,
  lines: TitleLines,
  log: FindingLog,
): { year: number; unknown: Finding | null } {
  const inTitle = yearInTitle(lines.title);
  const year = inTitle ?? source.defaultGuideYear;
  const years = source.rulebook.guides.map((guide) => guide.year);
  if (inTitle === null) log.add('guide_year_missing', { row: 0, fix: String(year) });
  if (years.includes(year)) return { year, unknown: null };
  const place = { row: 0, found: String(year), expected: years.join('、') };
  return { year, unknown: log.add('guide_year_unknown', place) };
}

function tableOf(source: SheetSource, year: number, lines: TitleLines, log: FindingLog) {
  const guide = source.rulebook.guides.find((candidate) => candidate.year === year);
  if (!guide) return null;
  const table = nameTable(source.rulebook, guide, lines.title, [
    source.sheet.name ?? '',
    source.ownName ?? source.fileName,
  ]);
  if (table?.inTitle) return table;
  const area = guide.areas.find(({ id }) => id === table?.areaId);
  log.add('title_missing', { row: 0, fix: area?.name.zh ?? null });
  return table;
}

/** The header of a summary table, or null. */
export const summaryHeader = ({ rulebook, sheet }: SheetSource): FoundHeader | null =>
  findHeader(
    sheet.rows,
    rulebook.summaryTables.flatMap((table) => table.columns),
  );

/**
 * Recognises a sheet: table, guide year, 地区, 汇总时间, columns and their units, rows of data. Everything that
 * is missing or was taken otherwise is a finding. Null when the sheet has no header of a summary table.
 */
export function openSheet(source: SheetSource, log: FindingLog): OpenedSheet | null {
  const header = summaryHeader(source);
  return header && openWithHeader(source, header, log);
}

/** Opens a sheet whose header is known already, such as one that a user mapped. */
export function openWithHeader(source: SheetSource, header: FoundHeader, log: FindingLog): OpenedSheet {
  const { rulebook, sheet } = source;
  const lines = readTitleLines(sheet.rows.slice(0, header.top));
  const { year, unknown } = guideYearOf(source, lines, log);
  const table = tableOf(source, year, lines, log);
  const location = locationOf(source, lines.region, header, log);
  const compiledOn = compiledDay(lines.compiledOn, header, log);
  const columnFault = checkColumns(source, header, log);
  const units = unitsOf(header, lines.unit, log);
  const data = findDataRows(sheet.rows, header);
  if (data.rows.length === 0) log.add('sheet_without_rows', { row: header.firstDataRow });
  if (data.afterEnd !== null) log.add('rows_after_end', { row: data.afterEnd });
  return {
    context: {
      rulebook,
      guideYear: year,
      areaId: table?.areaId ?? null,
      tableId: table?.tableId ?? null,
      columns: header.columns,
      units,
      location,
      compiledOn,
    },
    data,
    regionText: lines.region?.value ? cellText(lines.region.value) : null,
    blockedBy: unknown ?? columnFault,
  };
}
