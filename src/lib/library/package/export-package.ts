import type { Library } from '$lib/domain/library';
import type { LibraryRows, LibraryTableName } from '$lib/domain/tables';
import type { Rulebook } from '$lib/policy/rulebook';
import { aboutLibrary } from './about-library';
import {
  describeExport,
  descriptorPath,
  tableFile,
  type TableFormat,
  type WrittenTable,
} from './describe-package';
import { digestOf } from '../digest';
import { hashSteps } from './hash-rows';
import { paced, type Pace } from './pace';
import { nameScope, type PackageScope } from './scope';
import { scopeLibrary, scopeNotes } from './scope-library';
import { sealPackage } from './sealed-package';
import { countRows } from '$lib/domain/tables';
import { tableNames } from './table-columns';
import { bytesOf, csvSteps, type PackageFiles } from './write-package';
import { parquetSteps } from './write-parquet';
import { zipSteps } from './zip-package';

export interface ExportOptions {
  format: TableFormat;
  rulebook: Rulebook;
  /** One part of the province; absent for the whole library. */
  scope?: PackageScope;
  /** Seals the package when given. */
  passphrase?: string;
}

export interface ExportedPackage {
  /** A name to save it under. */
  fileName: string;
  bytes: Uint8Array;
  /** What went into it: of a scoped package the part only. */
  library: Library;
}

function* tableBytes(
  table: LibraryTableName,
  rows: LibraryRows,
  format: TableFormat,
): Generator<number, Uint8Array> {
  return format === 'csv' ? bytesOf(yield* csvSteps(table, rows)) : yield* parquetSteps(table, rows);
}

/** The tables' files with what the descriptor says of each. */
async function writeTables(library: Library, format: TableFormat, pace: Pace) {
  const files: PackageFiles = {};
  const tables: WrittenTable[] = [];
  for (const table of tableNames) {
    const file = tableFile(table, format);
    const bytes = await paced(tableBytes(table, library.rows, format), pace, { step: 'write', file });
    files[file] = bytes;
    tables.push({
      table,
      rows: library.rows[table].length,
      bytes: bytes.length,
      sha256: await digestOf(bytes),
    });
  }
  return { files, tables };
}

/**
 * The library with hash and counts of the rows it has now: a package that contradicts itself would be refused on
 * the way in.
 */
async function sound({ meta, rows }: Library, pace: Pace): Promise<Library> {
  const hash = await paced(hashSteps(rows), pace, { step: 'check', file: descriptorPath });
  return { meta: { ...meta, hash, counts: countRows(rows) }, rows };
}

/**
 * The files of an exported package, loose: `datapackage.json` and one file for each table.
 * @throws PackageError when a row does not fit its table, or the scope names what the rules do not know
 */
export async function exportFiles(
  whole: Library,
  { format, rulebook, scope }: Omit<ExportOptions, 'passphrase'>,
  pace: Pace = {},
): Promise<{ files: PackageFiles; library: Library }> {
  if (scope) nameScope(scope, rulebook);
  const library = scope ? scopeLibrary(whole, scope, rulebook) : await sound(whole, pace);
  const { files, tables } = await writeTables(library, format, pace);
  const descriptor = describeExport({
    meta: library.meta,
    about: aboutLibrary(library, scope ?? null, rulebook),
    format,
    tables,
    scope: scope ?? null,
    notes: scope ? scopeNotes : [],
  });
  return { files: { ...files, [descriptorPath]: bytesOf([descriptor]) }, library };
}

/**
 * The library, or one part of it, as one file: a zipped Frictionless Data Package of CSV or Parquet tables, sealed
 * when a passphrase is given. The same rows give the same archive (a sealed one differs each time). Works in steps,
 * so that a worker can tell of progress and be stopped.
 * @throws PackageError when a row does not fit its table, the scope or the passphrase will not do
 */
export async function exportPackage(
  library: Library,
  { passphrase, ...options }: ExportOptions,
  pace: Pace = {},
): Promise<ExportedPackage> {
  const { files, library: held } = await exportFiles(library, options, pace);
  const archive = await paced(zipSteps(files), pace, { step: 'pack', file: descriptorPath });
  const { name } = aboutLibrary(held, options.scope ?? null, options.rulebook);
  const stem = `${name}-${held.meta.asOf}`;
  if (passphrase === undefined) return { fileName: `${stem}.zip`, bytes: archive, library: held };
  const fileName = `${stem}.fundlens`;
  return { fileName, bytes: await sealPackage(archive, passphrase, fileName), library: held };
}
