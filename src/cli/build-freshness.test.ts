import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { needsBuild } from './build-freshness';

let root: string;

/** A file last changed at a second of 2026. */
function put(name: string, second: number): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  utimesSync(file, at, at);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'fundlens-fresh-'));
  put('src/lib/a.ts', 10);
  put('package.json', 10);
});
afterEach(() => rmSync(root, { recursive: true }));

test('without a finished build one is needed', () => {
  expect(needsBuild(root)).toBe(true);
  put('build/index.html', 50);
  expect(needsBuild(root)).toBe(true);
});

test.each([
  [9, true],
  [10, false],
  [11, false],
])('finished at second %d with a source of second 10, a build is needed: %s', (second, needed) => {
  put('build/csp.json', second);
  expect(needsBuild(root)).toBe(needed);
});

test.each([
  'rules/guides/2023/x.yaml',
  'data/sample/x.csv',
  'static/x.svg',
  'vite.config.ts',
  'src/routes/quota/+page.svelte',
])('a newer %s asks for a build', (name) => {
  put('build/csp.json', 20);
  put(name, 21);
  expect(needsBuild(root)).toBe(true);
});

test.each([
  'src/lib/i18n/paraglide/messages.js',
  'src/lib/a.test.ts',
  'tests/pages/a.test.ts',
  'src/.cache/x',
])('a newer %s does not', (name) => {
  put('build/csp.json', 20);
  put(name, 21);
  expect(needsBuild(root)).toBe(false);
});
