import type { InputColumn, InputTable } from '$lib/policy/inputs/input-table';
import type { ImportInputs } from '../inputs/input-state';
import { recogniseInput } from '../inputs/open-input';
import { recogniseForm } from '../kpi-form/recognise-form';
import { summaryHeader, type SheetSource } from '../open-sheet';
import { cellAddress, cellText } from '../read/cells';
import type { FoundHeader, HeadedColumn } from '../recognise/find-header';
import { findDataRows } from '../recognise/data-rows';
import { findLooseHeader } from '../recognise/find-loose-header';
import { guessByValues } from '../recognise/guess-by-values';
import { foreignUnitIn } from '../recognise/foreign-unit';
import { headerCells, isGroupHeading, valuesBelow } from '../recognise/header-cells';
import { headerKey } from '../recognise/header-key';
import { contestedFields, isCertain, matchHeaders, type MatchedHeader } from '../recognise/match-headers';
import { sha256OfText } from '../sha256';
import { lackingColumns } from './lacking-columns';
import type { LayoutKind, TargetColumn, UnsureLayout, UnsureReason } from './layout';

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
  /** False where the header itself was only found by what its cells read like. */
  found: boolean;
}

const looseSummaryColumns = 5;
const looseInputColumns = 3;
const examinedValues = 20;
const shownSamples = 3;
const longestSample = 40;
const keyLength = 16;

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
    found,
  };
}

function inputCandidate(table: InputTable, header: FoundHeader<InputColumn>, found: boolean): Candidate {
  // Quarters have a column each that only the sheet names.
  const own = new Set(table.columns.map(({ field }) => field));
  const more = header.columns.map(({ column }) => column).filter(({ field }) => !own.has(field));
  const columns = [...table.columns, ...more];
  const { id: kind, joinsProject } = table;
  return { kind, input: { table, columns }, tableName: table.name.zh, joinsProject, columns, header, found };
}

/** A table whose telling columns are there only by likeness. */
function looseInput({ sheet }: SheetSource, tables: readonly InputTable[]): Candidate | null {
  let best: Candidate | null = null;
  for (const table of tables.filter(({ quartersAcross }) => !quartersAcross)) {
    const header = findLooseHeader(sheet.rows, table.columns, looseInputColumns);
    const fields = new Set(header?.columns.map(({ column }) => column.field));
    if (!header || fields.size < looseInputColumns || !table.telling.every((field) => fields.has(field)))
      continue;
    if (fields.size > (best?.header.columns.length ?? 0)) best = inputCandidate(table, header, false);
  }
  return best;
}

function candidateOf(source: SheetSource, inputs: ImportInputs | undefined): Candidate | null {
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

const targetsOf = ({ columns }: Candidate): TargetColumn[] =>
  columns.map(({ field, header, kind, required }) => ({ field, header, money: kind === 'money', required }));

/** Key of a layout: the same headers in the same order of the same kind of table, units and years aside. */
export const layoutKey = (kind: LayoutKind, headers: readonly string[]): string =>
  sha256OfText(JSON.stringify([kind, ...headers.map((text) => headerKey(text).key)])).slice(0, keyLength);

function reasonsOf(candidate: Candidate, matched: readonly MatchedHeader[]): UnsureReason[] {
  const reasons: UnsureReason[] = candidate.found ? [] : ['table'];
  const certain = matched.map(({ match }) => (match && isCertain(match) ? match.field : null));
  if (matched.some(({ match }) => match && !isCertain(match))) reasons.push('similar');
  if (contestedFields(matched, candidate.columns).size > 0) reasons.push('contested');
  const unknown = matched.some(({ match, header }) => !match && !isGroupHeading(header));
  const lacking = lackingColumns(
    { targets: targetsOf(candidate), joinsProject: candidate.joinsProject },
    certain,
  );
  if (unknown && lacking.length > 0) reasons.push('missing');
  return reasons;
}

const sampled = (text: string): string =>
  text.length <= longestSample ? text : `${text.slice(0, longestSample - 1)}…`;

/** The sheet as a question to the user. */
function asLayout(
  { sheet, fileName }: SheetSource,
  candidate: Candidate,
  matched: readonly MatchedHeader[],
  reasons: UnsureReason[],
): UnsureLayout {
  const { kind, tableName, joinsProject, header } = candidate;
  return {
    key: layoutKey(
      kind,
      matched.map((cell) => cell.header),
    ),
    file: fileName,
    sheet: sheet.name,
    kind,
    tableName,
    headerRow: Math.max(...matched.map(({ headerRow }) => headerRow)) + 1,
    rows: findDataRows(sheet.rows, header).rows.length,
    reasons,
    columns: matched.map(({ header: text, headerRow, index, match, alternatives }) => ({
      header: text,
      cell: cellAddress(headerRow, index),
      samples: valuesBelow(sheet.rows, header.firstDataRow, index, shownSamples).map((cell) =>
        sampled(cellText(cell)),
      ),
      suggestion: match,
      alternatives,
      foreignUnit: foreignUnitIn(text),
    })),
    targets: targetsOf(candidate),
    joinsProject,
  };
}

/**
 * Whether the columns of a sheet are certain. Null where they are, and for sheets that are no table: those are opened
 * as ever. Else the candidate, with the question that the user must answer.
 */
export function judgeLayout(
  source: SheetSource,
  inputs: ImportInputs | undefined,
): { candidate: Candidate; layout: UnsureLayout } | null {
  const candidate = candidateOf(source, inputs);
  if (!candidate) return null;
  const { columns, header } = candidate;
  const guess = (index: number) =>
    guessByValues(
      source.rulebook,
      columns,
      valuesBelow(source.sheet.rows, header.firstDataRow, index, examinedValues),
    );
  const matched = matchHeaders(headerCells(header), columns, guess);
  const reasons = reasonsOf(candidate, matched);
  return reasons.length === 0 ? null : { candidate, layout: asLayout(source, candidate, matched, reasons) };
}
