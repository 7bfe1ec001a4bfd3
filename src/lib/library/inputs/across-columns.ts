import type { IsoDate } from '$lib/domain/calendar';
import type { MoneyUnit } from '$lib/domain/money';
import type { InputColumn, InputFact, InputTable } from '$lib/policy/inputs/input-table';
import type { FoundHeader, UnknownColumn } from '../recognise/find-header';
import { quarterIn } from '../values/period';
import { factNamed } from './fact-value';

/** Columns that only the sheet names: one for each quarter, or one for each fact; their field is the header. */

/** A fact that has a column of its own. */
export interface FactColumn {
  fact: InputFact;
  /** Unit of money that the header names. */
  unit: MoneyUnit | null;
}

type TableAcross = Pick<InputTable, 'quartersAcross' | 'factsAcross' | 'facts'>;

const isAcross = (table: TableAcross, { header }: UnknownColumn): boolean =>
  table.quartersAcross
    ? quarterIn(header) !== null
    : table.factsAcross && factNamed(table.facts, header) !== null;

const valueColumn = (header: string): InputColumn => ({
  field: header,
  header,
  aliases: [],
  kind: 'value',
  unit: null,
  required: false,
  edge: 'end',
  options: [],
});

/** The header with quarters or facts as columns of values, where the table has them across. */
export function withColumnsAcross(
  table: TableAcross,
  header: FoundHeader<InputColumn>,
): FoundHeader<InputColumn> {
  const across = header.unknown
    .filter((place) => isAcross(table, place))
    .map((place) => ({ ...place, column: valueColumn(place.header) }));
  const unknown = header.unknown.filter((place) => !isAcross(table, place));
  return { ...header, unknown, columns: [...header.columns, ...across] };
}

/** Last days of the quarters that have a column, by its field. */
export const quartersOf = (
  { quartersAcross }: TableAcross,
  { columns }: FoundHeader<InputColumn>,
): Map<string, IsoDate> =>
  new Map(
    columns.flatMap(({ column }): [string, IsoDate][] => {
      const end = quartersAcross && column.kind === 'value' ? quarterIn(column.field) : null;
      return end === null ? [] : [[column.field, end]];
    }),
  );

/** Facts that have a column, by its field. */
export const factsOf = (
  { factsAcross, facts }: TableAcross,
  { columns }: FoundHeader<InputColumn>,
): Map<string, FactColumn> =>
  new Map(
    columns.flatMap(({ column, unit }): [string, FactColumn][] => {
      const fact = factsAcross && column.kind === 'value' ? factNamed(facts, column.field) : null;
      return fact ? [[column.field, { fact, unit }]] : [];
    }),
  );

/** What two columns of one sheet may not both say: a field, a quarter, a fact. */
export function saidByColumn(table: TableAcross, column: InputColumn, header: string): string {
  if (column.kind !== 'value') return column.field;
  const fact = table.factsAcross ? factNamed(table.facts, header)?.id : undefined;
  return fact ?? quarterIn(header) ?? column.field;
}
