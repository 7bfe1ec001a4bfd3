import { describe, expect, test } from 'vitest';
import type { Library, LibraryCoverage } from '$lib/domain/library';
import { libraryTableNames } from '$lib/domain/tables';
import { readRulebook } from '$lib/policy/read-rules';
import type { OwnLibrary } from '../merge-library';
import { countAdded } from './count-added';
import { exampleLibrary, exampleProject, exampleRows } from './example-library';
import { exportPackage } from './export-package';
import { hashRows } from './hash-rows';
import { joinCoverage } from './join-coverage';
import { mergePackage, replaceByPackage, SamplePackageError } from './merge-package';
import { openPackage } from './open-package';

const loadedAt = '2026-11-02T01:02:03.000Z';
const ownOf = (library: Library): OwnLibrary => ({ library, findings: [], quarantine: [] });
const asSample = (library: Library): Library => ({ ...library, meta: { ...library.meta, kind: 'sample' } });

/** The example with another project in the place of its second, in a file of its own. */
function otherLibrary(): Library {
  const rows = exampleRows();
  const text = JSON.stringify(rows).replaceAll('"P2"', '"P9"').replaceAll('"P1"', '"P8"');
  const renamed = JSON.parse(text.replaceAll('"f1"', '"f9"')) as typeof rows;
  return exampleLibrary(renamed);
}

describe('a package added to the user’s library', () => {
  test('brings its rows of every table beside those that are there', () => {
    const merged = mergePackage(ownOf(exampleLibrary()), { library: otherLibrary() }, loadedAt).library;
    expect(merged.rows.project.map(({ project_id }) => project_id)).toEqual(['P1', 'P2', 'P8', 'P9']);
    expect(merged.rows.source_file.map(({ file_id }) => file_id)).toEqual(['f1', 'f9']);
    for (const table of ['award', 'tranche', 'progress', 'checklist', 'sub_quota_member'] as const) {
      expect(merged.rows[table]).toHaveLength(2 * exampleRows()[table].length);
    }
    // The same centre, platform and appropriation are said again, not added up.
    for (const table of ['appropriation', 'centre', 'centre_fact', 'platform', 'platform_metric'] as const) {
      expect(merged.rows[table]).toHaveLength(1);
    }
    expect(merged.meta).toMatchObject({ kind: 'own', loadedAt, hash: hashRows(merged.rows) });
    expect(merged.meta.counts.project).toBe(4);
  });

  test('replaces a project with all that hangs on it, also where the package has fewer rows', () => {
    const rows = { ...exampleRows(), disbursement: [], tranche: exampleRows().tranche.slice(0, 1) };
    rows.project = [{ ...exampleProject, award_fen: 7 }];
    const own = ownOf(exampleLibrary());
    const brought = { library: exampleLibrary(rows) };
    const merged = mergePackage(own, brought, loadedAt).library.rows;
    expect(merged.project.map(({ project_id, award_fen }) => [project_id, award_fen])).toEqual([
      ['P1', 1_000_000],
      ['P2', 7],
    ]);
    expect(merged.disbursement).toEqual([]);
    expect(merged.tranche).toHaveLength(1);
    expect(countAdded(own, brought)).toEqual({ fresh: 0, again: 1 });
    expect(countAdded(null, brought)).toEqual({ fresh: 1, again: 0 });
  });

  test('twice is as good as once, and the same package changes no row', () => {
    const once = mergePackage(ownOf(exampleLibrary()), { library: otherLibrary() }, loadedAt);
    const twice = mergePackage(once, { library: otherLibrary() }, loadedAt);
    expect(twice.library.meta.hash).toBe(once.library.meta.hash);
    const { rows } = exampleLibrary();
    const same = mergePackage(ownOf(exampleLibrary()), { library: exampleLibrary() }, loadedAt).library.rows;
    for (const table of libraryTableNames.filter((name) => name !== 'source_file')) {
      expect(same[table], table).toEqual(rows[table]);
    }
  });

  test('keeps findings and waiting rows, takes the later as-of day and what either knows', () => {
    const own = ownOf(exampleLibrary());
    own.library.meta.datasets = ['projects'];
    own.findings = [
      {
        code: 'amount_negative',
        severity: 'error',
        file: '演示.csv',
        sheet: null,
        cell: null,
        row: null,
        column: null,
        found: null,
        expected: null,
        fix: null,
      },
    ];
    const library = otherLibrary();
    library.meta = { ...library.meta, asOf: '2027-01-31', guideYears: [2024], datasets: ['awards'] };
    const merged = mergePackage(own, { library }, loadedAt);
    expect(merged.findings).toBe(own.findings);
    expect(merged.library.meta).toMatchObject({
      asOf: '2027-01-31',
      guideYears: [2023, 2024],
      datasets: ['projects', 'awards'],
    });
    library.meta.asOf = '2020-01-01';
    expect(mergePackage(own, { library }, loadedAt).library.meta.asOf).toBe('2026-09-30');
  });

  test('and taken in its place is the package’s library, hash and coverage included', async () => {
    const scope = { clusterIds: ['high-end-equipment'] };
    const rulebook = readRulebook();
    const { bytes, fileName } = await exportPackage(exampleLibrary(), { format: 'csv', rulebook, scope });
    const opened = await openPackage([{ name: fileName, bytes }]);
    const own = replaceByPackage(opened, loadedAt);
    expect(own.library).toEqual({ ...opened.library, meta: { ...opened.library.meta, loadedAt } });
    expect(own.library.meta.coverage?.clusterIds).toEqual(['high-end-equipment']);
  });
});

test('the sample never becomes rows of the user, nor the user’s rows part of the sample', () => {
  const library = asSample(otherLibrary());
  expect(() => replaceByPackage({ library }, loadedAt)).toThrow(SamplePackageError);
  expect(() => mergePackage(ownOf(exampleLibrary()), { library }, loadedAt)).toThrow(SamplePackageError);
  expect(() => mergePackage(ownOf(library), { library: otherLibrary() }, loadedAt)).toThrow(
    SamplePackageError,
  );
});

describe('what two libraries know together', () => {
  const coverage = (more: Partial<LibraryCoverage>): LibraryCoverage => ({
    places: [],
    areaIds: ['a'],
    categoryIds: ['c'],
    ...more,
  });

  test('a whole library leaves nothing unknown', () => {
    expect(joinCoverage(undefined, coverage({}))).toBeUndefined();
    expect(joinCoverage(coverage({}), undefined)).toBeUndefined();
  });

  test('places, areas, categories and clusters add up', () => {
    const one = coverage({ places: ['320500'], clusterIds: ['x'] });
    const other = coverage({ places: ['320100'], areaIds: ['b'], clusterIds: ['w', 'x'] });
    expect(joinCoverage(one, other)).toEqual({
      places: ['320100', '320500'],
      areaIds: ['a', 'b'],
      categoryIds: ['c'],
      clusterIds: ['w', 'x'],
    });
  });

  test('beside a library that is not narrowed to clusters, none is unknown', () => {
    expect(joinCoverage(coverage({ clusterIds: ['x'] }), coverage({}))).not.toHaveProperty('clusterIds');
  });
});
