import type { InputColumn, InputTable } from '$lib/policy/inputs/input-table';
import type { ImportInputs } from '../inputs/input-state';
import { recogniseInput } from '../inputs/open-input';
import { recogniseForm } from '../kpi-form/recognise-form';
import { summaryHeader, type SheetSource } from '../open-sheet';
import type { FoundHeader, HeadedColumn } from '../recognise/find-header';
import { findLooseHeader } from '../recognise/find-loose-header';
import type { ToldFields } from '../recognise/match-headers';
import type { LayoutKind } from './layout';

/** A column as header and mapping need it. */
export interface KnownColumn extends HeadedColumn {
  required: boolean;
}

/** A sheet's table and header, whether certain or not. */
export interface Candidate {
  kind: LayoutKind;
  /** The table beside the summary tables that it is, with the columns that only the sheet names; or null. */
  input: { table: InputTable; columns: readonly InputColumn[] } | null;
  tableName: string;
  joinsProject: boolean;
  columns: readonly KnownColumn[];
  header: FoundHeader<KnownColumn>;
  /** Columns that only the sheet names (a quarter, a fact), by index. */
  told: ToldFields;
  /** False where the header itself was only found by what its cells read like. */
  found: boolean;
}

const looseSummaryColumns = 5;
const looseInputColumns = 3;

const summaryColumns = ({ rulebook }: SheetSource): readonly KnownColumn[] =>
  rulebook.summaryTables[0]?.columns ?? [];

function summaryCandidate(source: SheetSource, header: FoundHeader<KnownColumn>, found: boolean): Candidate {
  const columns = summaryColumns(source);
  return {
    kind: 'summary',
    input: null,
    tableName: '入库项目汇总表',
    joinsProject: false,
    columns,
    header,
    told: new Map(),
    found,
  };
}

function inputCandidate(table: InputTable, header: FoundHeader<InputColumn>, found: boolean): Candidate {
  // Quarters have a column each that only the sheet names.
  const own = new Set(table.columns.map(({ field }) => field));
  const more = header.columns.filter(({ column }) => !own.has(column.field));
  const told = new Map(more.map(({ index, column }) => [index, column.field]));
  const columns = [...table.columns, ...more.map(({ column }) => column)];
  const { id: kind, joinsProject } = table;
  return {
    kind,
    input: { table, columns },
    tableName: table.name.zh,
    joinsProject,
    columns,
    header,
    told,
    found,
  };
}

/** A table whose telling columns are there only by likeness. */
function looseInput({ sheet }: SheetSource, tables: readonly InputTable[]): Candidate | null {
  let best: Candidate | null = null;
  for (const table of tables.filter(({ quartersAcross, factsAcross }) => !quartersAcross && !factsAcross)) {
    const header = findLooseHeader(sheet.rows, table.columns, looseInputColumns);
    const fields = new Set(header?.columns.map(({ column }) => column.field));
    if (!header || fields.size < looseInputColumns || !table.telling.every((field) => fields.has(field)))
      continue;
    if (fields.size > (best?.header.columns.length ?? 0)) best = inputCandidate(table, header, false);
  }
  return best;
}

/** The table that a sheet is or seems to be. Null for KPI forms, which have no such header, and for no table. */
export function candidateOf(source: SheetSource, inputs: ImportInputs | undefined): Candidate | null {
  if (inputs && recogniseForm(source.sheet, inputs.forms)) return null;
  const summary = summaryHeader(source);
  const present = new Set(summary?.columns.map(({ column }) => column.field));
  const whole = summaryColumns(source).every(({ field, required }) => !required || present.has(field));
  if (summary && whole) return summaryCandidate(source, summary, true);
  const input = inputs ? recogniseInput(source.sheet, inputs.tables) : null;
  if (input) return inputCandidate(input.table, input.header, true);
  if (summary) return summaryCandidate(source, summary, true);
  const loose = findLooseHeader(source.sheet.rows, summaryColumns(source), looseSummaryColumns);
  if (loose) return summaryCandidate(source, loose, false);
  return inputs ? looseInput(source, inputs.tables) : null;
}
