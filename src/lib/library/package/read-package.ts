import type { Library } from '$lib/domain/library';
import { emptyLibrary, type LibraryTableName } from '$lib/domain/tables';
import { sha256 } from '../sha256';
import { libraryFaults } from './check-library';
import { descriptorPath } from './describe-package';
import { hashRows } from './hash-rows';
import { PackageError, type PackageFault } from './package-error';
import { readDescriptor, type AnnouncedTable, type ReadDescriptor } from './read-descriptor';
import { readTable } from './read-table';
import { tableNames, type TableRow } from './table-columns';
import type { PackageFiles } from './write-package';

/** The text of a file. @throws PackageError `package_not_utf8` */
export function decodeFile(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new PackageError([{ code: 'package_not_utf8', file, found: null, expected: 'UTF-8' }], { cause });
  }
}

export function refuse(faults: readonly PackageFault[]): void {
  if (faults.length > 0) throw new PackageError(faults);
}

/** A file by its name; names such as `constructor` are none, whatever an object answers. */
const fileOf = (files: Readonly<PackageFiles>, name: string): Uint8Array | undefined =>
  Object.hasOwn(files, name) ? files[name] : undefined;

/** The package's own description. @throws PackageError when it is missing or does not fit the tables */
export function openDescriptor(files: Readonly<PackageFiles>): ReadDescriptor {
  const descriptor = fileOf(files, descriptorPath);
  if (descriptor) return readDescriptor(decodeFile(descriptorPath, descriptor));
  const found = Object.keys(files).join(', ');
  const fault = {
    code: 'package_no_descriptor',
    file: descriptorPath,
    found,
    expected: descriptorPath,
  } as const;
  throw new PackageError([fault]);
}

/** The bytes of a table's file, or undefined with a fault when it is missing. */
export function announcedBytes(
  files: Readonly<PackageFiles>,
  { file }: AnnouncedTable,
  faults: PackageFault[],
): Uint8Array | undefined {
  const bytes = fileOf(files, file);
  if (!bytes) faults.push({ code: 'package_missing_file', file, found: null, expected: file });
  return bytes;
}

/** False, with a fault, when the file is not the one that was announced: nothing is read of a changed file. */
export function isAsAnnounced(
  { file, sha256: expected }: AnnouncedTable,
  found: string | null,
  faults: PackageFault[],
): boolean {
  if (found === expected) return true;
  faults.push({ code: 'package_changed', file, found, expected });
  return false;
}

/**
 * Reads a CSV package back into a library, at once. Strict: tables, columns, types, required cells, keys, counts
 * and hashes must all be as the descriptor and `domain/tables` say. `openPackage` reads Parquet too, in steps.
 * @param files bytes by path inside the package, `datapackage.json` among them
 * @throws PackageError with one finding for each fault (file, row, column, found, expected), 50 at most
 */
export function readPackage(files: Readonly<PackageFiles>): Library {
  const descriptor = openDescriptor(files);
  const faults: PackageFault[] = [];
  const rows = emptyLibrary();
  // readTable has checked every cell against the definition that the row types are made from.
  const target = rows as Record<LibraryTableName, TableRow[]>;
  for (const table of tableNames) {
    const announced = descriptor.tables[table];
    if (announced.isAbsent) continue;
    const { file, format } = announced;
    const bytes = announcedBytes(files, announced, faults);
    if (format === 'parquet') {
      faults.push({ code: 'package_unreadable_table', file, found: format, expected: 'csv' });
      continue;
    }
    const found = announced.sha256 === null || !bytes ? null : sha256(bytes);
    if (bytes && isAsAnnounced(announced, found, faults))
      target[table] = readTable(table, file, decodeFile(file, bytes), faults);
  }
  refuse(faults);
  refuse(libraryFaults(rows, hashRows(rows), descriptor));
  return { meta: descriptor.meta, rows };
}
