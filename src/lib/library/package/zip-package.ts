import { unzipSync, zipSync, type Zippable } from 'fflate';
import { PackageError, type PackageFault } from './package-error';
import type { PackageFiles } from './write-package';

/** What all files of a package may hold together when unpacked; far above a library of a million rows. */
export const mostUnpackedBytes = 1024 * 1024 * 1024;

// A fixed moment, so that the same package gives the same archive; 1980 is the first year that zip can write.
const writtenAt = new Date(1980, 0, 1);

/** The package as one zip archive; the same files give the same bytes. */
export function zipPackage(files: Readonly<PackageFiles>): Uint8Array {
  const entries: Zippable = {};
  for (const path of Object.keys(files).sort()) {
    const bytes = files[path];
    if (bytes) entries[path] = [bytes, { mtime: writtenAt, level: 6 }];
  }
  return zipSync(entries);
}

const isPackagePath = (path: string): boolean => path === 'datapackage.json' || /^[\w-]+\.csv$/.test(path);

/**
 * The files of a zipped package. Only `datapackage.json` and CSV files at the top are unpacked.
 * @throws PackageError when the bytes are no zip archive or would unpack to more than `limit` bytes
 */
export function unzipPackage(archive: Uint8Array, name: string, limit = mostUnpackedBytes): PackageFiles {
  let total = 0;
  try {
    return unzipSync(archive, {
      filter: (file) => {
        if (!isPackagePath(file.name)) return false;
        // The size is what the archive claims; the unpacker never writes beyond it.
        total += file.originalSize;
        if (total > limit) throw new PackageError([tooLarge(name, total, limit)]);
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof PackageError) throw cause;
    throw new PackageError([{ code: 'package_no_zip', file: name, found: null, expected: 'zip' }], { cause });
  }
}

const tooLarge = (file: string, found: number, limit: number): PackageFault => ({
  code: 'package_too_large',
  file,
  found: `${found} bytes`,
  expected: `${limit} bytes at most`,
});
