import type { Row } from '$lib/domain/tables';
import type { DuplicateWatch } from './check/duplicates';
import type { FindingLog } from './check/finding-log';
import { placeRow } from './check/place-row';
import { readRow, type RowValues } from './check/read-row';
import { checkRow } from './check/row-rules';
import { checkSequence, checkTotal } from './check/sheet-rules';
import { summaryReading } from './correct/row-reading';
import { waitingCells } from './correct/waiting-cell';
import type { QuarantinedRow, SummaryReading } from './import-result';
import type { OpenedSheet } from './open-sheet';
import { projectRow, subQuotaRows, type AcceptedRow } from './project-row';
import type { CellValue } from './read/cells';

export interface SheetOrigin {
  fileId: string;
  file: string;
  sheet: string | null;
}

export interface SheetRows {
  projects: Row<'project'>[];
  members: Row<'sub_quota_member'>[];
  quarantine: QuarantinedRow[];
}

const hasError = (values: RowValues): boolean => values.findings.some(({ severity }) => severity === 'error');

/** Reads the rows of one recognised sheet, row by row, so that a long sheet can be paused and stopped between. */
export class SheetImport {
  readonly rows: SheetRows = { projects: [], members: [], quarantine: [] };
  private readonly read: RowValues[] = [];
  /** One for all rows of the sheet that wait. */
  private reading: SummaryReading | null = null;

  constructor(
    private readonly opened: OpenedSheet,
    private readonly cells: readonly (readonly CellValue[])[],
    private readonly origin: SheetOrigin,
    private readonly log: FindingLog,
    private readonly duplicates: DuplicateWatch,
  ) {}

  readRow(row: number): void {
    const { context, blockedBy } = this.opened;
    const cells = this.cells[row] ?? [];
    if (blockedBy) {
      this.wait(row, [blockedBy]);
      return;
    }
    const values = readRow(context, cells, row, this.log);
    this.read.push(values);
    checkRow(context, values, cells, this.log);
    const accepted = this.accepted(values);
    if (!accepted) {
      this.wait(row, values.findings);
      return;
    }
    const project = projectRow(context, accepted, this.origin);
    this.rows.projects.push(project);
    this.rows.members.push(...subQuotaRows(project, accepted.choice));
  }

  /** What only the whole sheet can show: the order of the numbers and the sums. */
  finish(): void {
    const { context, data, blockedBy } = this.opened;
    if (blockedBy) return;
    checkSequence(context, this.read, this.log);
    for (const row of data.totals) {
      checkTotal(context, this.read, { row, cells: this.cells[row] ?? [] }, this.log);
    }
  }

  private accepted(values: RowValues): AcceptedRow | null {
    const region = placeRow(this.opened.context, values, this.log);
    // A faulty row is no reason to hold back a good one that names the same project.
    if (!hasError(values)) this.duplicates.check(this.opened.context, values, this.origin, this.log);
    const name = values.texts.get('name');
    const recipient = values.texts.get('recipient_name');
    const { category: choice } = values;
    if (hasError(values) || name === undefined || recipient === undefined || !choice || !region) return null;
    return { values, name, recipient, choice, region };
  }

  private wait(row: number, findings: RowValues['findings']): void {
    const { context, blockedBy } = this.opened;
    const cells = waitingCells(context.columns, this.cells[row] ?? [], row);
    this.reading ??= summaryReading(context);
    const reading = blockedBy ? {} : { reading: this.reading };
    this.rows.quarantine.push({ ...this.origin, row: row + 1, cells, findings: [...findings], ...reading });
  }
}
