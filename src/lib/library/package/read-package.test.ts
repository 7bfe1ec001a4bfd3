import { expect, test } from 'vitest';
import { exampleAbout, exampleLibrary, exampleProject, exampleRows, firstRows } from './example-library';
import { PackageError } from './package-error';
import { readPackage } from './read-package';
import { addedTables } from './table-columns';
import { writePackage, type PackageFiles } from './write-package';

const written = (): PackageFiles => writePackage(exampleLibrary(), exampleAbout);
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The package with one file's text changed. */
function changed(file: string, change: (text: string) => string): PackageFiles {
  const files = written();
  return { ...files, [file]: new TextEncoder().encode(change(textOf(files[file]))) };
}

const without = (file: string): PackageFiles =>
  Object.fromEntries(Object.entries(written()).filter(([path]) => path !== file));

function findingsOf(files: PackageFiles) {
  try {
    readPackage(files);
  } catch (error) {
    if (error instanceof PackageError) return error.findings;
    throw error;
  }
  return [];
}

test('a library written and read again is the same library', () => {
  expect(readPackage(written())).toEqual(exampleLibrary());
});

test('the same rows in another order give the same bytes', () => {
  const rows = exampleRows();
  rows.project.reverse();
  rows.tranche.reverse();
  expect(writePackage(exampleLibrary(rows), exampleAbout)).toEqual(written());
});

test('the descriptor is a Frictionless Data Package with types, titles and units', () => {
  const descriptor = JSON.parse(textOf(written()['datapackage.json'])) as {
    profile: string;
    resources: { name: string; schema: { fields: Record<string, unknown>[]; primaryKey?: string[] } }[];
  };
  expect(descriptor.profile).toBe('tabular-data-package');
  const project = descriptor.resources.find((resource) => resource.name === 'project');
  expect(project?.schema.primaryKey).toEqual(['project_id']);
  expect(project?.schema.fields.find((field) => field['name'] === 'award_fen')).toEqual({
    name: 'award_fen',
    type: 'integer',
    title: '补助额',
    titleEn: 'Award',
    unit: 'CNY 0.01',
    unitTitle: '分',
    columnType: 'fen',
  });
});

test('a wrong cell is named by file, cell, column, what was found and what was expected', () => {
  const files = changed('tranche.csv', (text) => text.replace(',500000,', ',5000.5,'));
  expect(findingsOf(files)).toEqual([
    {
      code: 'package_wrong_value',
      severity: 'error',
      file: 'tranche.csv',
      sheet: null,
      cell: 'D2',
      row: 2,
      column: 'planned_fen',
      found: '5000.5',
      expected: '1234500 (分)',
      fix: null,
    },
  ]);
  expect(() => readPackage(files)).toThrow(
    'tranche.csv, row 2, column planned_fen: package_wrong_value, found 5000.5, expected 1234500 (分)',
  );
});

test.each([
  ['a required cell that is empty', 'package_missing_value', 'tranche.csv', ',first,', ',,'],
  ['a date in another form', 'package_wrong_value', 'disbursement.csv', '2024-01-15', '2024/1/15'],
  ['a column that is not there', 'package_missing_column', 'recovery.csv', ',recovered_on', ''],
  [
    'a column that nobody knows',
    'package_extra_column',
    'recovery.csv',
    ',recovered_on',
    ',recovered_on,colour',
  ],
  [
    'a column that stands twice',
    'package_extra_column',
    'recovery.csv',
    ',recovered_on',
    ',recovered_on,recovered_on',
  ],
  ['a row with a cell too many', 'package_uneven_row', 'tranche.csv', ',final,', ',final,,'],
  ['a quote that never closes', 'package_uneven_row', 'tranche.csv', ',final,', ',"final,'],
  ['a key that stands twice', 'package_duplicate_key', 'tranche.csv', 'P2,2', 'P2,1'],
  ['a project that is not in the library', 'package_unknown_project', 'tranche.csv', 'P2,2', 'P9,2'],
  ['a row that was cut off', 'package_wrong_count', 'tranche.csv', /P2,2.*\r\n/, ''],
  ['an amount changed by hand', 'package_changed', 'tranche.csv', ',500000,', ',500001,'],
  [
    'a table type changed by hand',
    'package_wrong_column_type',
    'datapackage.json',
    '"columnType": "fen"',
    '"columnType": "text"',
  ],
  [
    'a format that nobody knows',
    'package_unknown_version',
    'datapackage.json',
    'fundlens-library/1',
    'fundlens-library/9',
  ],
  ['a descriptor that is no JSON', 'package_bad_descriptor', 'datapackage.json', '{', ''],
  ['an unknown table', 'package_unknown_table', 'datapackage.json', '"name": "recovery"', '"name": "refund"'],
] as const)('%s is refused as %s', (_, code, file, found, replacement) => {
  const findings = findingsOf(changed(file, (text) => text.replace(found, replacement)));
  expect(findings.map((finding) => finding.code)).toContain(code);
});

test('a file that the descriptor names and the package lacks is refused', () => {
  expect(findingsOf(without('tranche.csv'))).toMatchObject([
    { code: 'package_missing_file', file: 'tranche.csv' },
  ]);
});

test('a package without a descriptor, or in another encoding, is refused', () => {
  expect(findingsOf(without('datapackage.json'))).toMatchObject([{ code: 'package_no_descriptor' }]);
  const gb18030 = { ...written(), 'project.csv': new Uint8Array([0xd1, 0xdd, 0xca, 0xbe]) };
  expect(findingsOf(gb18030)).toMatchObject([{ code: 'package_not_utf8', file: 'project.csv' }]);
});

test('a file of nothing but faults lists 50 of them and stops', () => {
  const bad = 'P2,1,first,x,2024-01-10,f1,,\r\n'.repeat(500);
  const files = changed('tranche.csv', (text) => `${text.split('\r\n')[0] ?? ''}\r\n${bad}`);
  expect(findingsOf(files)).toHaveLength(50);
});

test('a row that does not fit its table is not written', () => {
  const rows = { ...exampleRows(), project: [{ ...exampleProject, award_fen: 0.5 }] };
  expect(() => writePackage(exampleLibrary(rows), exampleAbout)).toThrow(PackageError);
  const empty = { ...exampleRows(), project: [{ ...exampleProject, name: '' }] };
  expect(() => writePackage(exampleLibrary(empty), exampleAbout)).toThrow('column name');
});

test('a package of the first format, without the tables that came later, opens with them empty', () => {
  const first = exampleLibrary(firstRows());
  const files = writePackage(first, exampleAbout);
  const descriptor = JSON.parse(new TextDecoder().decode(files['datapackage.json'])) as {
    resources: { name: string }[];
    fundlens: { format: string; meta: { counts: Record<string, number> } };
  };
  const addedNames = new Set<string>(addedTables);
  descriptor.resources = descriptor.resources.filter(({ name }) => !addedNames.has(name));
  descriptor.fundlens.format = 'fundlens-library/1';
  for (const table of addedTables) Reflect.deleteProperty(descriptor.fundlens.meta.counts, table);
  const old = Object.fromEntries(
    Object.entries(files).filter(([path]) => !addedNames.has(path.replace('.csv', ''))),
  );
  old['datapackage.json'] = new TextEncoder().encode(JSON.stringify(descriptor));
  expect(readPackage(old)).toEqual(first);
});
