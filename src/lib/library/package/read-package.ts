import type { Library, LibraryMeta } from '$lib/domain/library';
import { emptyLibrary, type LibraryRows, type LibraryTableName } from '$lib/domain/tables';
import { descriptorPath, tablePath } from './describe-package';
import { hashRows } from './hash-rows';
import { PackageError, type PackageFault } from './package-error';
import { readDescriptor } from './read-descriptor';
import { mostFaults, readTable } from './read-table';
import { projectParts, rowsOf, tableNames, type TableRow } from './table-columns';
import type { PackageFiles } from './write-package';

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PackageError([{ code: 'package_not_utf8', file, found: null, expected: 'UTF-8' }], { cause });
  }
}

function checkProjects(rows: LibraryRows, faults: PackageFault[]): void {
  const known = new Set(rows.project.map((row) => row.project_id));
  for (const table of projectParts) {
    for (const [index, row] of rowsOf(rows, table).entries()) {
      const id = String(row['project_id']);
      if (known.has(id)) continue;
      if (faults.length >= mostFaults) return;
      const place = { file: tablePath(table), row: index + 2, column: 'project_id' };
      faults.push({ ...place, code: 'package_unknown_project', found: id, expected: tablePath('project') });
    }
  }
}

/** Counts and hash of the descriptor must be those of the rows: otherwise a file was changed or cut off. */
function checkMeta(meta: LibraryMeta, rows: LibraryRows, faults: PackageFault[]): void {
  for (const table of tableNames) {
    const found = rows[table].length;
    const expected = meta.counts[table];
    if (found === expected) continue;
    const file = tablePath(table);
    faults.push({ code: 'package_wrong_count', file, found: String(found), expected: String(expected) });
  }
  const hash = hashRows(rows);
  if (hash === meta.hash || faults.length > 0) return;
  faults.push({ code: 'package_changed', file: descriptorPath, found: hash, expected: meta.hash });
}

function refuse(faults: readonly PackageFault[]): void {
  if (faults.length > 0) throw new PackageError(faults);
}

/**
 * Reads a package back into a library. Strict: tables, columns, types, required cells, keys, counts and the
 * hash must all be as the descriptor and `domain/tables` say.
 * @param files bytes by path inside the package, `datapackage.json` among them
 * @throws PackageError with one finding for each fault (file, row, column, found, expected), 50 at most
 */
export function readPackage(files: Readonly<PackageFiles>): Library {
  const descriptor = files[descriptorPath];
  if (!descriptor) {
    const found = Object.keys(files).join(', ');
    throw new PackageError([
      { code: 'package_no_descriptor', file: descriptorPath, found, expected: descriptorPath },
    ]);
  }
  const { meta, paths } = readDescriptor(decode(descriptorPath, descriptor));
  const faults: PackageFault[] = [];
  const rows = emptyLibrary();
  // readTable has checked every cell against the definition that the row types are made from.
  const target = rows as Record<LibraryTableName, TableRow[]>;
  for (const table of tableNames) {
    const file = paths[table];
    if (file === null) continue;
    const bytes = files[file];
    if (bytes) target[table] = readTable(table, file, decode(file, bytes), faults);
    else faults.push({ code: 'package_missing_file', file, found: null, expected: file });
  }
  refuse(faults);
  checkProjects(rows, faults);
  checkMeta(meta, rows, faults);
  refuse(faults);
  return { meta, rows };
}
