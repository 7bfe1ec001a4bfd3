/**
 * The last step of `npm run build`: lifts the hashes of the pages' inline scripts into one CSP header
 * (`build/csp.json`), writes `build/nginx.conf` and `build/404.html`, compresses, prints sizes.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { compressFolder, type CompressedFile } from './compress';
import { contentSecurityPolicy } from './content-security-policy';
import { nginxConf } from './nginx-conf';
import { notFoundPage } from './not-found-page';
import { inlineScriptHashes, withoutPolicyTag } from './page-scripts';

/** What a server must know about the built pages. */
export interface BuiltPolicy {
  /** The whole Content-Security-Policy header. */
  header: string;
  scriptHashes: string[];
}

async function pagesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).sort();
}

/** Takes the policy's meta tag out of every page and gives the hashes of the inline scripts, each once. */
async function liftScriptHashes(folder: string): Promise<string[]> {
  const hashes = new Set<string>();
  for (const name of await pagesOf(folder)) {
    const file = path.join(folder, name);
    const html = await readFile(file, 'utf8');
    for (const hash of inlineScriptHashes(html)) hashes.add(hash);
    const lifted = withoutPolicyTag(html);
    if (lifted !== html) await writeFile(file, lifted);
  }
  return [...hashes].sort();
}

/** Does all of it; running it twice over one folder changes nothing. Gives the sizes of the compressed files. */
export async function finishBuild(folder: string, cache: string): Promise<CompressedFile[]> {
  const notFound = path.join(folder, '404.html');
  if (!existsSync(notFound)) await writeFile(notFound, notFoundPage);
  const scriptHashes = await liftScriptHashes(folder);
  const policy: BuiltPolicy = { header: contentSecurityPolicy(scriptHashes), scriptHashes };
  await writeFile(path.join(folder, 'nginx.conf'), nginxConf(policy.header));
  const files = await compressFolder(folder, cache);
  // Last of all: `npm start` takes this file as the mark of a finished build.
  await writeFile(path.join(folder, 'csp.json'), `${JSON.stringify(policy, null, 2)}\n`);
  return files;
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`.padStart(10);

function sizeLine(name: string, files: readonly CompressedFile[]): string {
  const sum = (key: 'bytes' | 'gzipBytes' | 'brotliBytes') =>
    files.reduce((total, file) => total + file[key], 0);
  return `${name.padEnd(14)}${kilobytes(sum('bytes'))}${kilobytes(sum('gzipBytes'))}${kilobytes(sum('brotliBytes'))}`;
}

/** Scripts that the first page asks for at once. */
async function firstScripts(folder: string, files: readonly CompressedFile[]): Promise<CompressedFile[]> {
  const html = await readFile(path.join(folder, 'index.html'), 'utf8');
  const names = new Set([...html.matchAll(/href="\.?\/(_app\/[^"]+\.js)"/g)].map((match) => match[1]));
  return files.filter((file) => names.has(file.name));
}

async function main(): Promise<void> {
  const folder = path.resolve('build');
  const started = performance.now();
  const files = await finishBuild(folder, path.resolve('.cache', 'brotli'));
  const kinds = ['html', 'css', 'js', 'json', 'wasm'];
  console.log(`${' '.repeat(14)}${['raw', 'gzip', 'brotli'].map((head) => head.padStart(10)).join('')}`);
  for (const kind of kinds)
    console.log(
      sizeLine(
        kind,
        files.filter((file) => file.name.endsWith(`.${kind}`)),
      ),
    );
  console.log(sizeLine('/ first js', await firstScripts(folder, files)));
  console.log(`finished build/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
