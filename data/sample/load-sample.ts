import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Library } from '$lib/domain/library';
import { descriptorPath, tablePath } from '$lib/library/package/describe-package';
import { readPackage } from '$lib/library/package/read-package';
import { tableNames } from '$lib/library/package/table-columns';
import type { PackageFiles } from '$lib/library/package/write-package';

/** Where the embedded sample lies when the code runs from the source tree. */
export const samplePackageFolder = fileURLToPath(new URL('./package', import.meta.url));

/** The bytes of a package's files in a folder. */
export function readPackageFolder(folder: string): PackageFiles {
  // A table without rows may have no file; the descriptor says which ones there are.
  const tables = tableNames.map(tablePath).filter((name) => existsSync(path.join(folder, name)));
  const names = [descriptorPath, ...tables];
  return Object.fromEntries(
    names.map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))]),
  );
}

/**
 * The embedded sample (演示数据), read from the files in Node.
 * @param folder another package's folder, such as one written for benchmarks
 * @throws PackageError when the files do not fit the tables
 */
export const loadSample = (folder = samplePackageFolder): Library => readPackage(readPackageFolder(folder));
