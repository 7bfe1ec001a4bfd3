import type { LibraryRows, Row } from '$lib/domain/tables';
import { emptyLibrary } from '$lib/domain/tables';
import type { FindingLog } from '../check/finding-log';
import type { QuarantinedRow } from '../import-result';
import type { SheetOrigin } from '../import-sheet';
import { cellAddress, cellText, type CellValue } from '../read/cells';
import { acceptanceRow } from './acceptance-rows';
import { appropriationRow } from './appropriation-rows';
import type { InputState } from './input-state';
import { ProjectJoin } from './join-project';
import type { OpenedInput } from './open-input';
import { paymentRow } from './payment-rows';
import { progressRows, type ProgressRow } from './progress-rows';
import { readInputRow, type InputRow } from './read-input-row';

type Origin = Pick<Row<'disbursement'>, 'source_file_id' | 'source_sheet' | 'source_row'>;

/** Reads the rows of one table of payments, acceptances, appropriations or progress. */
export class InputSheet {
  readonly rows: LibraryRows = emptyLibrary();
  readonly quarantine: QuarantinedRow[] = [];
  loaded = 0;
  private readonly join: ProjectJoin;

  constructor(
    private readonly opened: OpenedInput,
    private readonly cells: readonly (readonly CellValue[])[],
    private readonly origin: SheetOrigin,
    private readonly log: FindingLog,
    private readonly state: InputState,
  ) {
    this.join = new ProjectJoin(state.projects, opened.guideYear);
  }

  readRow(index: number): void {
    const { columns, units, blockedBy } = this.opened;
    const cells = this.cells[index] ?? [];
    if (blockedBy) {
      this.wait(index, [blockedBy]);
      return;
    }
    const row = readInputRow(columns, units, cells, { row: index, log: this.log });
    if (this.load(row)) this.loaded += 1;
    else this.wait(index, row.findings);
  }

  /** Adds what the row tells to its table; false when the row must wait. */
  private load(row: InputRow): boolean {
    const { table } = this.opened;
    if (table.id === 'appropriations') return this.loadAppropriation(row);
    const project = this.join.find(row);
    if (!project) return false;
    if (table.id === 'disbursements') {
      const payment = paymentRow(row, project, this.state.ledger);
      if (!payment || !this.isFresh(row, 'paid_fen', Object.values(payment))) return false;
      this.state.ledger.add(payment);
      this.rows.disbursement.push({ ...payment, ...this.place(row) });
      return true;
    }
    if (table.id === 'acceptances') {
      const acceptance = acceptanceRow(row, project);
      if (!acceptance || !this.isFresh(row, 'accepted_on', [project.project_id, acceptance.accepted_on]))
        return false;
      this.rows.acceptance.push({ ...acceptance, ...this.place(row) });
      return true;
    }
    return this.loadProgress(row, progressRows(row, project, this.state.forms, this.opened.quarters));
  }

  private loadProgress(row: InputRow, rows: readonly ProgressRow[]): boolean {
    const fresh = rows.every(
      ({ project_id: id, guide_year: year, form_id: form, indicator_key: key, period_end: end }) =>
        this.isFresh(row, 'indicator_key', [id, year, form, key, end]),
    );
    if (rows.length === 0 || !fresh) return false;
    for (const progress of rows) this.rows.progress.push({ ...progress, ...this.place(row) });
    return true;
  }

  private loadAppropriation(row: InputRow): boolean {
    const appropriation = appropriationRow(row, this.state.rulebook);
    if (!appropriation || !this.isFresh(row, 'category_id', Object.values(appropriation))) return false;
    this.rows.appropriation.push({ ...appropriation, ...this.place(row) });
    return true;
  }

  /** A row without an error that says nothing that an earlier row of the import said. */
  private isFresh(row: InputRow, field: string, said: readonly (string | number)[]): boolean {
    if (row.faulty) return false;
    const key = [this.opened.table.id.split('-')[0], ...said].join('\u001f');
    const repeat = this.state.repeats.check(key, { ...this.origin, row: row.row });
    if (repeat) row.report(repeat.code, field, { expected: repeat.place });
    return repeat === null;
  }

  private place(row: InputRow): Origin {
    const { fileId, sheet } = this.origin;
    return { source_file_id: fileId, source_sheet: sheet, source_row: row.row + 1 };
  }

  private wait(index: number, findings: QuarantinedRow['findings']): void {
    const raw = this.cells[index] ?? [];
    const cells = this.opened.columns.map(({ column, header, index: at }) => ({
      column: column.field,
      header,
      cell: cellAddress(index, at),
      value: cellText(raw[at] ?? null),
    }));
    this.quarantine.push({ ...this.origin, row: index + 1, cells, findings: [...findings] });
  }
}
