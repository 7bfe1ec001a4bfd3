import { Zip, ZipDeflate, zipSync, type Zippable } from 'fflate';
import type { ImportLimits } from '../import-limits';
import { refuseClaimedBomb } from '../read/inflate-parts';
import { readZipDirectory, type ZipEntry } from '../read/zip-directory';
import { descriptorPath } from './describe-package';
import { inflateSteps, joinChunks } from './inflate-steps';
import { drained } from './pace';
import { PackageError, refusedFile } from './package-error';
import { packageLimits } from './package-limits';
import type { PackageFiles } from './write-package';

/** What all files of a package may hold together when unpacked. */
export const mostUnpackedBytes = packageLimits.mostInflatedBytes;

// A fixed moment, so that the same package gives the same archive; 1980 is the first year that zip can write.
const writtenAt = new Date(1980, 0, 1);
const level = 6;

/** The package as one zip archive; the same files give the same bytes. */
export function zipPackage(files: Readonly<PackageFiles>): Uint8Array {
  const entries: Zippable = {};
  for (const path of Object.keys(files).sort()) {
    const bytes = files[path];
    if (bytes) entries[path] = [bytes, { mtime: writtenAt, level }];
  }
  return zipSync(entries);
}

const bytesPerStep = 1_000_000;

/**
 * The same in steps of about a megabyte, for large packages; the archive has other bytes than `zipPackage` gives,
 * and the same ones each time. Each step yields the share that is packed.
 */
export function* zipSteps(files: Readonly<PackageFiles>): Generator<number, Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const paths = Object.keys(files).sort();
  const total = paths.reduce((sum, path) => sum + (files[path]?.length ?? 0), 0);
  let packed = 0;
  for (const path of paths) {
    const bytes = files[path] ?? new Uint8Array();
    const entry = new ZipDeflate(path, { level });
    entry.mtime = writtenAt;
    zip.add(entry);
    let at = 0;
    do {
      const next = at + bytesPerStep;
      entry.push(bytes.subarray(at, next), next >= bytes.length);
      packed += Math.min(bytesPerStep, bytes.length - at);
      yield total === 0 ? 1 : packed / total;
      at = next;
    } while (at < bytes.length);
  }
  zip.end();
  return joinChunks(chunks);
}

const tablePattern = /^[\w-]+\.(?:csv|parquet)$/;

/** The folder that holds the descriptor nearest to the top: who packs a folder by hand packs its name too. */
function folderOf(entries: readonly ZipEntry[]): string {
  const folders = entries.flatMap(({ name }) =>
    name === descriptorPath || name.endsWith(`/${descriptorPath}`)
      ? [name.slice(0, -descriptorPath.length)]
      : [],
  );
  const depth = (folder: string): number => folder.split('/').length;
  return folders.sort((a, b) => depth(a) - depth(b))[0] ?? '';
}

/** True when the archive holds a description of a package, at its top or in a folder. */
export const holdsDescriptor = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => name === descriptorPath || /^[^/]+\/datapackage\.json$/.test(name));

interface PackedFile {
  path: string;
  entry: ZipEntry;
}

function packedFiles(archive: Uint8Array, name: string, limits: ImportLimits): PackedFile[] {
  const entries = readZipDirectory(archive, limits.mostZipEntries);
  const folder = folderOf(entries);
  const files = entries
    .filter((entry) => entry.name.startsWith(folder))
    .map((entry) => ({ path: entry.name.slice(folder.length), entry }))
    .filter(({ path }) => path === descriptorPath || tablePattern.test(path));
  const wanted = files.map(({ entry }) => entry);
  if (wanted.some(({ encrypted }) => encrypted)) {
    throw new PackageError([{ code: 'package_no_zip', file: name, found: 'encrypted', expected: 'zip' }]);
  }
  const twice = files.find(({ path }, index) => files.findIndex((other) => other.path === path) !== index);
  if (twice)
    throw new PackageError([{ code: 'package_duplicate_file', file: twice.path, found: twice.path }]);
  refuseClaimedBomb(wanted, limits);
  return files;
}

/** The steps of one file of several, as shares of them all. */
function* partOf<T>(steps: Generator<number, T>, index: number, of: number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield (index + step.value) / of;
  }
}

/**
 * The files of a zipped package, unpacked one by one and counted while they are. Only `datapackage.json` and the
 * CSV and Parquet files beside it are unpacked. Each step yields the share of files that is done.
 * @throws PackageError when the bytes are no zip archive, a file comes twice, or too much comes out
 */
export function* unzipSteps(
  archive: Uint8Array,
  name: string,
  limits: ImportLimits = packageLimits,
): Generator<number, PackageFiles> {
  try {
    const packed = packedFiles(archive, name, limits);
    const files: [string, Uint8Array][] = [];
    let left = limits.mostInflatedBytes;
    for (const [index, { path, entry }] of packed.entries()) {
      const steps = inflateSteps(archive, entry, { ...limits, mostInflatedBytes: left });
      const bytes = yield* partOf(steps, index, packed.length);
      files.push([path, bytes]);
      left -= bytes.length;
      yield (index + 1) / packed.length;
    }
    return Object.fromEntries(files);
  } catch (cause) {
    throw refusedFile(name, 'package_no_zip', cause);
  }
}

/** The same at once, up to `limit` bytes in all. */
export const unzipPackage = (archive: Uint8Array, name: string, limit = mostUnpackedBytes): PackageFiles =>
  drained(unzipSteps(archive, name, { ...packageLimits, mostInflatedBytes: limit }));
