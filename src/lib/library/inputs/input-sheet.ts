import { emptyLibrary, type LibraryRows } from '$lib/domain/tables';
import type { Finding } from '$lib/domain/finding';
import type { FindingLog } from '../check/finding-log';
import { checkTotal, type SummedRow } from '../check/sheet-rules';
import { columnPlaces } from '../file-outcome';
import { inputReading } from '../correct/row-reading';
import { waitingCells } from '../correct/waiting-cell';
import type { InputReading, QuarantinedRow } from '../import-result';
import type { SheetOrigin } from '../import-sheet';
import type { CellValue } from '../read/cells';
import type { InputState } from './input-state';
import { ProjectJoin } from './join-project';
import type { KnownProject } from './known-projects';
import type { LoadContext, Origin } from './load-context';
import { loaders, repeatTable } from './loaders';
import type { OpenedInput } from './open-input';
import { readInputRow, type InputRow } from './read-input-row';

/** Reads the rows of one of the tables beside the summary tables. */
export class InputSheet {
  readonly rows: LibraryRows = emptyLibrary();
  readonly quarantine: QuarantinedRow[] = [];
  loaded = 0;
  /** One for all rows of the sheet that wait. */
  private reading: InputReading | null = null;
  /** What every row said, those that wait included: the sender's total is held against it. */
  private readonly said: SummedRow[] = [];
  private readonly context: LoadContext;
  private readonly join: ProjectJoin;
  /** Of a sheet that names its project once: the project, or what is wrong with it. */
  private named: { project: KnownProject | null; findings: Finding[] } | null = null;

  constructor(
    private readonly opened: OpenedInput,
    private readonly cells: readonly (readonly CellValue[])[],
    private readonly origin: SheetOrigin,
    private readonly log: FindingLog,
    private readonly state: InputState,
  ) {
    // A column that stands twice has no one place; its rows wait.
    if (!opened.blockedBy) this.rows.source_column.push(...columnPlaces(origin, opened.columns));
    this.join = new ProjectJoin(state.projects, opened.guideYear);
    this.context = {
      opened,
      state,
      rows: this.rows,
      projectOf: (row) => this.projectOf(row),
      isFresh: (row, field, said) => this.isFresh(row, field, said),
      place: (row) => this.place(row),
    };
  }

  readRow(index: number): void {
    const { columns, units, blockedBy, table, head } = this.opened;
    const cells = this.cells[index] ?? [];
    if (blockedBy) {
      this.wait(index, [blockedBy]);
      return;
    }
    const row = readInputRow(columns, units, cells, { row: index, log: this.log, head });
    const unreadable = new Set(row.findings.flatMap(({ column }) => column ?? []));
    this.said.push({ row: index, amounts: row.numbers, unreadable });
    if (loaders[table.id](row, this.context)) this.loaded += 1;
    else this.wait(index, row.findings);
  }

  /** What only the whole sheet can show: the sums. */
  finish(): void {
    const { columns, units, data, blockedBy } = this.opened;
    if (blockedBy) return;
    for (const row of data.totals) {
      checkTotal({ columns, units }, this.said, { row, cells: this.cells[row] ?? [] }, this.log);
    }
  }

  /** A project that stands once for all rows is looked up, and its faults are named, once. */
  private projectOf(row: InputRow): KnownProject | null {
    if (this.opened.head.size === 0) return this.join.find(row);
    if (this.named) row.findings.push(...this.named.findings);
    else {
      const before = row.findings.length;
      const project = this.join.find(row);
      this.named = { project, findings: row.findings.slice(before) };
    }
    return this.named.project;
  }

  private isFresh(row: InputRow, field: string, said: readonly (string | number | null)[]): boolean {
    if (row.faulty) return false;
    const key = [repeatTable(this.opened.table.id), ...said].join('\u001f');
    const repeat = this.state.repeats.check(key, { ...this.origin, row: row.row });
    if (repeat) row.report(repeat.code, field, { expected: repeat.place });
    return repeat === null;
  }

  private place(row: InputRow): Origin {
    const { fileId, sheet } = this.origin;
    return { source_file_id: fileId, source_sheet: sheet, source_row: row.row + 1 };
  }

  private wait(index: number, findings: QuarantinedRow['findings']): void {
    const { blockedBy, columns } = this.opened;
    const cells = waitingCells(columns, this.cells[index] ?? [], index);
    this.reading ??= inputReading(this.opened);
    const reading = blockedBy ? {} : { reading: this.reading };
    this.quarantine.push({ ...this.origin, row: index + 1, cells, findings: [...findings], ...reading });
  }
}
