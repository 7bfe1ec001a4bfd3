import type { ImportLimits } from '../import-limits';
import { RefusalError, type Refusal } from '../refusal';
import { inflateParts, refuseClaimedBomb } from './inflate-parts';
import type { NamedFile } from './read-file';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/** A file that will be read: as given, or inside an archive and unpacked only when its turn comes. */
export interface PlannedFile {
  /** Of a file in an archive: the archive's name, its folders and its own name, with slashes between. */
  name: string;
  /** The file's own name, without folders and archive. */
  ownName: string;
  /** @throws RefusalError when the archive's part is broken or too large when unpacked */
  load: () => Uint8Array;
}

export interface ReadingPlan {
  files: PlannedFile[];
  refusals: Refusal[];
  /** Packages of a library among the files: they are opened elsewhere. */
  packages: string[];
}

const workbookParts = new Set(['xl/workbook.xml', '[Content_Types].xml']);
const tableName = /\.(?:xlsx|csv|tsv|txt|parquet)$/i;
const archiveName = /\.(?:zip|fundlens)$/i;
/** What systems and programs leave in folders: lists, thumbnails, locks of opened workbooks. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

const isZip = ({ bytes }: NamedFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const ownNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The archive's list, or null where it is none or broken: the reader of workbooks then says so. */
function entriesOf(file: NamedFile, limits: ImportLimits): ZipEntry[] | null {
  if (!isZip(file)) return null;
  try {
    return readZipDirectory(file.bytes, Math.max(limits.mostZipEntries, limits.mostArchiveFiles));
  } catch (cause) {
    if (cause instanceof RefusalError) return null;
    throw cause;
  }
}

/** An archive or a workbook inside an archive looks alike from outside; its name must tell, and its list. */
function unpacked(archive: NamedFile, entry: ZipEntry, limits: ImportLimits): Uint8Array {
  if (entry.encrypted) throw new RefusalError('encrypted_or_old');
  if (archiveName.test(entry.name)) throw new RefusalError('zip_in_zip');
  if (!tableName.test(entry.name)) throw new RefusalError('not_a_workbook');
  const bytes = inflateParts(archive.bytes, [entry], limits)[entry.name] ?? new Uint8Array();
  const inner = entriesOf({ name: entry.name, bytes }, limits);
  if (inner && !inner.some(({ name }) => workbookParts.has(name))) throw new RefusalError('zip_in_zip');
  return bytes;
}

function membersOf(archive: NamedFile, entries: readonly ZipEntry[], limits: ImportLimits): PlannedFile[] {
  const members = entries.filter(({ name }) => !name.endsWith('/') && !litter.test(name));
  if (members.length === 0) throw new RefusalError('empty');
  if (members.length > limits.mostArchiveFiles) {
    const { mostArchiveFiles: limit } = limits;
    throw new RefusalError('too_many_files', { found: String(members.length), limit: String(limit) });
  }
  refuseClaimedBomb(members, limits);
  return members.map((entry) => {
    // Some programs on Windows write folders with backslashes.
    const path = entry.name.replaceAll('\\', '/');
    return {
      name: `${archive.name}/${path}`,
      ownName: ownNameOf(path),
      load: () => unpacked(archive, entry, limits),
    };
  });
}

const mayBePackage = (file: NamedFile, entries: readonly ZipEntry[] | null): boolean =>
  /\.fundlens$/i.test(file.name) ||
  (entries !== null && !entries.some(({ name }) => workbookParts.has(name)));

async function isPackage(file: NamedFile): Promise<boolean> {
  // Most imports bring no archive, and need no reader of packages.
  const { packageKind } = await import('../package/open-package');
  const kind = packageKind(file);
  return kind === 'zip' || kind === 'sealed';
}

/**
 * The files to read, those in archives (one level deep) in their place. A package of a library is left alone and
 * named; an archive that asks too much is refused.
 */
export async function planFiles(files: readonly NamedFile[], limits: ImportLimits): Promise<ReadingPlan> {
  const plan: ReadingPlan = { files: [], refusals: [], packages: [] };
  for (const file of files) {
    const entries = entriesOf(file, limits);
    const asGiven: PlannedFile = { name: file.name, ownName: ownNameOf(file.name), load: () => file.bytes };
    try {
      if (!mayBePackage(file, entries)) plan.files.push(asGiven);
      else if (await isPackage(file)) plan.packages.push(file.name);
      else if (file.bytes.length > limits.mostFileBytes || entries === null) plan.files.push(asGiven);
      else plan.files.push(...membersOf(file, entries, limits));
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      const refusal = error instanceof RefusalError ? error : new RefusalError('failed', { found });
      plan.refusals.push(refusal.of(file.name));
    }
  }
  return plan;
}
