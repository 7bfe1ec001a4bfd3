import { describe, expect, test } from 'vitest';
import { libraryTableNames, type LibraryRows, type Row } from '$lib/domain/tables';
import { exportPackage } from '$lib/library/package/export-package';
import { openPackage } from '$lib/library/package/open-package';
import type { PackageScope } from '$lib/library/package/scope';
import { scopeRows } from '$lib/library/package/scope-rows';
import { projectParts, rowsOf, type TableRow } from '$lib/library/package/table-columns';
import { readRulebook } from '$lib/policy/read-rules';
import { loadSample } from '../../data/sample/load-sample';
import { dissect, inBytes } from './package-bytes';

/** The package of a part holds nothing of the others: searched for in its bytes, not asked of its reader. */

const rulebook = readRulebook();
const sample = loadSample();
const { project } = sample.rows;

const directCounties = rulebook.regions.filter(
  (region) => region.level === 'county' && region.reportsDirectly,
);
const cities = rulebook.regions.filter((region) => region.level === 'city');

const categoryWords = rulebook.guides.flatMap(({ categories }) =>
  categories.flatMap(({ id, subQuotas }) => [id, ...subQuotas.map((part) => part.id)]),
);

/** Which projects are the scope's, told without the code under test. */
const scopes: [string, PackageScope, (row: Row<'project'>) => boolean][] = [
  ...cities.map(({ short, adcode }): (typeof scopes)[number] => [
    short,
    { cityAdcodes: [adcode] },
    (row) => row.city_adcode === adcode && !row.reports_directly,
  ]),
  ...directCounties.map(({ short, adcode }): (typeof scopes)[number] => [
    short,
    { directCounty: adcode },
    (row) => row.reports_directly && row.county_adcode === adcode,
  ]),
  ...rulebook.clusters.map(({ id, shortName }): (typeof scopes)[number] => [
    shortName.zh,
    { clusterIds: [id] },
    (row) => row.cluster_id === id,
  ]),
];

/** Codes of a project or firm; other codes are those of the rules, the same in every part. */
const codeColumns = new Set(['project_id', 'recipient_code']);
/** Shorter words are those of forms and lists, which may stand within a longer word of the part. */
const isWord = (cell: string): boolean => cell.length >= 6 && /[\u4e00-\u9fff]/.test(cell);

const wordsOf = (row: TableRow): string[] =>
  Object.entries(row).flatMap(([column, cell]) =>
    typeof cell === 'string' && (isWord(cell) || codeColumns.has(column)) ? [cell] : [],
  );

/** Words of the other projects, and of what hangs on them in any table, that the part has not itself. */
function foreignWords(isInside: (row: Row<'project'>) => boolean): string[] {
  const ids = new Set(project.filter(isInside).map(({ project_id }) => project_id));
  const inside = (row: TableRow) => ids.has(String(row['project_id']));
  const own = new Set(
    [...projectParts, 'project' as const].flatMap((table) =>
      rowsOf(sample.rows, table).filter(inside).flatMap(wordsOf),
    ),
  );
  const foreign = libraryTableNames
    .filter((table) => table !== 'source_file' && table !== 'source_column')
    .flatMap((table) => rowsOf(sample.rows, table).filter((row) => !inside(row)))
    .flatMap(wordsOf);
  return [...new Set(foreign)].filter((word) => !own.has(word));
}

const fileWords = sample.rows.source_file.flatMap((file) => [file.name, file.sha256, file.region_text ?? '']);

const hangsOn = (rows: LibraryRows, ids: ReadonlySet<string>) =>
  projectParts.map((table) => rowsOf(rows, table).filter((row) => ids.has(String(row['project_id']))).length);

const formats = ['csv', 'parquet'] as const;
/** Taken apart byte by byte; all others are looked at cell by cell. */
const dissected = ['南京', '苏州', '昆山', '泰兴', '生物医药', '集成电路'];
const chosen = scopes.filter(([name]) => dissected.some((one) => name.startsWith(one)));

