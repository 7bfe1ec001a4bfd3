import type { Library } from '$lib/domain/library';
import { emptyLibrary, type LibraryTableName } from '$lib/domain/tables';
import type { ImportLimits } from '../import-limits';
import type { NamedFile } from '../read/read-file';
import { fileTooLarge, RefusalError } from '../refusal';
import { readZipDirectory } from '../read/zip-directory';
import { libraryFaults } from './check-library';
import { descriptorPath, type PackageNote } from './describe-package';
import { digestOf } from '../digest';
import { hashSteps } from './hash-rows';
import { paced, type Pace } from './pace';
import { PackageError, refusedFile, type PackageFault } from './package-error';
import { packageLimits } from './package-limits';
import { isParquet } from './parquet-file';
import type { AnnouncedTable } from './read-descriptor';
import { announcedBytes, decodeFile, isAsAnnounced, openDescriptor, refuse } from './read-package';
import { readParquetTable } from './read-parquet-table';
import { tableSteps } from './read-table';
import type { PackageScope } from './scope';
import { isSealed, unsealPackage } from './sealed-package';
import { tableNames, type TableRow } from './table-columns';
import type { PackageFiles } from './write-package';
import { holdsDescriptor, unzipSteps } from './zip-package';

/** A package that was read whole. */
export interface OpenedPackage {
  library: Library;
  /** The part of the province that it holds; null for a whole library. */
  scope: PackageScope | null;
  notes: PackageNote[];
  /** Whether it came under a passphrase. */
  sealed: boolean;
}

export interface OpenOptions extends Pace {
  /** For a sealed package; without it such a package is refused as `package_needs_passphrase`. */
  passphrase?: string;
  limits?: ImportLimits;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Damage at a sealed package's very beginning must not make it look like something else. */
const cameSealed = ({ name, bytes }: NamedFile): boolean => isSealed(bytes) || /\.fundlens$/i.test(name);

/**
 * What a file is, by its content: a sealed package, a zipped one, a Parquet table, or nothing that this folder reads
 * (null), such as a workbook, which is a zip archive too.
 */
export function packageKind(file: NamedFile): 'sealed' | 'zip' | 'parquet' | null {
  const { bytes } = file;
  if (cameSealed(file)) return 'sealed';
  if (isParquet(bytes)) return 'parquet';
  if (!isZip(bytes)) return null;
  try {
    return holdsDescriptor(readZipDirectory(bytes, packageLimits.mostZipEntries)) ? 'zip' : null;
  } catch (cause) {
    if (cause instanceof RefusalError) return null;
    throw cause;
  }
}

/** Loose files by their name, without folders. */
function looseFiles(files: readonly NamedFile[]): PackageFiles {
  const named = files.map(({ name, bytes }) => [name.replace(/^.*[\\/]/, ''), bytes] as const);
  const twice = named.find(([name], index) => named.findIndex(([other]) => other === name) !== index);
  if (twice) throw new PackageError([{ code: 'package_duplicate_file', file: twice[0], found: twice[0] }]);
  return Object.fromEntries(named);
}

async function unpackOne(file: NamedFile, options: OpenOptions): Promise<PackageFiles> {
  const { name, bytes } = file;
  const { limits = packageLimits, passphrase = '' } = options;
  const archive = cameSealed(file) ? await unsealPackage(bytes, passphrase, name) : bytes;
  return paced(unzipSteps(archive, name, limits), options, { step: 'unpack', file: name });
}

async function readOne(
  table: LibraryTableName,
  announced: AnnouncedTable,
  { files, faults, options }: { files: PackageFiles; faults: PackageFault[]; options: OpenOptions },
): Promise<TableRow[]> {
  const { limits = packageLimits } = options;
  const { file, format } = announced;
  if (announced.isAbsent) return [];
  const bytes = announcedBytes(files, announced, faults);
  if (!bytes) return [];
  const found = announced.sha256 === null ? null : await digestOf(bytes);
  if (!isAsAnnounced(announced, found, faults)) return [];
  if (format === 'parquet') {
    return readParquetTable(table, { file, bytes }, faults, { limits, pace: options });
  }
  const steps = tableSteps(table, file, decodeFile(file, bytes), faults, limits.mostRows);
  return paced(steps, options, { step: 'read', file });
}

async function readFiles(files: PackageFiles, options: OpenOptions): Promise<Omit<OpenedPackage, 'sealed'>> {
  const { meta, tables, scope, notes } = openDescriptor(files);
  const faults: PackageFault[] = [];
  const rows = emptyLibrary();
  // The readers have checked every cell against the definition that the row types are made from.
  const target = rows as Record<LibraryTableName, TableRow[]>;
  for (const table of tableNames)
    target[table] = await readOne(table, tables[table], { files, faults, options });
  refuse(faults);
  const hash = await paced(hashSteps(rows), options, { step: 'check', file: descriptorPath });
  refuse(libraryFaults(rows, hash, { meta, tables, scope }));
  return { library: { meta, rows }, scope, notes };
}

function checkSizes(files: readonly NamedFile[], limits: ImportLimits): void {
  const large = files.find(({ bytes }) => bytes.length > limits.mostFileBytes);
  if (!large) return;
  throw refusedFile(large.name, 'package_too_large', fileTooLarge(large.bytes.length, limits.mostFileBytes));
}

/**
 * Reads a package: one file (zipped, or sealed) or the loose files of one, `datapackage.json` among them. All or
 * nothing: a library comes out when every table is as announced, else every fault that was found.
 * @throws PackageError with findings (file, row, column, found, expected), 50 at most; the signal's reason when stopped
 */
export async function openPackage(
  files: readonly NamedFile[],
  options: OpenOptions = {},
): Promise<OpenedPackage> {
  checkSizes(files, options.limits ?? packageLimits);
  const [only] = files;
  if (files.length !== 1 || !only || only.name.endsWith(descriptorPath)) {
    return { ...(await readFiles(looseFiles(files), options)), sealed: false };
  }
  const opened = await readFiles(await unpackOne(only, options), options);
  return { ...opened, sealed: cameSealed(only) };
}
