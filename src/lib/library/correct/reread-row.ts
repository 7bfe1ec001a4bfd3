import type { Finding } from '$lib/domain/finding';
import { emptyLibrary, type LibraryRows, type Row } from '$lib/domain/tables';
import type { Rulebook } from '$lib/policy/rulebook';
import { DuplicateWatch } from '../check/duplicates';
import { FindingLog } from '../check/finding-log';
import type { RowValues } from '../check/read-row';
import type { SheetContext } from '../check/sheet-context';
import { addRows } from '../file-outcome';
import type { QuarantinedRow } from '../import-result';
import { SheetImport } from '../import-sheet';
import { InputSheet } from '../inputs/input-sheet';
import { InputState, type ImportInputs } from '../inputs/input-state';
import { knownOf, knownProject } from '../inputs/known-projects';
import type { OpenedSheet } from '../open-sheet';
import type { CellValue } from '../read/cells';
import { reopenedInput, reopenedSummary } from './row-reading';
import { cellValueOf, columnIndex } from './waiting-cell';

/** What reading a row again came to. */
export interface Reread {
  loaded: boolean;
  findings: Finding[];
}

/** Only this row of the sheet, at its place. */
function sheetOf({ cells, row }: QuarantinedRow): CellValue[][] {
  const rows: CellValue[][] = [];
  const line: CellValue[] = [];
  for (const cell of cells) line[columnIndex(cell.cell)] = cellValueOf(cell);
  rows[row - 1] = Array.from(line, (value) => value ?? null);
  return rows;
}

/** A loaded project as the watch over duplicates sees a row. */
const seenAs = (project: Row<'project'>): RowValues => ({
  row: (project.source_row ?? 1) - 1,
  texts: new Map([
    ['recipient_name', project.recipient_name],
    ['name', project.name],
  ]),
  amounts: new Map(),
  dates: new Map(),
  category: null,
  cluster: null,
  sequence: null,
  unreadable: new Set(),
  findings: [],
});

/** Reads rows that wait again, against what the library holds and against one another. */
export class RowRereader {
  /** What the rows gave that load now. */
  readonly fresh: LibraryRows = emptyLibrary();
  private readonly watches = new Map<number, DuplicateWatch>();
  private state: InputState | null = null;

  constructor(
    private readonly rulebook: Rulebook,
    private readonly inputs: ImportInputs,
    private readonly rows: LibraryRows,
  ) {}

  /** Null where the row cannot be read alone. */
  read(row: QuarantinedRow): Reread | null {
    if (row.reading?.kind === 'summary')
      return this.readSummary(row, reopenedSummary(this.rulebook, row.reading, row.cells));
    return row.reading ? this.readInput(row) : null;
  }

  private readSummary(row: QuarantinedRow, opened: OpenedSheet): Reread {
    const log = new FindingLog(row.file, row.sheet);
    const watch = this.watchFor(opened.context);
    const reading = new SheetImport(opened, sheetOf(row), row, log, watch);
    reading.readRow(row.row - 1);
    const { projects, members } = reading.rows;
    this.fresh.project.push(...projects);
    this.fresh.sub_quota_member.push(...members);
    for (const project of projects) this.state?.projects.add(knownProject(project));
    return { loaded: projects.length > 0, findings: log.findings };
  }

  private readInput(row: QuarantinedRow): Reread | null {
    if (row.reading?.kind !== 'input') return null;
    const opened = reopenedInput(this.inputs.tables, row.reading, row.cells);
    if (!opened) return null;
    const log = new FindingLog(row.file, row.sheet);
    const reading = new InputSheet(opened, sheetOf(row), row, log, this.inputState());
    reading.readRow(row.row - 1);
    addRows(this.fresh, reading.rows);
    return { loaded: reading.loaded > 0, findings: log.findings };
  }

  /** The same project may stand in the lists of several guide years, so each has a watch of its own. */
  private watchFor(context: SheetContext): DuplicateWatch {
    const known = this.watches.get(context.guideYear);
    if (known) return known;
    const watch = new DuplicateWatch();
    this.watches.set(context.guideYear, watch);
    const files = new Map(this.rows.source_file.map((file) => [file.file_id, file.name]));
    const unheard = new FindingLog('', null);
    for (const project of this.rows.project) {
      if (project.guide_year !== context.guideYear) continue;
      const file = files.get(project.source_file_id) ?? '';
      watch.check(context, seenAs(project), { file, sheet: project.source_sheet }, unheard);
    }
    return watch;
  }

  private inputState(): InputState {
    if (this.state) return this.state;
    const known = knownOf(this.rows);
    const projects = known.projects.concat(this.fresh.project.map(knownProject));
    this.state = new InputState(
      this.rulebook,
      { ...this.inputs, known: { ...known, projects } },
      () => false,
    );
    return this.state;
  }
}
