import type { IsoDate } from '$lib/domain/calendar';
import type { Finding } from '$lib/domain/finding';
import { emptyLibrary, type Row } from '$lib/domain/tables';
import type { Rulebook } from '$lib/policy/rulebook';
import { DuplicateWatch } from './check/duplicates';
import { FindingLog } from './check/finding-log';
import { importLimits, type ImportLimits } from './import-limits';
import type { ImportProgress, ImportResult } from './import-result';
import { SheetImport } from './import-sheet';
import { kindOfTables } from './library-meta';
import { openSheet, type OpenedSheet } from './open-sheet';
import { isBlank, type SheetCells } from './read/cells';
import { readFile, type NamedFile } from './read/read-file';
import { RefusalError } from './refusal';
import { sha256 } from './sha256';

export interface ImportOptions {
  rulebook: Rulebook;
  /** For tables whose title names no year. */
  guideYear?: number;
  limits?: ImportLimits;
  onProgress?: (progress: ImportProgress) => void;
  /** Stops between rows; the import then rejects with the signal's reason. */
  signal?: AbortSignal;
}

const defaultGuideYear = 2023;
/** Rows read before the caller gets a turn: to show progress, or to stop. */
const rowsPerTurn = 1000;

/** Where a finding about a whole sheet points to. */
const topLeft = { row: 0, index: 0 };

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What one file gave; joined to the result only when the whole file was read. */
interface FileOutcome {
  file: Row<'source_file'>;
  projects: Row<'project'>[];
  members: Row<'sub_quota_member'>[];
  quarantine: ImportResult['quarantine'];
  findings: Finding[];
}

class Importer {
  readonly result: ImportResult = {
    rows: emptyLibrary(),
    findings: [],
    quarantine: [],
    refusals: [],
    compiledOn: null,
  };
  private readonly duplicates = new DuplicateWatch();
  private readonly hashes = new Map<string, string>();
  private rowsRead = 0;

  constructor(
    private readonly options: ImportOptions,
    private readonly files: readonly NamedFile[],
  ) {}

  async run(): Promise<ImportResult> {
    for (const [index, file] of this.files.entries()) {
      await this.breathe(index);
      try {
        this.join(await this.readOne(file, index));
      } catch (error) {
        this.options.signal?.throwIfAborted();
        // One bad file never stops the others, whatever is wrong with it.
        const detail = error instanceof Error ? error.message : String(error);
        const refusal = error instanceof RefusalError ? error : new RefusalError('failed', { found: detail });
        this.result.refusals.push(refusal.of(file.name));
      }
    }
    return this.result;
  }

  private async breathe(index: number): Promise<void> {
    const name = this.files[index]?.name ?? '';
    this.options.onProgress?.({ file: index + 1, files: this.files.length, name, rowsRead: this.rowsRead });
    await turn();
    this.options.signal?.throwIfAborted();
  }

  private async readOne(file: NamedFile, index: number): Promise<FileOutcome> {
    const hash = sha256(file.bytes);
    const twin = this.hashes.get(hash);
    if (twin !== undefined && file.bytes.length > 0)
      throw new RefusalError('same_file_twice', { found: twin });
    const sheets = await readFile(file, this.options.limits ?? importLimits);
    const outcome = this.newOutcome(file, hash);
    const opened: OpenedSheet[] = [];
    const skipped: FindingLog[] = [];
    for (const sheet of sheets) {
      const log = new FindingLog(file.name, sheet.name);
      const found = this.open(sheet, file, log);
      if (found) {
        opened.push(found);
        await this.readSheet(found, sheet, { outcome, log, index });
        outcome.findings = outcome.findings.concat(log.findings);
      } else skipped.push(log);
    }
    if (opened.length === 0) throw new RefusalError('no_table');
    outcome.findings.push(...skipped.flatMap((log) => log.findings));
    this.hashes.set(hash, file.name);
    describeSheets(outcome.file, opened);
    return outcome;
  }

  private newOutcome(file: NamedFile, hash: string): FileOutcome {
    const row: Row<'source_file'> = {
      file_id: `f-${hash.slice(0, 16)}`,
      name: file.name,
      sha256: hash,
      size_bytes: file.bytes.length,
      kind: '',
      region_text: null,
      compiled_on: null,
      rows_read: 0,
      rows_loaded: 0,
    };
    return { file: row, projects: [], members: [], quarantine: [], findings: [] };
  }

  /** Null for a sheet that is hidden, blank or no summary table; the log says which, blank ones excepted. */
  private open(sheet: SheetCells, file: NamedFile, log: FindingLog): OpenedSheet | null {
    if (!sheet.rows.some((row) => row.some((cell) => !isBlank(cell)))) return null;
    const { rulebook, guideYear = defaultGuideYear } = this.options;
    const quiet = new FindingLog(file.name, sheet.name);
    const source = { rulebook, sheet, fileName: file.name, defaultGuideYear: guideYear };
    const opened = openSheet(source, sheet.hidden ? quiet : log);
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
    outcome.projects = outcome.projects.concat(reading.rows.projects);
    outcome.members = outcome.members.concat(reading.rows.members);
    outcome.quarantine = outcome.quarantine.concat(reading.rows.quarantine);
    outcome.file.rows_read += opened.data.rows.length;
    outcome.file.rows_loaded += reading.rows.projects.length;
  }

  private join({ file, projects, members, quarantine, findings }: FileOutcome): void {
    const { result } = this;
    result.rows.source_file.push(file);
    // Joined by concat: a sheet may hold more rows than a call may have arguments.
    result.rows.project = result.rows.project.concat(projects);
    result.rows.sub_quota_member = result.rows.sub_quota_member.concat(members);
    result.quarantine = result.quarantine.concat(quarantine);
    result.findings = result.findings.concat(findings);
    result.compiledOn = latest([result.compiledOn, file.compiled_on]);
  }
}

const latest = (days: readonly (IsoDate | null)[]): IsoDate | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** Fills in what the sheets of a file say about it; several sheets are named together. */
function describeSheets(file: Row<'source_file'>, opened: readonly OpenedSheet[]): void {
  const regions = new Set(opened.flatMap(({ regionText }) => regionText ?? []));
  const tables = new Set(opened.flatMap(({ context }) => context.tableId ?? []));
  file.kind = tables.size > 0 ? kindOfTables([...tables]) : 'summary-table';
  file.region_text = regions.size > 0 ? [...regions].join('、') : null;
  file.compiled_on = latest(opened.map(({ context }) => context.compiledOn));
}

/**
 * Reads official summary tables (附件2-1 to 2-5; xlsx, csv, tsv) into checked rows.
 * Good rows load, faulty ones wait, unreadable files are refused; nothing is thrown but the signal's reason.
 */
export function importFiles(files: readonly NamedFile[], options: ImportOptions): Promise<ImportResult> {
  return new Importer(options, files).run();
}
