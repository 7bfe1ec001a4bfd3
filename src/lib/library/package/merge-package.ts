import { datasetNames, type Library, type LibraryMeta } from '$lib/domain/library';
import { countRows, type LibraryRows, type LibraryTableName } from '$lib/domain/tables';
import type { OwnLibrary } from '../merge-library';
import { loadedByFile } from '../merge-parts';
import { hashRows } from './hash-rows';
import { joinCoverage } from './join-coverage';
import type { OpenedPackage } from './open-package';
import { rowsOf, type TableRow } from './table-columns';

/**
 * What a row is about. Of whatever a package speaks of, its rows take the place of all that was there: the payments
 * of a project come from one library, never half from each. Every table is named, so that a new one cannot be
 * forgotten.
 */
const subjects: Record<LibraryTableName, { of: string; columns: readonly string[] }> = {
  project: { of: 'project', columns: ['project_id'] },
  award: { of: 'project', columns: ['project_id'] },
  tranche: { of: 'project', columns: ['project_id'] },
  disbursement: { of: 'project', columns: ['project_id'] },
  termination: { of: 'project', columns: ['project_id'] },
  recovery: { of: 'project', columns: ['project_id'] },
  target_form: { of: 'project', columns: ['project_id'] },
  target: { of: 'project', columns: ['project_id'] },
  progress: { of: 'project', columns: ['project_id'] },
  acceptance: { of: 'project', columns: ['project_id'] },
  checklist: { of: 'project', columns: ['project_id'] },
  sub_quota_member: { of: 'project', columns: ['project_id'] },
  appropriation: { of: 'appropriation', columns: ['guide_year', 'category_id'] },
  centre: { of: 'centre', columns: ['centre_id'] },
  centre_fact: { of: 'centre', columns: ['centre_id'] },
  centre_assessment: { of: 'centre', columns: ['centre_id'] },
  centre_report: { of: 'centre', columns: ['centre_id'] },
  platform: { of: 'platform', columns: ['platform_id'] },
  platform_metric: { of: 'platform', columns: ['platform_id'] },
  source_file: { of: 'file', columns: ['file_id'] },
  source_column: { of: 'file', columns: ['file_id'] },
};

const tables = Object.keys(subjects) as LibraryTableName[];

const subjectOf = (table: LibraryTableName, row: TableRow): string => {
  const { of, columns } = subjects[table];
  return [of, ...columns.map((column) => String(row[column]))].join('\u001f');
};

function joinRows(own: LibraryRows, brought: LibraryRows): LibraryRows {
  const spoken = new Set(
    tables.flatMap((table) => rowsOf(brought, table).map((row) => subjectOf(table, row))),
  );
  const join = (table: LibraryTableName): readonly TableRow[] => [
    ...rowsOf(own, table).filter((row) => !spoken.has(subjectOf(table, row))),
    ...rowsOf(brought, table),
  ];
  // Rows keep their table, and with it their type.
  const rows = Object.fromEntries(tables.map((table) => [table, join(table)])) as LibraryRows;
  const loaded = loadedByFile(rows);
  rows.source_file = rows.source_file.map((file) => ({
    ...file,
    rows_loaded: loaded.get(file.file_id) ?? 0,
  }));
  return rows;
}

function joinMeta(own: LibraryMeta, brought: LibraryMeta, rows: LibraryRows, loadedAt: string): LibraryMeta {
  const coverage = joinCoverage(own.coverage, brought.coverage);
  return {
    kind: 'own',
    hash: hashRows(rows),
    asOf: brought.asOf > own.asOf ? brought.asOf : own.asOf,
    loadedAt,
    datasets: datasetNames.filter((one) => own.datasets.includes(one) || brought.datasets.includes(one)),
    guideYears: [...new Set([...own.guideYears, ...brought.guideYears])].sort((a, b) => a - b),
    counts: countRows(rows),
    ...(coverage ? { coverage } : {}),
  };
}

/** 演示数据 stand in the way of what the user brought: they are shown, but never become rows of the user. */
export class SamplePackageError extends Error {
  constructor() {
    super('rows of the sample cannot become rows of the user');
    this.name = 'SamplePackageError';
  }
}

const refuseSample = ({ meta }: Library): void => {
  if (meta.kind === 'sample') throw new SamplePackageError();
};

/**
 * The user's library as the package holds it, in the place of the one before.
 * @param loadedAt moment of loading, ISO with time
 * @throws SamplePackageError for a package of the sample
 */
export function replaceByPackage({ library }: Pick<OpenedPackage, 'library'>, loadedAt: string): OwnLibrary {
  refuseSample(library);
  return {
    library: { meta: { ...library.meta, loadedAt }, rows: library.rows },
    findings: [],
    quarantine: [],
  };
}

/**
 * Adds a package to the user's library: of every project, centre, platform, appropriation and file that the package
 * speaks of, its rows replace the earlier ones; all others stay, and so do findings and waiting rows.
 * @param loadedAt moment of loading, ISO with time
 * @throws SamplePackageError for a package of the sample, or when the earlier rows are the sample's
 */
export function mergePackage(
  own: OwnLibrary,
  { library }: Pick<OpenedPackage, 'library'>,
  loadedAt: string,
): OwnLibrary {
  refuseSample(library);
  refuseSample(own.library);
  const rows = joinRows(own.library.rows, library.rows);
  return { ...own, library: { meta: joinMeta(own.library.meta, library.meta, rows, loadedAt), rows } };
}
