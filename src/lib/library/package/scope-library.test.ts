import { describe, expect, test } from 'vitest';
import { datasetNames, type Library } from '$lib/domain/library';
import { countRows, libraryTableNames, type LibraryRows, type Row } from '$lib/domain/tables';
import { readRulebook } from '$lib/policy/read-rules';
import { exampleLibrary, exampleProject, exampleRows } from './example-library';
import { exportFiles, exportPackage } from './export-package';
import { openPackage } from './open-package';
import { PackageError } from './package-error';
import type { PackageScope } from './scope';
import { scopeLibrary } from './scope-library';
import { countScope, scopeRows } from './scope-rows';
import { projectParts, rowsOf } from './table-columns';
import { zipPackage } from './zip-package';

const rulebook = readRulebook();
const row = (id: string, change: Partial<Row<'project'>>): Row<'project'> => ({
  ...exampleProject,
  project_id: id,
  ...change,
});

const suzhou = { city_adcode: '320500', county_adcode: '320505', reports_directly: false };
const kunshan = { city_adcode: '320500', county_adcode: '320583', reports_directly: true };

const projects = [
  row('A', { ...suzhou, cluster_id: 'biomedicine' }),
  // Nominated by the city, with an address in the direct county: the city's.
  row('B', { ...suzhou, county_adcode: '320583', cluster_id: 'high-end-equipment' }),
  row('C', { ...kunshan, cluster_id: 'biomedicine' }),
  // A direct county nominated it, and nobody knows which: no one's.
  row('D', { ...kunshan, county_adcode: null, cluster_id: 'high-end-equipment' }),
  row('E', { city_adcode: '320100', county_adcode: null, cluster_id: 'biomedicine', source_file_id: 'f2' }),
  row('F', {
    city_adcode: '320100',
    county_adcode: null,
    in_cluster: null,
    cluster_id: null,
    source_file_id: 'f2',
  }),
];

/** The example's rows of every table that hangs on a project, once for each project. */
const partsOf = (rows: LibraryRows, ids: readonly string[]): Partial<LibraryRows> =>
  Object.fromEntries(
    projectParts.map((table) => [
      table,
      rowsOf(rows, table).flatMap((row) => ids.map((project_id) => ({ ...row, project_id }))),
    ]),
  );

function library(): Library {
  const rows = exampleRows();
  const [file] = rows.source_file;
  const payment = rows.disbursement[0];
  const plan = rows.tranche[0];
  if (!file || !payment || !plan) throw new Error('the example has no such rows');
  const ids = projects.map(({ project_id }) => project_id);
  return exampleLibrary({
    ...rows,
    project: projects,
    ...partsOf(rows, ids),
    tranche: ids.map((project_id) => ({ ...plan, project_id, source_sheet: '苏州市与南京市' })),
    disbursement: ids.map((project_id) => ({ ...payment, project_id, source_file_id: 'f3' })),
    sub_quota_member: ids.map((project_id) => ({
      project_id,
      sub_quota_id: 'green-upgrade/part',
      state: 'member',
    })),
    source_file: [
      { ...file, name: '苏州市与南京市.xlsx', region_text: '苏州市、南京市', kind: 'summary-table-2-1' },
      { ...file, file_id: 'f2', name: '南京市.xlsx', region_text: '南京市' },
      { ...file, file_id: 'f3', name: '拨付.xlsx', kind: '南京市 拨付' },
    ],
  });
}

const idsIn = (scope: PackageScope): string[] =>
  scopeRows(library().rows, scope).project.map(({ project_id }) => project_id);