test.each(scopes)('no cell of the part of %s is a word of the others alone', (_, scope, isInside) => {
  const foreign = new Set(foreignWords(isInside).concat(fileWords));
  const cells = Object.values(scopeRows(sample.rows, scope)).flatMap((list: readonly object[]) =>
    list.flatMap((row) => Object.values(row).map(String)),
  );
  expect(cells.length).toBeGreaterThan(100);
  expect(cells.filter((cell) => foreign.has(cell))).toEqual([]);
});

test('the parts that are taken apart are cities, direct counties and clusters', () => {
  expect(chosen.length).toBeGreaterThanOrEqual(dissected.length);
});

describe.each(formats)('the sample in parts, as %s', (format) => {
  test.each(chosen)('%s', { timeout: 60_000 }, async (_, scope, isInside) => {
    const { bytes, fileName } = await exportPackage(sample, { format, rulebook, scope });
    const { raw, text, paths } = await dissect(bytes);
    const words = foreignWords(isInside);
    expect(words.length).toBeGreaterThan(1000);
    expect(paths).toHaveLength(libraryTableNames.length + 1);
    for (const word of [...words, ...fileWords]) {
      expect(text.includes(word), word).toBe(false);
      expect(raw.includes(inBytes(word)), word).toBe(false);
    }
    // The search finds what is there: every project of the part, in the text and in the bytes.
    const own = project.filter(isInside);
    expect(own.length).toBeGreaterThan(0);
    for (const row of own) {
      expect(text).toContain(row.project_id);
      expect(text).toContain(row.recipient_name);
      expect(raw).toContain(inBytes(row.recipient_name));
    }
    const { library } = await openPackage([{ name: fileName, bytes }]);
    const ids = new Set(own.map(({ project_id }) => project_id));
    expect(library.rows.project.map(({ project_id }) => project_id).sort()).toEqual([...ids].sort());
    expect(hangsOn(library.rows, ids)).toEqual(hangsOn(sample.rows, ids));
    expect(library.rows.appropriation).toEqual([]);
    expect(library.meta).toMatchObject({
      kind: 'sample',
      coverage: { places: scope.clusterIds ? [] : expect.any(Array) },
    });
  });
});

test('the parts of all places together are the whole library, each project once', async () => {
  const places = scopes.filter(([, scope]) => !scope.clusterIds);
  const ids: string[] = [];
  for (const [, scope] of places) {
    const { library } = await exportPackage(sample, { format: 'csv', rulebook, scope });
    ids.push(...library.rows.project.map(({ project_id }) => project_id));
  }
  expect(ids.sort()).toEqual(project.map(({ project_id }) => project_id).sort());
});

describe.each(formats)('a cluster’s package as %s', (format) => {
  test('names no other cluster, in cells or bytes', async () => {
    for (const { id } of rulebook.clusters) {
      const { bytes } = await exportPackage(sample, { format, rulebook, scope: { clusterIds: [id] } });
      const { text, raw } = await dissect(bytes);
      // Categories and sub-quotas of the guides have names such as new-energy-vehicles: words of the policy.
      const clean = (all: string) => categoryWords.reduce((left, word) => left.replaceAll(word, ''), all);
      for (const other of rulebook.clusters.filter((one) => one.id !== id)) {
        expect(clean(text).includes(other.id), `${other.id} in ${id}`).toBe(false);
        expect(clean(raw).includes(other.id), `${other.id} in ${id}`).toBe(false);
        for (const word of [other.name.zh, other.shortName.zh].filter((name) => name.length > 4)) {
          expect(text.includes(word), `${word} in ${id}`).toBe(false);
        }
      }
    }
  }, 120_000);

  test('a sealed one shows no word at all', async () => {
    const [cluster] = rulebook.clusters;
    const scope = { clusterIds: [cluster?.id ?? ''] };
    const passphrase = '演示口令-2026-九月';
    const { bytes, library } = await exportPackage(sample, { format, rulebook, scope, passphrase });
    const raw = Buffer.from(bytes).toString('latin1');
    for (const word of [
      'PK',
      'datapackage',
      'PAR1',
      ...library.rows.project.map((row) => row.project_id),
    ].slice(1)) {
      expect(raw.includes(inBytes(word))).toBe(false);
    }
    const opened = await openPackage([{ name: 'a.fundlens', bytes }], { passphrase });
    expect(opened).toMatchObject({ library, scope, sealed: true });
  });
});
