import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { kilobytes, megabytes, type Result } from './results';

const gzipBytes = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

/** Scripts that the page names: preloaded modules, script tags, and what its inline script imports. */
function firstScripts(folder: string, html: string): string[] {
  const named = html.matchAll(/(?:href|src)="\.?\/([^"]+\.js)"|import\("\.?\/([^"]+\.js)"\)/g);
  const files = new Set([...named].map((match) => path.join(folder, match[1] ?? match[2] ?? '')));
  return [...files].filter((file) => existsSync(file));
}

function engineFile(folder: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.wasm.br'),
  );
  if (!found) throw new Error('the build holds no compressed engine: run "npm run build"');
  return path.join(folder, found);
}

/** What the first page weighs, and the engine that comes after it. */
export function sizes(folder: string): Result[] {
  const page = path.join(folder, 'index.html');
  const scripts = firstScripts(folder, readFileSync(page, 'utf8'));
  const initial = scripts.reduce((sum, file) => sum + gzipBytes(file), 0);
  return [
    {
      what: `initial JavaScript of /, ${scripts.length} files, gzip, without the engine`,
      measured: kilobytes(initial),
      goal: '< 250 kB',
    },
    { what: 'HTML of /, gzip', measured: kilobytes(gzipBytes(page)), goal: '—' },
    { what: 'engine (wasm), brotli', measured: megabytes(statSync(engineFile(folder)).size), goal: '—' },
  ];
}
