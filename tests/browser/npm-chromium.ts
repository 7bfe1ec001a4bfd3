import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import type { BrowserProgram } from './chromium';

// The package unpacks itself for a cloud function only: into the shared temporary folder, without the libraries
// that a bare machine lacks, and two processes at once would read each other's half-written file. So we take its
// three archives and unpack them once, aside, and rename the finished folder into place.

const packageFolder = path.dirname(
  path.dirname(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))),
);

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

const unbrotli = (from: string, to: string) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

async function unpackTar(archive: string, into: string): Promise<void> {
  const tar = `${into}.tar`;
  await unbrotli(path.join(packageFolder, 'bin', archive), tar);
  await mkdir(into, { recursive: true });
  const run = spawnSync('tar', ['-xf', tar, '-C', into, '--no-same-owner'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`tar cannot unpack ${archive}: ${run.stderr || run.error?.message}`);
  await rm(tar);
}

/** The package's own file names folders of a cloud function. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;

async function unpack(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  const program = path.join(aside, 'chromium');
  await unbrotli(path.join(packageFolder, 'bin', 'chromium.br'), program);
  await chmod(program, 0o755);
  await unpackTar('al2023.tar.br', path.join(aside, 'libraries'));
  await unpackTar('fonts.tar.br', path.join(aside, 'fonts'));
  await writeFile(path.join(aside, 'fonts', 'fonts.conf'), fontsConf(path.join(folder, 'fonts')));
  await rename(aside, folder).catch(async (cause: unknown) => {
    // Another process was faster; its folder is as good as ours.
    await rm(aside, { recursive: true, force: true });
    if (!(await exists(folder))) throw cause;
  });
}

/**
 * The Chromium that came with `npm ci` (Linux, x64), unpacked to `.cache/` on first use, about 200 MB. Its own
 * Latin font serves only a machine without any; Chinese glyphs are the machine's business.
 */
export async function npmChromium(): Promise<BrowserProgram> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'the Chromium from npm is for Linux on x64: install Chrome or Chromium, or set FUNDLENS_BROWSER',
    );
  }
  const { version } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = path.resolve('.cache', `chromium-${version}`);
  if (!(await exists(folder))) await unpack(folder);
  const libraries = path.join(folder, 'libraries', 'lib');
  const inherited = process.env['LD_LIBRARY_PATH'];
  const fonts = (await exists('/etc/fonts/fonts.conf'))
    ? {}
    : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
  return {
    path: path.join(folder, 'chromium'),
    origin: 'npm',
    environment: { LD_LIBRARY_PATH: inherited ? `${libraries}:${inherited}` : libraries, ...fonts },
  };
}
