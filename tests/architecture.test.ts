import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What each folder of src/lib may import of the others; the table of the design. */
const allowed: Record<string, string[]> = {
  domain: [],
  policy: ['domain'],
  library: ['domain', 'policy'],
  warehouse: ['domain'],
  metrics: ['domain', 'policy', 'warehouse'],
  charts: ['domain', 'ui', 'i18n'],
  briefing: ['domain', 'policy', 'metrics', 'charts', 'i18n'],
  ui: ['i18n'],
  i18n: ['domain'],
  portal: ['domain', 'policy', 'library', 'warehouse', 'metrics', 'charts', 'briefing', 'ui', 'i18n'],
};

/** Heavy libraries, each behind one folder. */
const keepers: [library: RegExp, folder: string][] = [
  [/^@duckdb\//, 'src/lib/warehouse/'],
  [/^@uwdata\/flechette/, 'src/lib/warehouse/'],
  [/^echarts/, 'src/lib/charts/'],
  [/^read-excel-file/, 'src/lib/library/'],
  [/^idb$/, 'src/lib/warehouse/'],
  [/^bits-ui/, 'src/lib/ui/'],
  [/^yaml$/, 'src/lib/policy/'],
  [/^docx$/, 'src/lib/briefing/'],
];

interface Import {
  file: string;
  target: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('i18n/paraglide/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  const found = text.matchAll(
    /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => ({ file, target: match[1] ?? match[2] ?? '' }));
}

const resolved = ({ file, target }: Import): string => {
  if (target.startsWith('$lib/')) return `src/lib/${target.slice(5)}`;
  if (target.startsWith('.')) return path.normalize(path.join(path.dirname(file), target));
  return target;
};

const isTest = (file: string) => /\.test\.ts$/.test(file);
const all = sourceFiles('src').flatMap(importsOf);

describe('import directions', () => {
  test('every folder of src/lib has a row in the table', () => {
    const folders = readdirSync(path.join(root, 'src/lib'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((folder) => !(folder in allowed))).toEqual([]);
  });

  test('a folder imports only what its row names', () => {
    const broken = all.filter((entry) => {
      const from = /^src\/lib\/([^/]+)\//.exec(entry.file)?.[1];
      const to = /^src\/lib\/([^/]+)/.exec(resolved(entry))?.[1];
      if (!from || !to || from === to) return false;
      // Tests may bring the real rules and a real engine to what they test.
      if (isTest(entry.file) && ['policy', 'warehouse', 'domain'].includes(to)) return false;
      return !allowed[from]?.includes(to);
    });
    expect(broken).toEqual([]);
  });

  test('nothing in src/lib imports a page', () => {
    expect(
      all.filter((entry) => entry.file.startsWith('src/lib/') && resolved(entry).startsWith('src/routes')),
    ).toEqual([]);
  });

  test('each heavy library has one folder that imports it', () => {
    const strays = all.filter((entry) =>
      keepers.some(([library, folder]) => library.test(entry.target) && !entry.file.startsWith(folder)),
    );
    expect(strays).toEqual([]);
  });

  test('Node stays out of what the browser loads', () => {
    const nodeSide = /(read-[a-z-]+|rules-plugin|duckdb-node|\.server|\.test)\.ts$|^src\/cli\//;
    const strays = all.filter(
      (entry) =>
        (entry.target.startsWith('node:') || entry.target === '@duckdb/node-api') &&
        !nodeSide.test(entry.file),
    );
    expect(strays).toEqual([]);
  });

  test('pages hold no SQL and no chart options', () => {
    const pages = sourceFiles('src/routes').filter((file) => !isTest(file));
    const broken = pages.filter((file) =>
      /\bSELECT\b[\s\S]*\bFROM\b|echarts/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(broken).toEqual([]);
  });
});

test('the top level holds only what the house names', () => {
  const given = [
    'src',
    'static',
    'data',
    'rules',
    'tests',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'svelte.config.js',
    'vite.config.ts',
    'eslint.config.js',
    'README.md',
    'LICENSE',
    'build',
    'node_modules',
  ];
  const found = readdirSync(root).filter((name) => !name.startsWith('.'));
  expect(found.filter((name) => !given.includes(name))).toEqual([]);
});

test('the lock file names every optional part of every package, for all platforms', () => {
  interface Locked {
    version?: string;
    optionalDependencies?: Record<string, string>;
  }
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  // A part that is missing here makes `npm ci` fail on machines whose registry does not carry it.
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !packages[`${place}/node_modules/${name}`]?.version && !packages[`node_modules/${name}`]?.version,
    ),
  );
  expect(missing).toEqual([]);
});
