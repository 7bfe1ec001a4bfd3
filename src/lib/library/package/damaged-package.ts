import { zipSync } from 'fflate';
import { readRulebook } from '$lib/policy/read-rules';
import { exampleLibrary } from './example-library';
import { exportFiles } from './export-package';
import { PackageError } from './package-error';
import type { PackageFiles } from './write-package';

export const rulebook = readRulebook();
/** The example as a package of each format, for tests that damage it. */
export const csv = (await exportFiles(exampleLibrary(), { format: 'csv', rulebook })).files;
export const parquet = (await exportFiles(exampleLibrary(), { format: 'parquet', rulebook })).files;
export const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
/** The files as one archive, to be opened. */
export const zipped = (files: PackageFiles) => [{ name: 'a.zip', bytes: zipSync(files) }];

/** What opening was refused for; none when it was not refused. */
export async function findingsOf(work: Promise<unknown>) {
  try {
    await work;
  } catch (error) {
    if (error instanceof PackageError) return error.findings;
    throw error;
  }
  return [];
}
