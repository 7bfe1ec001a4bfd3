import type { IsoDate } from '$lib/domain/calendar';
import { FindingLog } from '../check/finding-log';
import type { QuarantinedRow } from '../import-result';
import type { OwnLibrary } from '../merge-library';
import { replaceFindings, waitingRowKey } from './waiting-row';

const nameOf = ({ cells }: QuarantinedRow): string | null =>
  ['name', 'recipient_name', 'project_id']
    .map((field) => cells.find(({ column }) => column === field)?.value ?? '')
    .find((text) => text !== '') ?? null;

function droppedNote(row: QuarantinedRow, on: IsoDate) {
  const log = new FindingLog(row.file, row.sheet);
  return [log.add('row_dropped', { row: row.row - 1, found: nameOf(row), expected: on })];
}

/**
 * Takes rows off the list of those that wait: they will not be loaded. A note (`row_dropped`) stays in the place of
 * what was found in them. `own` itself is left as it is.
 * @param keys `waitingRowKey` of the rows
 * @param on day of the decision, for the note
 */
export function dropRows(own: OwnLibrary, keys: ReadonlySet<string>, on: IsoDate): OwnLibrary {
  const dropped = own.quarantine.filter((row) => keys.has(waitingRowKey(row)));
  const notes = new Map(dropped.map((row) => [row, droppedNote(row, on)]));
  return {
    ...own,
    findings: replaceFindings(own.findings, notes),
    quarantine: own.quarantine.filter((row) => !notes.has(row)),
  };
}
