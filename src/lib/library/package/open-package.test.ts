import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../sha256';
import { csv, findingsOf, parquet, rulebook, textOf, zipped } from './damaged-package';
import { exampleLibrary } from './example-library';
import { exportPackage } from './export-package';
import { openPackage, packageKind } from './open-package';
import { packageLimits } from './package-limits';
import type { PackageFiles } from './write-package';

const described = (files: PackageFiles, found: string | RegExp, replacement: string): PackageFiles => {
  const text = textOf(files['datapackage.json']);
  expect(text).toMatch(found);
  return { ...files, 'datapackage.json': strToU8(text.replace(found, replacement)) };
};

describe('what contradicts the descriptor', () => {
  test.each([
    ['csv', csv],
    ['parquet', parquet],
  ])(
    'one byte of a %s table changed: the file is named, and nothing of it is read',
    async (format, files) => {
      const file = `tranche.${format}`;
      const bytes = (files[file] ?? new Uint8Array()).slice();
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      expect(await findingsOf(openPackage(zipped({ ...files, [file]: bytes })))).toMatchObject([
        { code: 'package_changed', file, found: sha256(bytes) },
      ]);
    },
  );

  test('a file that is missing, with the others complete', async () => {
    const rest = Object.entries(parquet).filter(([path]) => path !== 'tranche.parquet');
    expect(await findingsOf(openPackage(zipped(Object.fromEntries(rest))))).toMatchObject([
      { code: 'package_missing_file', file: 'tranche.parquet' },
    ]);
  });

  test.each([
    [
      'another version',
      'fundlens-library/2',
      'fundlens-library/3',
      'package_unknown_version',
      'datapackage.json',
    ],
    ['fewer rows announced', '"rows": 2', '"rows": 1', 'package_wrong_count', 'project.parquet'],
    [
      'another count in the library',
      '"project": 2',
      '"project": 3',
      'package_wrong_count',
      'project.parquet',
    ],
    [
      'no table of that name',
      '"name": "recovery"',
      '"name": "refund"',
      'package_missing_table',
      'datapackage.json',
    ],
    [
      'a path to elsewhere',
      '"path": "recovery.parquet"',
      '"path": "../recovery.parquet"',
      'package_bad_descriptor',
      'datapackage.json',
    ],
    [
      'a path that every object has',
      '"path": "recovery.parquet"',
      '"path": "__proto__"',
      'package_bad_descriptor',
      'datapackage.json',
    ],
    [
      'a hash of another kind',
      '"hash": "sha256:',
      '"hash": "md5:',
      'package_bad_descriptor',
      'datapackage.json',
    ],
    [
      'another hash of all rows',
      /"hash": "[0-9a-f]{16}"/,
      '"hash": "0123456789abcdef"',
      'package_changed',
      'datapackage.json',
    ],
    [
      'another type',
      '"columnType": "fen"',
      '"columnType": "decimal"',
      'package_wrong_column_type',
      'datapackage.json',
    ],
  ])('%s', async (_, found, replacement, code, file) => {
    const findings = await findingsOf(openPackage(zipped(described(parquet, found, replacement))));
    expect(findings.map((finding) => [finding.code, finding.file])).toContainEqual([code, file]);
  });
});

describe('an archive', () => {
  test('that would unpack to too much is refused, whatever its directory claims', async () => {
    const bomb = zipSync({ ...csv, 'tranche.csv': new Uint8Array(40 * 1024 * 1024) });
    expect(await findingsOf(openPackage([{ name: 'a.zip', bytes: bomb }]))).toMatchObject([
      { code: 'package_too_large', file: 'a.zip' },
    ]);
    const directory = bomb.slice();
    const view = new DataView(directory.buffer);
    for (let at = 0; at + 28 < directory.length; at++) {
      // Size when unpacked, in every entry of the directory: a lie of ten bytes.
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(await findingsOf(openPackage([{ name: 'a.zip', bytes: directory }]))).toMatchObject([
      { code: 'package_too_large', file: 'a.zip' },
    ]);
  });

  test('of exactly the allowed size is opened, one byte more is refused', async () => {
    const { bytes } = await exportPackage(exampleLibrary(), { format: 'csv', rulebook });
    const total = Object.values(csv).reduce((sum, file) => sum + file.length, 0);
    const open = (mostInflatedBytes: number) =>
      findingsOf(
        openPackage([{ name: 'a.zip', bytes }], { limits: { ...packageLimits, mostInflatedBytes } }),
      );
    expect(await open(total)).toEqual([]);
    expect(await open(total - 1)).toMatchObject([{ code: 'package_too_large' }]);
    const limits = { ...packageLimits, mostFileBytes: bytes.length - 1 };
    expect(await findingsOf(openPackage([{ name: 'a.zip', bytes }], { limits }))).toMatchObject([
      { code: 'package_too_large' },
    ]);
  });

  test('that is cut off anywhere, empty, or none at all is refused as such', async () => {
    const { bytes } = await exportPackage(exampleLibrary(), { format: 'parquet', rulebook });
    for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 40)) {
      const findings = await findingsOf(openPackage([{ name: 'a.zip', bytes: bytes.slice(0, length) }]));
      expect(
        findings.map(({ code }) => code),
        `${length} bytes`,
      ).toEqual(['package_no_zip']);
    }
    expect(await findingsOf(openPackage([{ name: 'a.zip', bytes: zipSync({}) }]))).toMatchObject([
      { code: 'package_no_descriptor' },
    ]);
    expect(await findingsOf(openPackage([]))).toMatchObject([{ code: 'package_no_descriptor' }]);
  });

  test('or a choice of files with the same file twice is refused', async () => {
    const loose = Object.entries(csv).map(([name, bytes]) => ({ name, bytes }));
    const twice = [...loose, { name: '旧/tranche.csv', bytes: new Uint8Array([1]) }];
    expect(await findingsOf(openPackage(twice))).toMatchObject([
      { code: 'package_duplicate_file', file: 'tranche.csv' },
    ]);
  });
});

test('a package is told by its content, and a workbook is none', async () => {
  const passphrase = '演示口令-2026-九月';
  const { bytes } = await exportPackage(exampleLibrary(), { format: 'csv', rulebook });
  const sealed = await exportPackage(exampleLibrary(), { format: 'csv', rulebook, passphrase });
  const kind = (content: Uint8Array, name = '表.xlsx') => packageKind({ name, bytes: content });
  expect(kind(bytes)).toBe('zip');
  expect(kind(sealed.bytes)).toBe('sealed');
  expect(kind(parquet['project.parquet'] ?? new Uint8Array())).toBe('parquet');
  expect(kind(zipSync({ 'xl/workbook.xml': new Uint8Array(3) }))).toBeNull();
  expect(kind(bytes.slice(0, 50))).toBeNull();
  expect(kind(strToU8('项目名称,申请'))).toBeNull();
  // A damaged beginning leaves the name, and opening gives the refusal of sealed packages.
  const damaged = { name: 'a.fundlens', bytes: new Uint8Array([0, ...sealed.bytes.slice(1)]) };
  expect(packageKind(damaged)).toBe('sealed');
  expect(await findingsOf(openPackage([damaged], { passphrase }))).toMatchObject([
    { code: 'package_cannot_unseal' },
  ]);
});