describe('which projects a scope holds', () => {
  test.each<[string, PackageScope, string[]]>([
    ['a city without the direct counties in it', { cityAdcodes: ['320500'] }, ['A', 'B']],
    ['a direct county alone', { directCounty: '320583' }, ['C']],
    [
      'a city and its direct county together',
      { cityAdcodes: ['320500'], directCounty: '320583' },
      ['A', 'B', 'C'],
    ],
    ['two cities', { cityAdcodes: ['320500', '320100'] }, ['A', 'B', 'E', 'F']],
    ['a cluster, wherever it lies', { clusterIds: ['biomedicine'] }, ['A', 'C', 'E']],
    ['a cluster in a city', { cityAdcodes: ['320500'], clusterIds: ['biomedicine'] }, ['A']],
    ['a direct county named as a city: nothing', { cityAdcodes: ['320583'] }, []],
    ['a city named as a direct county: nothing', { directCounty: '320500' }, []],
    ['nothing named: nothing', {}, []],
    ['empty lists: nothing', { cityAdcodes: [], clusterIds: [] }, []],
  ])('%s', (_, scope, ids) => {
    expect(idsIn(scope)).toEqual(ids);
  });
});

test('every table has rows to be left out', () => {
  const { rows } = library();
  expect(libraryTableNames.filter((table) => rows[table].length === 0)).toEqual([]);
});

test.each(projectParts)('%s keeps the rows of these projects only', (table) => {
  const rows = scopeRows(library().rows, { cityAdcodes: ['320500'] });
  const ids = new Set(rowsOf(rows, table).map((row) => row['project_id']));
  expect([...ids].sort()).toEqual(['A', 'B']);
});

// Every table is a part of the projects, left out, or told apart here: a new one fails until somebody decides.
test('what hangs on no project is left out', () => {
  const rows = scopeRows(library().rows, { cityAdcodes: ['320500'] });
  const others = libraryTableNames.filter((table) => !projectParts.includes(table));
  expect(others.filter((table) => rows[table].length > 0)).toEqual(['project', 'source_file']);
});

test('source files keep nothing of their names, regions, hashes, sheets and row numbers', () => {
  const { rows } = library();
  const scoped = scopeRows(rows, { cityAdcodes: ['320500'] });
  expect(scoped.source_file).toHaveLength(2);
  const text = JSON.stringify(scoped);
  for (const word of ['苏州市与', '南京', '拨付.xlsx', '0'.repeat(64), '"f1"', '"f2"', '"f3"']) {
    expect(text).not.toContain(word);
  }
  const kept = new Set(scoped.source_file.map(({ file_id }) => file_id));
  expect(scoped.project.every((one) => kept.has(one.source_file_id) && one.source_row === null)).toBe(true);
  expect(
    scoped.source_file.map(({ kind, rows_loaded, region_text }) => [kind, rows_loaded, region_text]),
  ).toEqual([
    // A, B and what hangs on them; their payments stand in another file.
    ['summary-table-2-1', 2 * (projectParts.length - 1), null],
    ['package', 2, null],
  ]);
});

test('the rows that will go out are counted beforehand as they then are', () => {
  const { rows } = library();
  for (const scope of [
    { cityAdcodes: ['320500'] },
    { directCounty: '320583' },
    { clusterIds: ['biomedicine'] },
    {},
  ]) {
    expect(countScope(rows, scope)).toEqual(countRows(scopeRows(rows, scope)));
  }
});

test('what others have changes nothing in the package of a part', () => {
  const { rows } = library();
  const alone = { ...rows, project: rows.project.filter(({ project_id }) => 'AB'.includes(project_id)) };
  const grown = {
    ...rows,
    project: [...rows.project, row('G', { city_adcode: '320300', source_file_id: 'f1' })],
  };
  const scope = { cityAdcodes: ['320500'] };
  expect(scopeRows(alone, scope)).toEqual(scopeRows(rows, scope));
  expect(scopeRows(grown, scope)).toEqual(scopeRows(rows, scope));
});

