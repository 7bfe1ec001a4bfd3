import type { MoneyUnit } from '$lib/domain/money';
import type { InputTable } from '$lib/policy/inputs/input-table';
import type { Rulebook } from '$lib/policy/rulebook';
import type { Location } from '../check/locate-region';
import type { SheetContext } from '../check/sheet-context';
import type { InputReading, SummaryReading, WaitingCell } from '../import-result';
import { factsOf, quartersOf, withColumnsAcross } from '../inputs/across-columns';
import type { OpenedInput } from '../inputs/open-input';
import type { OpenedSheet } from '../open-sheet';
import type { FoundColumn, HeadedColumn } from '../recognise/find-header';
import { headerKey } from '../recognise/header-key';
import { columnIndex } from './waiting-cell';

/** What a row keeps of its sheet, and the sheet made anew of it: so a row can be read again without its file. */

type Units = ReadonlyMap<number, MoneyUnit>;

const unitsByField = (columns: readonly FoundColumn<HeadedColumn>[], units: Units) =>
  Object.fromEntries(
    columns.flatMap(({ index, column }): [string, MoneyUnit][] => {
      const unit = units.get(index);
      return unit === undefined ? [] : [[column.field, unit]];
    }),
  );

const unitsByIndex = (columns: readonly FoundColumn<HeadedColumn>[], units: Record<string, MoneyUnit>) =>
  new Map(
    columns.flatMap(({ index, column }): [number, MoneyUnit][] => {
      const unit = units[column.field];
      return unit === undefined ? [] : [[index, unit]];
    }),
  );

export const summaryReading = (context: SheetContext): SummaryReading => ({
  kind: 'summary',
  guideYear: context.guideYear,
  areaId: context.areaId,
  tableId: context.tableId,
  cityAdcode: context.location?.city.adcode ?? null,
  countyAdcode: context.location?.county?.adcode ?? null,
  compiledOn: context.compiledOn,
  units: unitsByField(context.columns, context.units),
});

export const inputReading = ({ table, guideYear, columns, units, head }: OpenedInput): InputReading => ({
  kind: 'input',
  tableId: table.id,
  guideYear,
  units: unitsByField(columns, units),
  ...(head.size === 0 ? {} : { head: Object.fromEntries(head) }),
});

/** The place of a cell's column, without what only the table knows of it. */
const placeOf = ({ cell, header }: WaitingCell) => ({
  index: columnIndex(cell),
  headerRow: 0,
  header,
  unit: headerKey(header).unit,
});

function locationOf({ regions }: Rulebook, reading: SummaryReading): Location | null {
  const city = regions.find(({ adcode }) => adcode === reading.cityAdcode);
  const county = regions.find(({ adcode }) => adcode === reading.countyAdcode);
  return city ? { city, county: county ?? null } : null;
}

const noData = { rows: [], totals: [], afterEnd: null };

/** The sheet of a summary table, as far as reading one of its rows needs it. */
export function reopenedSummary(
  rulebook: Rulebook,
  reading: SummaryReading,
  cells: readonly WaitingCell[],
): OpenedSheet {
  const { guideYear, areaId, tableId, compiledOn } = reading;
  const known = (rulebook.summaryTables.find(({ id }) => id === tableId) ?? rulebook.summaryTables[0])
    ?.columns;
  const columns = cells.flatMap((cell): SheetContext['columns'] => {
    const column = known?.find(({ field }) => field === cell.column);
    return column ? [{ ...placeOf(cell), column }] : [];
  });
  const units = unitsByIndex(columns, reading.units);
  const location = locationOf(rulebook, reading);
  const context = { rulebook, guideYear, areaId, tableId, columns, units, location, compiledOn };
  return { context, data: noData, regionText: null, blockedBy: null };
}

/** The sheet of another table, as far as reading one of its rows needs it; null when the table is not known. */
export function reopenedInput(
  tables: readonly InputTable[],
  reading: InputReading,
  cells: readonly WaitingCell[],
): OpenedInput | null {
  const table = tables.find(({ id }) => id === reading.tableId);
  if (!table) return null;
  const columns = cells.flatMap((cell): OpenedInput['columns'] => {
    const column = table.columns.find(({ field }) => field === cell.column);
    return column ? [{ ...placeOf(cell), column }] : [];
  });
  const known = new Set(columns.map(({ index }) => index));
  const unknown = cells.map(placeOf).filter(({ index }) => !known.has(index));
  const header = withColumnsAcross(table, { top: 0, firstDataRow: 1, columns, unknown });
  return {
    table,
    columns: header.columns,
    units: unitsByIndex(header.columns, reading.units),
    quarters: quartersOf(table, header),
    facts: factsOf(table, header),
    head: new Map(Object.entries(reading.head ?? {})),
    guideYear: reading.guideYear,
    data: noData,
    blockedBy: null,
  };
}
