import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fetchSample, samplePackageUrls } from './fetch-sample';
import { loadSample, samplePackageFolder } from './load-sample';

const pathOfUrl = new Map(Object.entries(samplePackageUrls).map(([file, url]) => [url, file]));

test('the page fetches every file of the package once and reads the same library as Node', async () => {
  const asked: string[] = [];
  const get: typeof fetch = (input) => {
    const file = pathOfUrl.get(String(input)) ?? '';
    asked.push(file);
    return Promise.resolve(new Response(readFileSync(path.join(samplePackageFolder, file))));
  };
  expect(await fetchSample(get)).toEqual(loadSample());
  expect(asked.sort()).toEqual([...new Set(asked)].sort());
  expect(asked).toContain('datapackage.json');
  expect(asked).toHaveLength(Object.keys(samplePackageUrls).length);
});

test('a file that does not come is named with its status', async () => {
  const get: typeof fetch = () => Promise.resolve(new Response('', { status: 404 }));
  await expect(fetchSample(get)).rejects.toThrow('status 404, expected 200');
});