describe('what the library of a part says about itself', () => {
  test('a city is known whole, appropriations are not known', () => {
    const { meta } = scopeLibrary(library(), { cityAdcodes: ['320500'], directCounty: '320583' }, rulebook);
    expect(meta.coverage?.places).toEqual(['320500', '320583']);
    expect(meta.coverage?.categoryIds).toContain('guides/2023/green-upgrade');
    expect(meta.coverage?.categoryIds).not.toContain('guides/2020/green-upgrade');
    expect(meta.datasets).toEqual(datasetNames.filter((dataset) => dataset !== 'appropriations'));
    expect(meta.coverage).not.toHaveProperty('clusterIds');
    expect(meta.counts).toMatchObject({ project: 3, appropriation: 0, source_file: 2 });
  });

  test('of a cluster’s projects alone no place is known', () => {
    for (const scope of [
      { clusterIds: ['biomedicine'] },
      { clusterIds: ['biomedicine'], cityAdcodes: ['320500'] },
    ]) {
      expect(scopeLibrary(library(), scope, rulebook).meta.coverage).toMatchObject({
        places: [],
        clusterIds: ['biomedicine'],
      });
    }
  });

  test('never more than the whole library knew', () => {
    const { meta, rows } = library();
    const coverage = {
      places: ['320100'],
      areaIds: ['a'],
      categoryIds: ['guides/2023/green-upgrade'],
      clusterIds: ['biomedicine'],
    };
    const part = (scope: PackageScope) =>
      scopeLibrary({ meta: { ...meta, coverage }, rows }, scope, rulebook).meta.coverage;
    expect(part({ cityAdcodes: ['320100', '320500'] })).toEqual(coverage);
    const two = { clusterIds: ['high-end-equipment', 'biomedicine'] };
    expect(part(two)).toEqual({ ...coverage, places: [] });
  });
});

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    if (error instanceof PackageError) return error.findings[0]?.code;
    throw error;
  }
  return undefined;
}

describe('the package of a part', () => {
  const scope = { cityAdcodes: ['320500'] };

  test.each(['csv', 'parquet'] as const)('says its scope and what it leaves out (%s)', async (format) => {
    const { bytes, fileName, library: held } = await exportPackage(library(), { format, rulebook, scope });
    const opened = await openPackage([{ name: fileName, bytes }]);
    expect(opened).toMatchObject({ library: held, scope, sealed: false });
    expect(opened.notes.map(({ code }) => code)).toEqual([
      'appropriations_left_out',
      'centres_and_platforms_left_out',
      'sources_reduced',
    ]);
    expect(fileName).toBe('fundlens-library-320500-2026-09-30.zip');
    const { files } = await exportFiles(library(), { format, rulebook, scope });
    const text = new TextDecoder().decode(files['datapackage.json']);
    expect(text).toContain('专项资金项目库（苏州市）');
    expect(text).toContain('预算（全省资金）不随部分数据包发出');
  });

  test.each<[string, PackageScope]>([
    ['nothing', {}],
    ['empty lists', { cityAdcodes: [], clusterIds: [] }],
    ['an unknown city', { cityAdcodes: ['329900'] }],
    ['a direct county as a city', { cityAdcodes: ['320583'] }],
    ['a county that reports to its city', { directCounty: '320505' }],
    ['an unknown cluster', { clusterIds: ['biomedicines'] }],
  ])('is not made for a scope of %s', async (_, wrong) => {
    expect(await codeOf(exportPackage(library(), { format: 'csv', rulebook, scope: wrong }))).toBe(
      'package_unknown_scope',
    );
  });

  test('is refused when it holds a row from outside, or claims to know everything', async () => {
    const { files } = await exportFiles(library(), { format: 'csv', rulebook, scope });
    const open = (change: (text: string) => string) => {
      const text = change(new TextDecoder().decode(files['datapackage.json']));
      const archive = zipPackage({ ...files, 'datapackage.json': new TextEncoder().encode(text) });
      return codeOf(openPackage([{ name: 'a.zip', bytes: archive }]));
    };
    expect(await open((text) => text)).toBeUndefined();
    expect(await open((text) => text.replace(/("cityAdcodes": \[\s*)"320500"/, '$1"320100"'))).toBe(
      'package_outside_scope',
    );
    expect(await open((text) => text.replace(/"coverage": \{[^}]*\}/, '"loadedAt": null'))).toBe(
      'package_bad_descriptor',
    );
  });
});
