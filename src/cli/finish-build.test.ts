import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { finishBuild, type BuiltPolicy } from './finish-build';

let folder: string;
let build: string;
let cache: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fundlens-finish-'));
  build = path.join(folder, 'build');
  cache = path.join(folder, 'cache');
  await mkdir(build);
  await writeFile(path.join(build, 'index.html'), `<script>a()</script>${'概'.repeat(1000)}`);
  await writeFile(
    path.join(build, 'quota.html'),
    `<script>b()</script><script>a()</script>${'概'.repeat(1000)}`,
  );
  await writeFile(path.join(build, 'twin.js'), 'x'.repeat(1000));
  await writeFile(path.join(build, 'same.js'), 'x'.repeat(1000));
  await writeFile(path.join(build, 'small.css'), 'x'.repeat(511));
  await writeFile(path.join(build, 'picture.png'), 'x'.repeat(1000));
});
afterEach(() => rm(folder, { recursive: true }));

const policy = async () => JSON.parse(await readFile(path.join(build, 'csp.json'), 'utf8')) as BuiltPolicy;

test('the header holds each inline script of all pages once, and nginx gets the same header', async () => {
  await finishBuild(build, cache);
  const { header, scriptHashes } = await policy();
  expect(scriptHashes).toHaveLength(2);
  for (const hash of scriptHashes) expect(header.split(`'${hash}'`)).toHaveLength(2);
  expect(await readFile(path.join(build, 'nginx.conf'), 'utf8')).toContain(`"${header}" always;`);
});

test('what gains by it is compressed, what is small or compressed already is not', async () => {
  const files = await finishBuild(build, cache);
  expect(files.map((file) => file.name).sort()).toEqual(['index.html', 'quota.html', 'same.js', 'twin.js']);
  const names = await readdir(build);
  for (const name of ['twin.js.br', 'twin.js.gz', 'same.js.br']) expect(names).toContain(name);
  for (const name of ['small.css.br', 'picture.png.br', 'csp.json.br']) expect(names).not.toContain(name);
});

test('a second run takes everything from the cache and changes nothing', async () => {
  await finishBuild(build, cache);
  const before = [await policy(), await readFile(path.join(build, 'index.html'), 'utf8')];
  const kept = await readdir(cache);
  const { mtimeMs } = await stat(path.join(cache, kept[0] ?? ''));
  await finishBuild(build, cache);
  expect([await policy(), await readFile(path.join(build, 'index.html'), 'utf8')]).toEqual(before);
  expect(await readdir(cache)).toEqual(kept);
  expect((await stat(path.join(cache, kept[0] ?? ''))).mtimeMs).toBe(mtimeMs);
});

test('the cache drops what no build needs any more', async () => {
  await finishBuild(build, cache);
  const { length } = await readdir(cache);
  await writeFile(path.join(build, 'twin.js'), 'y'.repeat(1000));
  await writeFile(path.join(build, 'same.js'), 'y'.repeat(1000));
  await finishBuild(build, cache);
  expect(await readdir(cache)).toHaveLength(length);
  expect(await readFile(path.join(build, 'twin.js.br'))).toEqual(
    await readFile(path.join(build, 'same.js.br')),
  );
});

test('a 404 page of the site itself is kept', async () => {
  await writeFile(path.join(build, '404.html'), 'ours');
  await finishBuild(build, cache);
  expect(await readFile(path.join(build, '404.html'), 'utf8')).toBe('ours');
});
