import { emptyLibrary } from '$lib/domain/tables';
import { DuplicateWatch } from './check/duplicates';
import { FindingLog } from './check/finding-log';
import {
  addRows,
  columnPlaces,
  describeSheets,
  joinOutcome,
  newOutcome,
  type FileOutcome,
} from './file-outcome';
import { importLimits } from './import-limits';
import type { FileImport, ImportOptions } from './import-options';
import { SheetImport } from './import-sheet';
import { InputSheet } from './inputs/input-sheet';
import { InputState } from './inputs/input-state';
import { readingOrder } from './inputs/loaders';
import { settleProjects } from './inputs/settle-projects';
import { knownProject } from './inputs/known-projects';
import { FormSheet } from './kpi-form/form-sheet';
import type { OpenedAny } from './inputs/open-any';
import type { UnsureLayout } from './mapping/layout';
import { openLayout, type OpenedLayout } from './mapping/open-layout';
import type { OpenedSheet } from './open-sheet';
import { isBlank, type SheetCells } from './read/cells';
import { planFiles, type PlannedFile, type ReadingPlan } from './read/plan-files';
import { readFile, type NamedFile } from './read/read-file';
import { RefusalError } from './refusal';
import { digestOf } from './digest';

export type { FileImport, ImportOptions } from './import-options';

const defaultGuideYear = 2023;
/** Rows read before the caller gets a turn: to show progress, or to stop. */
const rowsPerTurn = 2500;

/** Where a finding about a whole sheet points to. */
const topLeft = { row: 0, index: 0 };

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A sheet that is read after all projects are known. */
interface DeferredSheet {
  opened: Exclude<OpenedAny, { kind: 'summary' }>;
  log: FindingLog;
  outcome: FileOutcome;
  index: number;
}

/** Forms come before all tables, because progress names their indicators. */
const rankOf = ({ opened }: DeferredSheet): number =>
  opened.kind === 'form' ? 0 : readingOrder(opened.opened.table.id);

class Importer {
  readonly result: FileImport;
  private readonly files: readonly PlannedFile[];
  private readonly duplicates = new DuplicateWatch();
  private readonly hashes = new Map<string, string>();
  private readonly outcomes: FileOutcome[] = [];
  private deferred: DeferredSheet[] = [];
  private readonly state: InputState | null;
  private rowsRead = 0;

  constructor(
    private readonly options: ImportOptions,
    { files, refusals, packages }: ReadingPlan,
  ) {
    const { rulebook, inputs } = options;
    const nothing = { rows: emptyLibrary(), findings: [], quarantine: [], compiledOn: null };
    this.result = { ...nothing, refusals, layouts: [], packages };
    this.files = files;
    const names = new Set(files.map(({ name }) => name));
    this.state = inputs ? new InputState(rulebook, inputs, ({ file }) => names.has(file)) : null;
  }

  async run(): Promise<FileImport> {
    for (const [index, file] of this.files.entries()) {
      await this.breathe(index);
      await this.guarded(file.name, async () => {
        this.outcomes.push(await this.readOne(file, index));
      });
    }
    // Payments and the like name projects, and progress names forms, that may stand in any of the files.
    const inOrder = this.deferred.toSorted((a, b) => rankOf(a) - rankOf(b));
    for (const sheet of inOrder) {
      const { outcome } = sheet;
      if (!this.outcomes.includes(outcome)) continue;
      const read = await this.guarded(outcome.file.name, () => this.readInput(sheet));
      if (!read) this.outcomes.splice(this.outcomes.indexOf(outcome), 1);
    }
    for (const outcome of this.outcomes) joinOutcome(this.result, outcome);
    const { rows } = this.result;
    const nothing = emptyLibrary();
    rows.project = settleProjects({ projects: rows.project, earlier: [], before: nothing, now: rows });
    return this.result;
  }

