import type { IsoDate } from '$lib/domain/calendar';
import type { Finding } from '$lib/domain/finding';
import type { LibraryRows } from '$lib/domain/tables';
import type { Rulebook } from '$lib/policy/rulebook';
import { FindingLog } from '../check/finding-log';
import type { QuarantinedRow } from '../import-result';
import type { ImportInputs } from '../inputs/input-state';
import { readingOrder } from '../inputs/loaders';
import { settleProjects } from '../inputs/settle-projects';
import { ownLibraryMeta } from '../library-meta';
import type { OwnLibrary } from '../merge-library';
import { mergeParts } from '../merge-parts';
import { columnIndex, correctedCell } from './waiting-cell';
import { replaceFindings, waitingRowKey } from './waiting-row';
import { RowRereader } from './reread-row';

/** A value to be taken instead of what a cell of a waiting row holds. */
export interface Correction {
  /** `waitingRowKey` of the row. */
  row: string;
  /** A1-style address. */
  cell: string;
  value: string;
}

export interface CorrectionContext {
  rulebook: Rulebook;
  /** Tables beside the summary tables and the KPI forms. */
  inputs: ImportInputs;
  /** Day of the correction, for its note. */
  on: IsoDate;
  /** Moment of loading, ISO with time. */
  loadedAt: string;
}

export interface CorrectionOutcome {
  own: OwnLibrary;
  /** Rows that were read again and load now, as they were corrected. */
  loaded: QuarantinedRow[];
  /** Rows that were read again and still wait, with what is wrong with them now. */
  stillWaiting: QuarantinedRow[];
}

/** Faults that another row's correction may heal. */
const waitsForProject = new Set(['project_unknown', 'part_without_project']);

const needsProject = ({ findings }: QuarantinedRow): boolean =>
  findings.some(({ code }) => waitsForProject.has(code));

function withCorrections(row: QuarantinedRow, values: ReadonlyMap<string, string>): QuarantinedRow {
  const cells = row.cells.map((cell) => {
    const value = values.get(cell.cell);
    return value === undefined ? cell : correctedCell(cell, value);
  });
  return { ...row, cells };
}

/** One note for each corrected cell: what the file holds, what was taken, and when. */
function correctedNotes(row: QuarantinedRow, on: IsoDate): Finding[] {
  const log = new FindingLog(row.file, row.sheet);
  for (const { cell, column, value, original } of row.cells) {
    if (!original) continue;
    const place = { row: row.row - 1, index: columnIndex(cell), column };
    log.add('row_corrected', { ...place, found: original.value || null, fix: value || null, expected: on });
  }
  return log.findings;
}

function valuesByRow(corrections: readonly Correction[]): Map<string, Map<string, string>> {
  const values = new Map<string, Map<string, string>>();
  for (const { row, cell, value } of corrections)
    values.set(row, (values.get(row) ?? new Map<string, string>()).set(cell, value));
  return values;
}

/** Tables that others name come first, as in an import. */
const orderOf = ({ reading }: QuarantinedRow): number =>
  reading?.kind === 'input' ? readingOrder(reading.tableId) : 0;

/** The library's rows with those that load now. */
function joinedRows(
  old: LibraryRows,
  fresh: LibraryRows,
  loadedOf: ReadonlyMap<string, number>,
): { rows: LibraryRows; findings: Finding[] } {
  const projects = old.project.concat(fresh.project);
  const projectIds = new Set(projects.map(({ project_id: id }) => id));
  const parts = mergeParts({ old, fresh, goneFiles: new Set(), projectIds });
  const rows: LibraryRows = {
    ...old,
    ...parts.rows,
    project: projects,
    sub_quota_member: old.sub_quota_member.concat(fresh.sub_quota_member),
    source_file: old.source_file.map((file) => {
      const more = loadedOf.get(file.file_id) ?? 0;
      return more === 0 ? file : { ...file, rows_loaded: file.rows_loaded + more };
    }),
  };
  rows.project = settleProjects({ projects, earlier: old.project, before: old, now: rows });
  return { rows, findings: parts.findings };
}

/** What the library speaks of stays as it was narrowed, and grows by the rows. */
function metaOf(own: OwnLibrary, rows: LibraryRows, { rulebook, loadedAt }: CorrectionContext) {
  const { meta: earlier } = own.library;
  const { coverage, ...meta } = ownLibraryMeta(rows, { loadedAt, fallbackAsOf: earlier.asOf }, rulebook);
  if (!earlier.coverage || !coverage) return meta;
  const { clusterIds } = earlier.coverage;
  return { ...meta, coverage: { ...coverage, ...(clusterIds ? { clusterIds } : {}) } };
}

/** Corrects and reads again, row by row. */
class Correcting {
  readonly loaded: QuarantinedRow[] = [];
  readonly stillWaiting: QuarantinedRow[] = [];
  /** What is found now, by the row as it waited. */
  readonly anew = new Map<QuarantinedRow, Finding[]>();
  /** The row as it waits now, or null when it loads. */
  readonly now = new Map<QuarantinedRow, QuarantinedRow | null>();
  readonly rereader: RowRereader;

  constructor(
    private readonly context: CorrectionContext,
    rows: LibraryRows,
  ) {
    this.rereader = new RowRereader(context.rulebook, context.inputs, rows);
  }

  read(before: QuarantinedRow, values: ReadonlyMap<string, string> | undefined): void {
    const row = values ? withCorrections(before, values) : before;
    const reread = this.rereader.read(row);
    if (!reread) return;
    const { findings } = reread;
    if (reread.loaded) {
      this.loaded.push(row);
      this.now.set(before, null);
      this.anew.set(before, findings.concat(correctedNotes(row, this.context.on)));
      return;
    }
    const waiting = { ...row, findings };
    this.stillWaiting.push(waiting);
    this.now.set(before, waiting);
    this.anew.set(before, findings);
  }
}

function countedByFile(rows: readonly QuarantinedRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fileId } of rows) counts.set(fileId, (counts.get(fileId) ?? 0) + 1);
  return counts;
}

/**
 * Corrects cells of waiting rows and reads these rows again by the rules of the import: good ones load, with the file,
 * sheet and row that they come from and a note of each correction (`row_corrected`); the others wait on, as corrected,
 * with what is wrong now. Rows that wait for a project are read again when one loads. `own` itself is left as it is.
 */
export function correctRows(
  own: OwnLibrary,
  corrections: readonly Correction[],
  context: CorrectionContext,
): CorrectionOutcome {
  const values = valuesByRow(corrections);
  const correcting = new Correcting(context, own.library.rows);
  const asked = own.quarantine.filter((row) => values.has(waitingRowKey(row)));
  for (const row of asked.toSorted((a, b) => orderOf(a) - orderOf(b)))
    correcting.read(row, values.get(waitingRowKey(row)));
  if (correcting.rereader.fresh.project.length > 0) {
    const waiting = own.quarantine.filter((row) => !correcting.now.has(row) && needsProject(row));
    for (const row of waiting.toSorted((a, b) => orderOf(a) - orderOf(b))) correcting.read(row, undefined);
  }
  const { loaded, stillWaiting, anew, now, rereader } = correcting;
  const { rows, findings } = joinedRows(own.library.rows, rereader.fresh, countedByFile(loaded));
  return {
    own: {
      ...own,
      library: { ...own.library, meta: metaOf(own, rows, context), rows },
      findings: replaceFindings(own.findings, anew).concat(findings),
      quarantine: own.quarantine.flatMap((row) => {
        const after = now.get(row);
        return after === undefined ? [row] : after === null ? [] : [after];
      }),
    },
    loaded,
    stillWaiting,
  };
}
