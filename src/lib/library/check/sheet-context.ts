import type { MoneyUnit } from '$lib/domain/money';
import type { Rulebook } from '$lib/policy/rulebook';
import type { FoundColumn } from '../recognise/find-header';
import type { Location } from './locate-region';

/** What is known of a recognised sheet before its rows are read. */
export interface SheetContext {
  rulebook: Rulebook;
  guideYear: number;
  /** Null when nothing in the file tells which of the tables it is: then the category decides. */
  areaId: string | null;
  /** Annex number of the table, such as 2-1, or null. */
  tableId: string | null;
  columns: FoundColumn[];
  /** Unit of each money column, by its index in the sheet. */
  units: ReadonlyMap<number, MoneyUnit>;
  /** From the 地区 line; null when it is missing or not understood. */
  location: Location | null;
  compiledOn: string | null;
}

/** The column of the sheet that holds a field, or undefined. */
export const columnFor = (context: Pick<SheetContext, 'columns'>, field: string): FoundColumn | undefined =>
  context.columns.find(({ column }) => column.field === field);