  /** One bad file never stops the others, whatever is wrong with it. */
  private async guarded(name: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.options.signal?.throwIfAborted();
      const detail = error instanceof Error ? error.message : String(error);
      const refusal = error instanceof RefusalError ? error : new RefusalError('failed', { found: detail });
      this.result.refusals.push(refusal.of(name));
      return false;
    }
  }

  private async breathe(index: number): Promise<void> {
    const name = this.files[index]?.name ?? '';
    this.options.onProgress?.({ file: index + 1, files: this.files.length, name, rowsRead: this.rowsRead });
    await turn();
    this.options.signal?.throwIfAborted();
  }

  private async readOne(planned: PlannedFile, index: number): Promise<FileOutcome> {
    const file: NamedFile = { name: planned.name, bytes: planned.load() };
    const hash = await digestOf(file.bytes);
    const twin = this.hashes.get(hash);
    if (twin !== undefined && file.bytes.length > 0)
      throw new RefusalError('same_file_twice', { found: twin });
    const sheets = await readFile(file, this.options.limits ?? importLimits);
    const outcome = newOutcome(file, hash);
    const opened: OpenedSheet[] = [];
    const deferred: DeferredSheet[] = [];
    const layouts: UnsureLayout[] = [];
    for (const sheet of sheets) {
      const log = new FindingLog(file.name, sheet.name);
      const found = this.open(sheet, planned, log);
      if (found?.kind === 'summary') {
        opened.push(found.opened);
        await this.readSheet(found.opened, sheet, { outcome, log, index });
        outcome.findings = outcome.findings.concat(log.findings);
      } else if (found?.kind === 'unsure') {
        layouts.push(found.layout);
        outcome.findings.push(log.add('layout_unsure', { row: found.layout.headerRow - 1 }));
      } else if (found) deferred.push({ opened: found, log, outcome, index });
      else outcome.skipped.push(...log.findings);
    }
    this.result.layouts.push(...layouts);
    if (opened.length + deferred.length === 0)
      throw new RefusalError(layouts.length > 0 ? 'needs_mapping' : 'no_table');
    this.hashes.set(hash, file.name);
    this.deferred = this.deferred.concat(deferred);
    describeSheets(
      outcome.file,
      opened,
      deferred.map(({ opened: one }) => (one.kind === 'form' ? 'kpi-form' : one.opened.table.id)),
    );
    return outcome;
  }

  /** Null for a sheet that is hidden, blank or no summary table; the log says which, blank ones excepted. */
  private open(sheet: SheetCells, file: PlannedFile, log: FindingLog): OpenedLayout | null {
    if (!sheet.rows.some((row) => row.some((cell) => !isBlank(cell)))) return null;
    const { rulebook, inputs, guideYear = defaultGuideYear, choices = [] } = this.options;
    const quiet = new FindingLog(file.name, sheet.name);
    const { name: fileName, ownName } = file;
    const source = { rulebook, sheet, fileName, ownName, defaultGuideYear: guideYear };
    const opened = openLayout(source, inputs, choices, sheet.hidden ? quiet : log);
    if (!opened) {
      log.add('sheet_skipped', topLeft);
      return null;
    }
    if (!sheet.hidden) return opened;
    // What the sender hid is most often an older state of the same rows.
    log.add('sheet_hidden', topLeft);
    return null;
  }

  private async readSheet(
    opened: OpenedSheet,
    sheet: SheetCells,
    { outcome, log, index }: { outcome: FileOutcome; log: FindingLog; index: number },
  ): Promise<void> {
    const origin = { fileId: outcome.file.file_id, file: outcome.file.name, sheet: sheet.name };
    const reading = new SheetImport(opened, sheet.rows, origin, log, this.duplicates);
    for (const row of opened.data.rows) {
      reading.readRow(row);
      this.rowsRead += 1;
      if (this.rowsRead % rowsPerTurn === 0) await this.breathe(index);
    }
    reading.finish();
    outcome.rows.source_column.push(...columnPlaces(origin, opened.context.columns));
    const { projects, members, quarantine } = reading.rows;
    outcome.rows.project = outcome.rows.project.concat(projects);
    outcome.rows.sub_quota_member = outcome.rows.sub_quota_member.concat(members);
    outcome.quarantine = outcome.quarantine.concat(quarantine);
    outcome.file.rows_read += opened.data.rows.length;
    outcome.file.rows_loaded += projects.length;
    for (const project of projects) this.state?.projects.add(knownProject(project));
  }

  private readForm(
    { found, sheet }: Extract<OpenedAny, { kind: 'form' }>,
    log: FindingLog,
    outcome: FileOutcome,
    state: InputState,
  ): void {
    const origin = { fileId: outcome.file.file_id, file: outcome.file.name, sheet: sheet.name };
    const reading = new FormSheet(found, sheet, origin, log, state);
    reading.read();
    const { forms, targets, quarantine, columns } = reading.rows;
    outcome.rows.target_form.push(...forms);
    outcome.rows.target.push(...targets);
    outcome.rows.source_column.push(...columns);
    outcome.quarantine = outcome.quarantine.concat(quarantine);
    outcome.findings = outcome.findings.concat(log.findings);
    outcome.file.rows_read += 1;
    outcome.file.rows_loaded += forms.length;
  }

  private async readInput({ opened: found, log, outcome, index }: DeferredSheet): Promise<void> {
    if (!this.state) return;
    if (found.kind === 'form') {
      this.readForm(found, log, outcome, this.state);
      return;
    }
    const { opened, sheet } = found;
    const origin = { fileId: outcome.file.file_id, file: outcome.file.name, sheet: sheet.name };
    const reading = new InputSheet(opened, sheet.rows, origin, log, this.state);
    for (const row of opened.data.rows) {
      reading.readRow(row);
      this.rowsRead += 1;
      if (this.rowsRead % rowsPerTurn === 0) await this.breathe(index);
    }
    reading.finish();
    addRows(outcome.rows, reading.rows);
    outcome.quarantine = outcome.quarantine.concat(reading.quarantine);
    outcome.findings = outcome.findings.concat(log.findings);
    outcome.file.rows_read += opened.data.rows.length;
    outcome.file.rows_loaded += reading.loaded;
  }
}

/**
 * Reads official summary tables (附件2-1 to 2-5; xlsx, csv, tsv, Parquet, or zip archives of them), and with `inputs`
 * the tables beside them, into checked rows.
 * Good rows load, faulty ones wait, unreadable files are refused, sheets with uncertain columns are asked for; nothing
 * is thrown but the signal's reason.
 */
export async function importFiles(files: readonly NamedFile[], options: ImportOptions): Promise<FileImport> {
  const plan = await planFiles(files, options.limits ?? importLimits);
  const { only } = options;
  const wanted = only ? { ...plan, files: plan.files.filter(({ name }) => only.includes(name)) } : plan;
  return new Importer(options, wanted).run();
}
