import { readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';

/** Everything that ends up in `build/`. */
const sources = [
  'src',
  'static',
  'data',
  'rules',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'src/lib/i18n/project.inlang/settings.json',
];

/** Written by the build itself: newer than the build without any change of ours. */
const generated = new Set(['paraglide', 'project.inlang']);

const counts = (entry: Dirent): boolean =>
  !entry.name.startsWith('.') && !generated.has(entry.name) && !entry.name.endsWith('.test.ts');

/** When a file, or the newest file inside a folder, was last changed, in milliseconds; 0 when there is none. */
export function newestChange(target: string): number {
  const found = statSync(target, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(target, { withFileTypes: true })
    .filter(counts)
    .reduce((newest, entry) => Math.max(newest, newestChange(path.join(target, entry.name))), 0);
}

/** True when `build/` is missing, unfinished or older than what it is made of. */
export function needsBuild(root: string): boolean {
  const built = newestChange(path.join(root, 'build', 'csp.json'));
  return built === 0 || sources.some((source) => newestChange(path.join(root, source)) > built);
}
