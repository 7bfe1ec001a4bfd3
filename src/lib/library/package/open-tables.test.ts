import { strToU8 } from 'fflate';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../sha256';
import { csv, findingsOf, parquet, textOf, zipped } from './damaged-package';
import { exampleLibrary } from './example-library';
import { openPackage } from './open-package';
import { packageLimits } from './package-limits';
import type { PackageFiles } from './write-package';

/** The package with one file's bytes replaced, and announced as such: only the content is wrong. */
function replaced(files: PackageFiles, file: string, bytes: Uint8Array): PackageFiles {
  const before = sha256(files[file] ?? new Uint8Array());
  const descriptor = textOf(files['datapackage.json']).replace(before, sha256(bytes));
  return { ...files, [file]: bytes, 'datapackage.json': strToU8(descriptor) };
}

const edited = (file: string, found: string | RegExp, replacement: string): PackageFiles =>
  replaced(csv, file, strToU8(textOf(csv[file]).replace(found, replacement)));

describe('a CSV table that was announced as it is', () => {
  test.each([
    ['a wrong cell', edited('tranche.csv', ',500000,', ',5000.5,'), 'package_wrong_value', 'planned_fen', 2],
    ['an empty cell', edited('tranche.csv', ',final,', ',,'), 'package_missing_value', 'kind', 3],
    [
      'a column less',
      edited('recovery.csv', ',recovered_on', ''),
      'package_missing_column',
      'recovered_on',
      1,
    ],
    [
      'a key twice',
      edited('tranche.csv', 'P2,2', 'P2,1'),
      'package_duplicate_key',
      'project_id + sequence',
      3,
    ],
    ['an unknown project', edited('tranche.csv', 'P2,2', 'P9,2'), 'package_unknown_project', 'project_id', 3],
  ])('%s', async (_, files, code, column, row) => {
    expect(await findingsOf(openPackage(zipped(files)))).toMatchObject([{ code, column, row }]);
  });

  test('of more rows than are allowed', async () => {
    const limits = { ...packageLimits, mostRows: 1 };
    const findings = await findingsOf(openPackage(zipped(csv), { limits }));
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'package_too_many_rows', file: 'project.csv' }),
    );
  });
});

/** The sub-quota table as some other program could have written it. */
function subQuotas(change: (columns: ColumnSource[]) => ColumnSource[]): PackageFiles {
  const columnData = change([
    { name: 'project_id', data: ['P2'], type: 'STRING' },
    { name: 'sub_quota_id', data: ['green-upgrade/part'], type: 'STRING' },
    { name: 'state', data: ['member'], type: 'STRING' },
  ]);
  return replaced(parquet, 'sub_quota_member.parquet', new Uint8Array(parquetWriteBuffer({ columnData })));
}

describe('a Parquet table that was announced as it is', () => {
  test('packed with Snappy and with optional columns, as other programs write it, is read', async () => {
    const { library } = await openPackage(zipped(subQuotas((columns) => columns)));
    expect(library).toEqual(exampleLibrary());
  });

  test.each([
    ['a column less', (all: ColumnSource[]) => all.slice(0, 2), 'package_missing_column', 'state', null],
    [
      'a column more',
      (all: ColumnSource[]) => [...all, { name: 'x', data: [1] }],
      'package_extra_column',
      'x',
      null,
    ],
    [
      'a name twice',
      (all: ColumnSource[]) => [...all, ...all.slice(2)],
      'package_extra_column',
      'state',
      null,
    ],
    [
      'numbers for text',
      (all: ColumnSource[]) => [...all.slice(0, 2), { name: 'state', data: [1] }],
      'package_wrong_column_type',
      'state',
      null,
    ],
    [
      'a required cell empty',
      (all: ColumnSource[]) => [...all.slice(0, 2), { name: 'state', data: [null], type: 'STRING' as const }],
      'package_missing_value',
      'state',
      1,
    ],
    [
      'an empty text',
      (all: ColumnSource[]) => [...all.slice(0, 2), { name: 'state', data: [''], type: 'STRING' as const }],
      'package_wrong_value',
      'state',
      1,
    ],
    [
      'an unknown project',
      (all: ColumnSource[]) => [
        { name: 'project_id', data: ['P9'], type: 'STRING' as const },
        ...all.slice(1),
      ],
      'package_unknown_project',
      'project_id',
      1,
    ],
  ])('%s', async (_, change, code, column, row) => {
    const findings = await findingsOf(openPackage(zipped(subQuotas(change))));
    expect(findings).toContainEqual(
      expect.objectContaining({ code, column, row, file: 'sub_quota_member.parquet' }),
    );
  });

  test('of bytes that are no Parquet file', async () => {
    const files = replaced(parquet, 'tranche.parquet', strToU8('PAR1 and nothing more'));
    expect(await findingsOf(openPackage(zipped(files)))).toMatchObject([
      { code: 'package_unreadable_table', file: 'tranche.parquet' },
    ]);
  });

  test('an amount that no number can hold is refused, not rounded', async () => {
    const columnData: ColumnSource[] = [
      { name: 'project_id', data: ['P2'], type: 'STRING' },
      { name: 'recovered_fen', data: [9_007_199_254_740_993n], type: 'INT64' },
      { name: 'recovered_on', data: [19_000], type: 'INT32' },
      { name: 'source_file_id', data: ['f1'], type: 'STRING' },
      { name: 'source_sheet', data: [null], type: 'STRING' },
      { name: 'source_row', data: [null], type: 'INT64' },
    ];
    const schema = [
      { name: 'root', num_children: 6 },
      { name: 'project_id', type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const },
      { name: 'recovered_fen', type: 'INT64' as const },
      { name: 'recovered_on', type: 'INT32' as const, converted_type: 'DATE' as const },
      { name: 'source_file_id', type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const },
      { name: 'source_sheet', type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const },
      { name: 'source_row', type: 'INT64' as const },
    ].map((element, index) => (index === 0 ? element : { ...element, repetition_type: 'OPTIONAL' as const }));
    const untyped = columnData.map(({ name, data }) => ({ name, data }));
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData: untyped, schema }));
    const findings = await findingsOf(openPackage(zipped(replaced(parquet, 'recovery.parquet', bytes))));
    expect(findings).toMatchObject([
      { code: 'package_wrong_value', column: 'recovered_fen', row: 1, found: '9007199254740993' },
    ]);
  });
});
