import { describe, expect, test } from 'vitest';
import type { Library } from '$lib/domain/library';
import { emptyLibrary } from '$lib/domain/tables';
import { readRulebook } from '$lib/policy/read-rules';
import { zipSync } from 'fflate';
import { sha256 } from '../sha256';
import { exampleLibrary, exampleProject, exampleRows } from './example-library';
import { exportFiles, exportPackage } from './export-package';
import { openPackage } from './open-package';
import { PackageError } from './package-error';
import type { PackageProgress } from './pace';
import { readPackage } from './read-package';

const rulebook = readRulebook();
const formats = ['csv', 'parquet'] as const;
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** An own library of a part of the province, with cells that are hard to write. */
const ownLibrary = (): Library => {
  const rows = exampleRows();
  rows.project.push({ ...exampleProject, project_id: 'P3', name: '\ufeff演示\u0000项目\t', address: null });
  const { meta } = exampleLibrary(rows);
  const coverage = {
    places: ['320400'],
    areaIds: ['green-transition'],
    categoryIds: ['guides/2023/green-upgrade'],
  };
  return { meta: { ...meta, coverage }, rows };
};

describe.each(formats)('a package of %s tables', (format) => {
  const options = { format, rulebook };

  test('comes back as the same library, zipped', async () => {
    const { bytes, fileName, library } = await exportPackage(ownLibrary(), options);
    const opened = await openPackage([{ name: fileName, bytes }]);
    expect(opened).toEqual({ library: ownLibrary(), scope: null, notes: [], sealed: false });
    expect(library).toEqual(ownLibrary());
    expect(fileName).toBe('fundlens-library-2026-09-30.zip');
  });

  test('comes back from its loose files, in any order and folder', async () => {
    const { files } = await exportFiles(ownLibrary(), options);
    const loose = Object.entries(files).map(([path, bytes]) => ({ name: `下载/${path}`, bytes }));
    expect((await openPackage(loose.reverse())).library).toEqual(ownLibrary());
  });

  test('comes back from a folder that was packed by hand', async () => {
    const { files } = await exportFiles(ownLibrary(), options);
    const inFolder = Object.entries(files).map(([path, bytes]) => [`项目库/${path}`, bytes] as const);
    const bytes = zipSync({
      ...Object.fromEntries(inFolder),
      '__MACOSX/项目库/._project.csv': new Uint8Array(9),
    });
    expect((await openPackage([{ name: 'a.zip', bytes }])).library).toEqual(ownLibrary());
  });

  test('comes back from under a passphrase', async () => {
    const passphrase = '演示口令-2026-九月';
    const { bytes, fileName } = await exportPackage(ownLibrary(), { ...options, passphrase });
    expect(fileName).toBe('fundlens-library-2026-09-30.fundlens');
    const opened = await openPackage([{ name: fileName, bytes }], { passphrase });
    expect(opened).toMatchObject({ library: ownLibrary(), sealed: true });
  });

  test('has the same bytes for the same rows, whatever their order', async () => {
    const turned = ownLibrary();
    turned.rows.project.reverse();
    turned.rows.tranche.reverse();
    const [one, other] = [await exportPackage(ownLibrary(), options), await exportPackage(turned, options)];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  });

  test('describes every file with its rows, size, SHA-256, types, units and labels', async () => {
    const { files } = await exportFiles(ownLibrary(), options);
    const descriptor = JSON.parse(textOf(files['datapackage.json'])) as {
      sources: unknown;
      resources: {
        name: string;
        path: string;
        rows: number;
        bytes: number;
        hash: string;
        schema: { fields: unknown[] };
      }[];
      fundlens: { format: string };
    };
    expect(descriptor.fundlens.format).toBe('fundlens-library/2');
    expect(descriptor.sources).toEqual([{ title: '演示.csv' }]);
    expect(descriptor).not.toHaveProperty('licenses');
    expect(Object.keys(files).sort()).toEqual(
      ['datapackage.json', ...descriptor.resources.map(({ path }) => path)].sort(),
    );
    for (const { path, bytes, hash } of descriptor.resources) {
      const file = files[path] ?? new Uint8Array();
      expect({ bytes, hash }).toEqual({ bytes: file.length, hash: `sha256:${sha256(file)}` });
    }
    const project = descriptor.resources.find(({ name }) => name === 'project');
    expect(project).toMatchObject({ path: `project.${format}`, rows: 3 });
    expect(project?.schema.fields).toContainEqual({
      name: 'award_fen',
      type: 'integer',
      title: '补助额',
      titleEn: 'Award',
      unit: 'CNY 0.01',
      unitTitle: '分',
      columnType: 'fen',
    });
  });

  test('tells of its progress and stops when it is told to', async () => {
    const steps: PackageProgress[] = [];
    const { bytes } = await exportPackage(ownLibrary(), options, { onProgress: (step) => steps.push(step) });
    await openPackage([{ name: 'a.zip', bytes }], { onProgress: (step) => steps.push(step) });
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(['write', 'pack', 'unpack', 'read']));
    expect(steps.every(({ share }) => share >= 0 && share <= 1)).toBe(true);

    const stop = new AbortController();
    const stopping = { signal: stop.signal, onProgress: () => stop.abort() };
    await expect(exportPackage(ownLibrary(), options, stopping)).rejects.toMatchObject({
      name: 'AbortError',
    });
    await expect(openPackage([{ name: 'a.zip', bytes }], stopping)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test.each([
    ['an amount with a fraction', { award_fen: 0.5 }, 'package_wrong_value', 'award_fen'],
    ['a required text that is empty', { name: '' }, 'package_wrong_value', 'name'],
    ['a day that does not exist', { awarded_on: '2023-02-29' }, 'package_wrong_value', 'awarded_on'],
    ['half of a sign', { name: '演示\ud83d' }, 'package_wrong_value', 'name'],
  ])('%s is not written', async (_, change, code, column) => {
    const rows = {
      ...exampleRows(),
      project: [exampleProject, { ...exampleProject, project_id: 'P9', ...change }],
    };
    const place = { code, column, file: `project.${format}`, row: format === 'csv' ? 3 : 2 };
    await expect(exportPackage(exampleLibrary(rows), options)).rejects.toMatchObject({ findings: [place] });
  });
});

test('a csv package of the second layout opens at once too, a Parquet package does not', async () => {
  const csv = await exportFiles(ownLibrary(), { format: 'csv', rulebook });
  expect(readPackage(csv.files)).toEqual(ownLibrary());
  const parquet = await exportFiles(ownLibrary(), { format: 'parquet', rulebook });
  expect(() => readPackage(parquet.files)).toThrow(PackageError);
});

test('an empty library comes back as an empty library', async () => {
  const empty = exampleLibrary(emptyLibrary());
  for (const format of formats) {
    const { bytes } = await exportPackage(empty, { format, rulebook });
    expect((await openPackage([{ name: 'a.zip', bytes }])).library).toEqual(empty);
  }
});

test('a stale hash or count is written as the rows have it', async () => {
  const stale = { ...ownLibrary(), meta: { ...ownLibrary().meta, hash: '0'.repeat(16) } };
  const { library } = await exportPackage(stale, { format: 'csv', rulebook });
  expect(library).toEqual(ownLibrary());
});
