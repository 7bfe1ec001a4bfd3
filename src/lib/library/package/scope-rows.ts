import { countRows, libraryTableNames, type LibraryRows, type LibraryTableName } from '$lib/domain/tables';
import { reduceSources } from './scope-sources';
import { rowsOf } from './table-columns';
import { scopeTest, type PackageScope } from './scope';

type ScopedCounts = Record<LibraryTableName, number>;

/** How many rows of each table a package of this part will hold. */
export function countScope(rows: LibraryRows, scope: PackageScope): ScopedCounts {
  const parts = partsOf(rows, scope);
  const named = new Set(
    libraryTableNames.flatMap((table) => rowsOf(parts, table).map((row) => row['source_file_id'])),
  );
  const files = parts.source_file.filter(({ file_id: id }) => named.has(id));
  return { ...countRows(parts), source_file: files.length };
}

/**
 * The rows of one part of the province: its projects and what hangs on them, nothing else. Every table is named
 * in `partsOf`, so that a new one cannot be forgotten. Appropriations are the whole province's money and are left
 * out; source files are reduced to what these rows say.
 */
export const scopeRows = (rows: LibraryRows, scope: PackageScope): LibraryRows =>
  reduceSources(partsOf(rows, scope));

function partsOf(rows: LibraryRows, scope: PackageScope): LibraryRows {
  const project = rows.project.filter(scopeTest(scope));
  const ids = new Set(project.map((row) => row.project_id));
  const ofScope = (row: { project_id: string }): boolean => ids.has(row.project_id);
  return {
    project,
    appropriation: [],
    award: rows.award.filter(ofScope),
    tranche: rows.tranche.filter(ofScope),
    disbursement: rows.disbursement.filter(ofScope),
    termination: rows.termination.filter(ofScope),
    recovery: rows.recovery.filter(ofScope),
    target_form: rows.target_form.filter(ofScope),
    target: rows.target.filter(ofScope),
    progress: rows.progress.filter(ofScope),
    acceptance: rows.acceptance.filter(ofScope),
    checklist: rows.checklist.filter(ofScope),
    // Centres and platforms stand in no project and no cluster's account: they stay with the province.
    centre: [],
    centre_fact: [],
    centre_assessment: [],
    centre_report: [],
    platform: [],
    platform_metric: [],
    sub_quota_member: rows.sub_quota_member.filter(ofScope),
    source_file: rows.source_file,
    // Where columns stand in a file speaks of a file that the package does not name.
    source_column: [],
  };
}
