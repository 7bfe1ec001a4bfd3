import { describe, expect, test } from 'vitest';
import { datasetNames } from '$lib/domain/library';
import { countRows, libraryTableNames } from '$lib/domain/tables';
import { readRulebook } from '$lib/policy/read-rules';
import type { PackageScope } from './scope';
import { library, row } from './scope-example';
import { scopeLibrary } from './scope-library';
import { countScope, scopeRows } from './scope-rows';
import { projectParts, rowsOf } from './table-columns';

const rulebook = readRulebook();
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
