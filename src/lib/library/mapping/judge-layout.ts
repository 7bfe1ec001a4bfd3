import type { ImportInputs } from '../inputs/input-state';
import type { SheetSource } from '../open-sheet';
import { cellAddress, cellText } from '../read/cells';
import { findDataRows } from '../recognise/data-rows';
import { guessByValues } from '../recognise/guess-by-values';
import { foreignUnitIn } from '../recognise/foreign-unit';
import { headerCells, isGroupHeading, valuesBelow } from '../recognise/header-cells';
import { headerKey } from '../recognise/header-key';
import { contestedFields, isCertain, matchHeaders, type MatchedHeader } from '../recognise/match-headers';
import { sha256OfText } from '../sha256';
import { lackingColumns } from './lacking-columns';
import { candidateOf, type Candidate } from './layout-candidate';
import type { TargetColumn, UnsureLayout, UnsureReason } from './layout';

const examinedValues = 20;
const shownSamples = 3;
const longestSample = 40;
const keyLength = 16;

const targetsOf = ({ columns }: Candidate): TargetColumn[] =>
  columns.map(({ field, header, kind, required }) => ({ field, header, money: kind === 'money', required }));

/** Key of a layout: the same headers in the same order of the same kind of table, units and years aside. */
function layoutKey({ kind, told }: Candidate, cells: readonly MatchedHeader[]): string {
  // The year of a quarter is what it is about.
  const keys = cells.map(({ index, header }) => (told.has(index) ? header : headerKey(header).key));
  return sha256OfText(JSON.stringify([kind, ...keys])).slice(0, keyLength);
}

function reasonsOf(candidate: Candidate, matched: readonly MatchedHeader[]): UnsureReason[] {
  const reasons: UnsureReason[] = candidate.found ? [] : ['table'];
  const certain = matched.map(({ match }) => (match && isCertain(match) ? match.field : null));
  if (matched.some(({ match }) => match && !isCertain(match))) reasons.push('similar');
  if (contestedFields(matched, candidate.columns, candidate.told).size > 0) reasons.push('contested');
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
    key: layoutKey(candidate, matched),
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
  const { columns, header, told } = candidate;
  const guess = (index: number) =>
    guessByValues(
      source.rulebook,
      columns,
      valuesBelow(source.sheet.rows, header.firstDataRow, index, examinedValues),
    );
  const matched = matchHeaders(headerCells(header), columns, guess, told);
  const reasons = reasonsOf(candidate, matched);
  return reasons.length === 0 ? null : { candidate, layout: asLayout(source, candidate, matched, reasons) };
}
