import type { FindingLog } from '../check/finding-log';
import { recogniseForm, type FoundForm } from '../kpi-form/recognise-form';
import { openSheet, summaryHeader, type OpenedSheet, type SheetSource } from '../open-sheet';
import type { SheetCells } from '../read/cells';
import { withConclusion } from './checklist-form';
import type { ImportInputs } from './input-state';
import { openInput, recogniseInput, type OpenedInput } from './open-input';

/** A sheet whose meaning is known. */
export type OpenedAny =
  | { kind: 'summary'; opened: OpenedSheet }
  | { kind: 'form'; found: FoundForm; sheet: SheetCells }
  | { kind: 'input'; opened: OpenedInput; sheet: SheetCells };

/**
 * What a sheet is. A KPI form is known by its title. A summary table wins where all that it needs stands in the header, because senders add columns of
 * their own to it; else the tables beside it are tried, and last a summary table that lacks something.
 */
export function openAny(
  source: SheetSource,
  inputs: ImportInputs | undefined,
  log: FindingLog,
): OpenedAny | null {
  const sheet = inputs ? withConclusion(source.sheet) : source.sheet;
  const form = inputs ? recogniseForm(sheet, inputs.forms) : null;
  if (form) return { kind: 'form', found: form, sheet };
  const columns = new Set(summaryHeader(source)?.columns.map(({ column }) => column.field));
  const needed = source.rulebook.summaryTables[0]?.columns.filter(({ required }) => required) ?? [];
  const whole = columns.size > 0 && needed.every(({ field }) => columns.has(field));
  const input = inputs && !whole ? recogniseInput(sheet, inputs.tables) : null;
  if (input) return { kind: 'input', opened: openInput(input, sheet, log), sheet };
  const opened = openSheet(source, log);
  return opened && { kind: 'summary', opened };
}
