import type { Finding } from '$lib/domain/finding';
import type { MoneyUnit } from '$lib/domain/money';
import type { FindingLog } from '../check/finding-log';
import { openAny, type OpenedAny } from '../inputs/open-any';
import type { ImportInputs } from '../inputs/input-state';
import { openInput } from '../inputs/open-input';
import { openWithHeader, type SheetSource } from '../open-sheet';
import type { FoundColumn, FoundHeader, HeadedColumn } from '../recognise/find-header';
import { foreignTableUnit, foreignUnitIn } from '../recognise/foreign-unit';
import { headerCells } from '../recognise/header-cells';
import { readTitleLines } from '../recognise/title-lines';
import { judgeLayout } from './judge-layout';
import type { KnownChoice, UnsureLayout } from './layout';
import type { Candidate } from './layout-candidate';

/** A sheet that was opened, or the question what its columns are. */
export type OpenedLayout = OpenedAny | { kind: 'unsure'; layout: UnsureLayout };

/** The header with each cell taken for what the user said. */
function chosenHeader<C extends HeadedColumn>(
  header: FoundHeader<HeadedColumn>,
  columns: readonly C[],
  fields: readonly (string | null)[],
): FoundHeader<C> {
  const chosen: FoundHeader<C> = {
    top: header.top,
    firstDataRow: header.firstDataRow,
    columns: [],
    unknown: [],
  };
  for (const [position, cell] of headerCells(header).entries()) {
    const column = columns.find(({ field }) => field === fields[position]);
    if (column) chosen.columns.push({ ...cell, column });
    else chosen.unknown.push(cell);
  }
  return chosen;
}

/** The note that says which headers were read as what, on the user's word. */
function noteChoice(header: FoundHeader<HeadedColumn>, choice: KnownChoice, log: FindingLog): void {
  const said = header.columns.map(
    ({ header: text, column }) => `${text.replace(/\s+/g, '')}→${column.header}`,
  );
  const row = Math.max(0, ...header.columns.map(({ headerRow }) => headerRow));
  log.add(choice.remembered ? 'layout_remembered' : 'layout_confirmed', { row, fix: said.join('；') });
}

function openChosen(
  source: SheetSource,
  candidate: Candidate,
  choice: KnownChoice,
  log: FindingLog,
): OpenedAny {
  const { input, header } = candidate;
  if (input) {
    const chosen = chosenHeader(header, input.columns, choice.fields);
    noteChoice(chosen, choice, log);
    const { sheet } = source;
    return { kind: 'input', opened: openInput({ table: input.table, header: chosen }, sheet, log), sheet };
  }
  const columns = source.rulebook.summaryTables[0]?.columns ?? [];
  const chosen = chosenHeader(header, columns, choice.fields);
  noteChoice(chosen, choice, log);
  return { kind: 'summary', opened: openWithHeader(source, chosen, log) };
}

type MoneyColumn = Pick<FoundColumn<HeadedColumn>, 'index' | 'headerRow' | 'header'> & {
  unit: MoneyUnit | null;
  column: HeadedColumn;
};

/** Amounts in a unit that is not read would be loaded as 万元: all rows wait instead. */
function unreadUnit(
  { sheet }: SheetSource,
  columns: readonly MoneyColumn[],
  log: FindingLog,
): Finding | null {
  const money = columns.filter(({ column }) => column.kind === 'money');
  const expected = '万元、元、亿元';
  for (const { header, headerRow: row, index, column } of money) {
    const unit = foreignUnitIn(header);
    if (unit !== null)
      return log.add('column_unit_unknown', { row, index, column: column.field, found: unit, expected });
  }
  const bare = money.find(({ unit }) => unit === null);
  if (!bare) return null;
  const top = Math.min(...columns.map(({ headerRow }) => headerRow));
  const above = sheet.rows.slice(0, top);
  const table = foreignTableUnit(above);
  if (!table || readTitleLines(above).unit !== null) return null;
  return log.add('column_unit_unknown', { row: table.row, index: table.index, found: table.unit, expected });
}

function withReadUnits(source: SheetSource, opened: OpenedAny, log: FindingLog): OpenedAny {
  if (opened.kind === 'form') return opened;
  const columns = opened.kind === 'summary' ? opened.opened.context.columns : opened.opened.columns;
  const fault = unreadUnit(source, columns, log);
  if (fault) opened.opened.blockedBy ??= fault;
  return opened;
}

/**
 * Opens a sheet where the meaning of its columns is certain, or was told by a choice for its layout; else asks.
 * Null for a sheet that is no table.
 */
export function openLayout(
  source: SheetSource,
  inputs: ImportInputs | undefined,
  choices: readonly KnownChoice[],
  log: FindingLog,
): OpenedLayout | null {
  const judged = judgeLayout(source, inputs);
  const choice = choices.find(({ key }) => key === judged?.layout.key);
  if (judged && !choice) return { kind: 'unsure', layout: judged.layout };
  const opened =
    judged && choice ? openChosen(source, judged.candidate, choice, log) : openAny(source, inputs, log);
  return opened && withReadUnits(source, opened, log);
}
