import type { MoneyUnit } from '$lib/domain/money';
import type { SummaryColumn } from '$lib/policy/rulebook';
import { cellText, isBlank, type CellValue } from '../read/cells';
import { headerKey } from './header-key';

/** What a header needs to know of a table's column. */
export interface HeadedColumn {
  field: string;
  header: string;
  aliases: readonly string[];
  /** `sequence` for the numbers of the lines. */
  kind: string;
}

/** A column of the sheet whose meaning is known. */
export interface FoundColumn<C extends HeadedColumn = SummaryColumn> {
  index: number;
  /** Row of its own header cell, for findings. */
  headerRow: number;
  header: string;
  column: C;
  /** Unit in the header, or in a row of units below it; null where neither names one. */
  unit: MoneyUnit | null;
}

export interface UnknownColumn {
  index: number;
  headerRow: number;
  header: string;
  unit: MoneyUnit | null;
}

export interface FoundHeader<C extends HeadedColumn = SummaryColumn> {
  /** First row of the header: what lies above are title lines. */
  top: number;
  firstDataRow: number;
  columns: FoundColumn<C>[];
  unknown: UnknownColumn[];
}

type Rows = readonly (readonly CellValue[])[];
type ColumnsByKey<C extends HeadedColumn> = ReadonlyMap<string, C>;
type AnyColumns = ColumnsByKey<HeadedColumn>;

/** Title lines above a header are few; further down no header is looked for. */
const searchedRows = 40;
/** A row with so large a share of the most columns is a header, too. */
const nearlyAsMany = 0.6;
/** So many different columns must be recognised before a row counts as a header. */
const fewestColumns = 5;

/** Columns by what their header or an alias says. */
export function columnsByKey<C extends HeadedColumn>(columns: readonly C[]): ColumnsByKey<C> {
  const found = new Map<string, C>();
  for (const column of columns) {
    for (const text of [column.header, ...column.aliases]) found.set(headerKey(text).key, column);
  }
  return found;
}

const labelAt = (rows: Rows, row: number, index: number): string => {
  const cell = rows[row]?.[index] ?? null;
  return isBlank(cell) ? '' : cellText(cell).trim();
};

function matchesIn(rows: Rows, row: number, byKey: AnyColumns): number {
  const fields = (rows[row] ?? []).flatMap(
    (_, index) => byKey.get(headerKey(labelAt(rows, row, index)).key)?.field ?? [],
  );
  return new Set(fields).size;
}

/**
 * The row with the most columns; of several that hold nearly as many (a header printed again on each page) the first,
 * because the lines of the table and its units stand there.
 */
function bestRow(rows: Rows, byKey: AnyColumns, fewest: number): number | null {
  const matches = rows.slice(0, searchedRows).map((_, row) => matchesIn(rows, row, byKey));
  const most = Math.max(0, ...matches);
  if (most === 0) return null;
  const best = matches.findIndex((count) => count >= most * nearlyAsMany);
  const inHeader = [best - 1, best, best + 1].reduce((sum, row) => sum + matchesIn(rows, row, byKey), 0);
  return inHeader >= fewest ? best : null;
}

const unitRowPattern = /^[([（]?[十百千]?[万亿]?(?:美|欧|港|日)?元[)\]）]?$/;

/** A row that holds nothing but units, set below the names. */
function isUnitRow(rows: Rows, row: number): boolean {
  const filled = (rows[row] ?? []).filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => unitRowPattern.test(cellText(cell).trim()));
}

/** The header cell of a column: its own row, else the merged cell that reaches down from above, else below. */
function headerCell(rows: Rows, candidates: readonly number[], index: number, byKey: AnyColumns) {
  const labelled = candidates
    .map((row) => ({ row, text: labelAt(rows, row, index) }))
    .filter(({ text }) => text !== '');
  return labelled.find(({ text }) => byKey.has(headerKey(text).key)) ?? labelled[0] ?? null;
}

/**
 * Finds the header of a table, in one row or in two with merged cells, and what each column means.
 * Null when the sheet has no such header.
 * @param fewest so many different columns must be recognised
 */
export function findHeader<C extends HeadedColumn>(
  rows: Rows,
  columns: readonly C[],
  fewest: number = fewestColumns,
): FoundHeader<C> | null {
  const byKey = columnsByKey(columns);
  const row = bestRow(rows, byKey, fewest);
  if (row === null) return null;
  const above =
    row > 0 && (rows[row - 1] ?? []).some((cell) => !isBlank(cell)) && isPartOfHeader(rows, row - 1, byKey);
  const below = isMostlyHeader(rows, row + 1, byKey);
  const last = below ? row + 1 : row;
  const unitRow = isUnitRow(rows, last + 1) ? last + 1 : null;
  const candidates = [row, ...(below ? [row + 1] : []), ...(above ? [row - 1] : [])];
  const header: FoundHeader<C> = {
    top: above ? row - 1 : row,
    firstDataRow: (unitRow ?? last) + 1,
    columns: [],
    unknown: [],
  };
  readHeaderCells(header, rows, { candidates, unitRow, byKey });
  return header;
}

/** Fills in what each header cell means. */
function readHeaderCells<C extends HeadedColumn>(
  into: FoundHeader<C>,
  rows: Rows,
  place: { candidates: readonly number[]; unitRow: number | null; byKey: ColumnsByKey<C> },
): void {
  const { candidates, unitRow, byKey } = place;
  const width = Math.max(...candidates.map((candidate) => rows[candidate]?.length ?? 0));
  for (let index = 0; index < width; index++) {
    const cell = headerCell(rows, candidates, index, byKey);
    if (!cell) continue;
    const { key, unit } = headerKey(cell.text);
    const own = unit ?? unitBelow(rows, unitRow, index);
    // A unit that is not read (千元) must stay in sight of those who look at the header.
    const odd = unitRow === null || own !== null ? '' : labelAt(rows, unitRow, index);
    const header = odd === '' ? cell.text : `${cell.text}(${odd})`;
    const found = { index, headerRow: cell.row, header, unit: own };
    const column = byKey.get(key);
    if (column) into.columns.push({ ...found, column });
    else into.unknown.push(found);
  }
}

const unitBelow = (rows: Rows, unitRow: number | null, index: number): MoneyUnit | null =>
  unitRow === null ? null : headerKey(`(${labelAt(rows, unitRow, index).replace(/[()[\]（）]/g, '')})`).unit;

/** One cell that reads like a header (a project numbered “No”) makes no header of a row of data. */
const isMostlyHeader = (rows: Rows, row: number, byKey: AnyColumns): boolean => {
  const filled = (rows[row] ?? []).filter((cell) => !isBlank(cell)).length;
  return filled > 0 && matchesIn(rows, row, byKey) * 2 >= filled;
};

/** The row of merged group headings: it names a column (序号, reaching down), or 基本情况. */
const isPartOfHeader = (rows: Rows, row: number, byKey: AnyColumns): boolean =>
  matchesIn(rows, row, byKey) > 0 ||
  (rows[row] ?? []).some((_, index) => /基本情况$/.test(headerKey(labelAt(rows, row, index)).key));
