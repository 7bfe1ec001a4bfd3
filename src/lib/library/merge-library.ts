import type { Finding } from '$lib/domain/finding';
import type { Library } from '$lib/domain/library';
import type { LibraryRows, Row } from '$lib/domain/tables';
import type { Rulebook } from '$lib/policy/rulebook';
import { FindingLog } from './check/finding-log';
import type { ImportResult, QuarantinedRow } from './import-result';
import { settleProjects } from './inputs/settle-projects';
import { clustersKept, ownLibraryMeta, type OwnLibraryDates } from './library-meta';
import { loadedByFile, mergeParts } from './merge-parts';

/** The user's own library with what was found while it was read. */
export interface OwnLibrary {
  library: Library;
  findings: Finding[];
  quarantine: QuarantinedRow[];
}

/** The file is read again when its name or its content is the same. */
const isSameSource = (old: Row<'source_file'>, fresh: readonly Row<'source_file'>[]): boolean =>
  fresh.some((file) => file.name === old.name || file.sha256 === old.sha256);

/** Notes at the new row that it took the place of a row from another file that was loaded earlier. */
function replacedNotes(replaced: readonly Row<'project'>[], fresh: LibraryRows, old: LibraryRows): Finding[] {
  const freshById = new Map(fresh.project.map((project) => [project.project_id, project]));
  const names = new Map([...old.source_file, ...fresh.source_file].map((file) => [file.file_id, file.name]));
  return replaced.flatMap((earlier) => {
    const project = freshById.get(earlier.project_id);
    if (!project) return [];
    const log = new FindingLog(names.get(project.source_file_id) ?? '', project.source_sheet);
    const place = project.source_row === null ? {} : { row: project.source_row - 1 };
    const expected = [names.get(earlier.source_file_id), earlier.source_sheet, earlier.source_row]
      .filter((part) => part !== null && part !== undefined)
      .join(' · ');
    return [log.add('earlier_row_replaced', { ...place, column: 'name', found: project.name, expected })];
  });
}

/** Files with how many of their rows are still loaded. */
function filesOf(rows: LibraryRows, old: LibraryRows, fresh: LibraryRows): Row<'source_file'>[] {
  const files = old.source_file.filter((file) => !isSameSource(file, fresh.source_file));
  const loaded = loadedByFile(rows);
  return files
    .map((file) => ({ ...file, rows_loaded: loaded.get(file.file_id) ?? 0 }))
    .concat(fresh.source_file);
}

function joinRows(
  old: LibraryRows,
  fresh: LibraryRows,
  kept: readonly Row<'project'>[],
  goneFiles: ReadonlySet<string>,
): { rows: LibraryRows; findings: Finding[] } {
  const keptIds = new Set(kept.map((project) => project.project_id));
  const projects = kept.concat(fresh.project);
  const projectIds = new Set(projects.map((project) => project.project_id));
  const parts = mergeParts({ old, fresh, goneFiles, projectIds });
  const rows: LibraryRows = {
    ...parts.rows,
    project: projects,
    sub_quota_member: old.sub_quota_member
      .filter((member) => keptIds.has(member.project_id))
      .concat(fresh.sub_quota_member),
    source_file: [],
    source_column: old.source_column
      .filter(({ file_id: id }) => !goneFiles.has(id))
      .concat(fresh.source_column),
  };
  rows.project = settleProjects({ projects, earlier: old.project, before: old, now: rows });
  rows.source_file = filesOf(rows, old, fresh);
  return { rows, findings: parts.findings };
}

/**
 * Adds an import to the user's library. A file that is read again replaces its earlier rows, findings and
 * waiting rows; a project that comes again from another file is replaced by its newer row. All other rows
 * stay, and a refused file touches nothing.
 * @param existing the own library so far, or null (the sample is never merged with own rows)
 */
export function mergeImport(
  existing: OwnLibrary | null,
  imported: ImportResult,
  dates: OwnLibraryDates,
  rulebook: Rulebook,
): OwnLibrary {
  if (!existing) {
    const { rows, findings, quarantine } = imported;
    return { library: { meta: ownLibraryMeta(rows, dates, rulebook), rows }, findings, quarantine };
  }
  const old = existing.library.rows;
  const fresh = imported.rows;
  const gone = old.source_file.filter((file) => isSameSource(file, fresh.source_file));
  const goneIds = new Set(gone.map((file) => file.file_id));
  const goneNames = new Set(gone.map((file) => file.name));
  const freshIds = new Set(fresh.project.map((project) => project.project_id));
  const remaining = old.project.filter((project) => !goneIds.has(project.source_file_id));
  const kept = remaining.filter((project) => !freshIds.has(project.project_id));
  const replaced = remaining.filter((project) => freshIds.has(project.project_id));
  const { rows, findings } = joinRows(old, fresh, kept, goneIds);
  const clusters = clustersKept(existing.library.meta.coverage, fresh.project);
  return {
    library: { meta: ownLibraryMeta(rows, dates, rulebook, clusters), rows },
    findings: existing.findings
      .filter((finding) => !goneNames.has(finding.file))
      .concat(imported.findings, replacedNotes(replaced, fresh, old), findings),
    quarantine: existing.quarantine.filter((row) => !goneIds.has(row.fileId)).concat(imported.quarantine),
  };
}
