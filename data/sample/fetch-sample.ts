import type { Library } from '$lib/domain/library';
import type { PackageFiles } from '$lib/library/package/write-package';
import { readSample } from './read-sample';

const urls = import.meta.glob<string>(['./package/*.csv', './package/datapackage.json'], {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Addresses of the sample's files by their path inside the package; each is part of the build. */
export const samplePackageUrls: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(urls).map(([path, url]) => [path.replace('./package/', ''), url]),
);

/** A file of the sample could not be fetched. */
export class SampleFetchError extends Error {
  constructor(
    readonly url: string,
    readonly status: number,
  ) {
    super(`the sample's file ${url} came with status ${status}, expected 200`);
    this.name = 'SampleFetchError';
  }
}

async function fetchBytes(get: typeof fetch, url: string): Promise<Uint8Array> {
  const response = await get(url);
  if (!response.ok) throw new SampleFetchError(url, response.status);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The embedded sample (演示数据), fetched by the page.
 * @param get the page's `fetch`
 * @throws SampleFetchError when a file does not come, PackageError when the files do not fit the tables
 */
export async function fetchSample(get: typeof fetch): Promise<Library> {
  const entries = Object.entries(samplePackageUrls);
  const bytes = await Promise.all(
    entries.map(async ([path, url]) => [path, await fetchBytes(get, url)] as const),
  );
  const files: PackageFiles = Object.fromEntries(bytes);
  const sample = readSample(files);
  if (sample) return sample;
  const { readPackage } = await import('$lib/library/package/read-package');
  return readPackage(files);
}
