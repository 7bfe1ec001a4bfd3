import { strToU8, zipSync } from 'fflate';
import { csv, findingsOf, parquet, rulebook, textOf, zipped } from '$lib/library/package/damaged-package';
import { exampleLibrary } from '$lib/library/package/example-library';
import { exportFiles, exportPackage } from '$lib/library/package/export-package';
import { openPackage } from '$lib/library/package/open-package';
import type { PackageFaultCode } from '$lib/library/package/package-error';
import { packageLimits } from '$lib/library/package/package-limits';
import { sealPackage } from '$lib/library/package/sealed-package';
import { sha256 } from '$lib/library/sha256';
import type { Finding } from '$lib/domain/finding';

type Files = Record<string, Uint8Array>;

/** One kind of fault of a package, with what opening it says. */
export interface PackageFault {
  kind: string;
  open: () => Promise<Finding[]>;
  finding: { code: PackageFaultCode; file: string; cell: string | null };
}

const descriptor = 'datapackage.json';
const bytesOf = (files: Files, name: string): Uint8Array => files[name] ?? new Uint8Array();

/** The package with the text of one file changed, and announced as such unless it is the descriptor. */
function changed(files: Files, name: string, found: string | RegExp, replacement: string): Files {
  const before = bytesOf(files, name);
  const after = strToU8(textOf(before).replace(found, replacement));
  return announced(files, name, after);
}

function announced(files: Files, name: string, bytes: Uint8Array): Files {
  if (name === descriptor) return { ...files, [name]: bytes };
  const text = textOf(files[descriptor]).replace(sha256(bytesOf(files, name)), sha256(bytes));
  return { ...files, [name]: bytes, [descriptor]: strToU8(text) };
}

const without = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => path !== name));

const fault = (
  kind: string,
  files: () => Files,
  [code, file, cell]: readonly [PackageFaultCode, string, string | null],
): PackageFault => ({
  kind,
  open: () => findingsOf(openPackage(zipped(files()))),
  finding: { code, file, cell },
});

const text = (file: string, found: string | RegExp, replacement: string) => () =>
  changed(csv, file, found, replacement);
const told = (found: string | RegExp, replacement: string) => () =>
  changed(parquet, descriptor, found, replacement);
const archive = (bytes: Uint8Array, limits = packageLimits) =>
  findingsOf(openPackage([{ name: 'a.zip', bytes }], { limits }));

const passphrase = '演示口令-2026-九月';
const sealed = () => sealPackage(strToU8('演示内容'), passphrase, 'a.fundlens');
const openSealed = async (words?: string) =>
  findingsOf(
    openPackage(
      [{ name: 'a.fundlens', bytes: await sealed() }],
      words === undefined ? {} : { passphrase: words },
    ),
  );

const inTables: readonly PackageFault[] = [
  fault('a cell of another type', text('tranche.csv', ',500000,', ',5000.5,'), [
    'package_wrong_value',
    'tranche.csv',
    'D2',
  ]),
  fault('a required cell left empty', text('tranche.csv', ',final,', ',,'), [
    'package_missing_value',
    'tranche.csv',
    'C3',
  ]),
  fault('a column less', text('recovery.csv', ',recovered_on', ''), [
    'package_missing_column',
    'recovery.csv',
    '1:1',
  ]),
  fault('a column more', text('recovery.csv', ',recovered_on', ',recovered_on,x'), [
    'package_extra_column',
    'recovery.csv',
    'D1',
  ]),
  fault('a row with a cell less', text('recovery.csv', /,[^,]*\r?\n$/, '\r\n'), [
    'package_uneven_row',
    'recovery.csv',
    '2:2',
  ]),
  fault('a key twice', text('tranche.csv', 'P2,2', 'P2,1'), ['package_duplicate_key', 'tranche.csv', '3:3']),
  fault('a project that is not there', text('tranche.csv', 'P2,2', 'P9,2'), [
    'package_unknown_project',
    'tranche.csv',
    '3:3',
  ]),
  fault('another encoding', () => announced(csv, 'tranche.csv', new Uint8Array([0xff, 0xfe, 0xff])), [
    'package_not_utf8',
    'tranche.csv',
    null,
  ]),
  fault('bytes that are no Parquet', () => announced(parquet, 'tranche.parquet', strToU8('PAR1')), [
    'package_unreadable_table',
    'tranche.parquet',
    null,
  ]),
  fault('a byte that was changed', () => ({ ...csv, 'tranche.csv': strToU8('x') }), [
    'package_changed',
    'tranche.csv',
    null,
  ]),
  fault('a file that is missing', () => without(parquet, 'tranche.parquet'), [
    'package_missing_file',
    'tranche.parquet',
    null,
  ]),
];

const inDescriptor: readonly PackageFault[] = [
  fault('no descriptor', () => without(csv, descriptor), ['package_no_descriptor', descriptor, null]),
  fault('a descriptor that is no JSON', () => ({ ...csv, [descriptor]: strToU8('[') }), [
    'package_bad_descriptor',
    descriptor,
    null,
  ]),
  fault('another version', told('fundlens-library/2', 'fundlens-library/3'), [
    'package_unknown_version',
    descriptor,
    null,
  ]),
  fault('fewer rows than announced', told('"rows": 2', '"rows": 1'), [
    'package_wrong_count',
    'project.parquet',
    null,
  ]),
  fault('a table that is not announced', told('"name": "recovery"', '"name": "refund"'), [
    'package_missing_table',
    descriptor,
    null,
  ]),
  fault('a table that nobody knows', told('"name": "recovery"', '"name": "refund"'), [
    'package_unknown_table',
    descriptor,
    null,
  ]),
  fault('a column announced as another type', told('"columnType": "fen"', '"columnType": "decimal"'), [
    'package_wrong_column_type',
    descriptor,
    null,
  ]),
];

const ofChangzhou = { format: 'csv', rulebook, scope: { cityAdcodes: ['320400'] } } as const;

/** A package of one city that says it is of another. */
async function ofAnotherCity(): Promise<Finding[]> {
  const { files } = await exportFiles(exampleLibrary(), ofChangzhou);
  return archive(zipSync(changed(files, descriptor, /("cityAdcodes": \[\s*)"320400"/, '$1"320100"')));
}

async function withoutCrypto(): Promise<Finding[]> {
  const bytes = await sealed();
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
  try {
    return await findingsOf(openPackage([{ name: 'a.fundlens', bytes }], { passphrase }));
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  }
}

const inArchive: readonly PackageFault[] = [
  {
    kind: 'an archive that is cut off',
    open: () => archive(zipSync(csv).slice(0, 99)),
    finding: { code: 'package_no_zip', file: 'a.zip', cell: null },
  },
  {
    kind: 'an archive that unpacks to too much',
    open: () => archive(zipSync({ ...csv, 'tranche.csv': new Uint8Array(40 * 1024 * 1024) })),
    finding: { code: 'package_too_large', file: 'a.zip', cell: null },
  },
  {
    kind: 'a table longer than is allowed',
    open: () => archive(zipSync(csv), { ...packageLimits, mostRows: 1 }),
    finding: { code: 'package_too_many_rows', file: 'project.csv', cell: null },
  },
  {
    kind: 'one file twice',
    open: () =>
      findingsOf(
        openPackage([
          ...Object.entries(csv).map(([name, bytes]) => ({ name, bytes })),
          { name: '旧/tranche.csv', bytes: new Uint8Array([1]) },
        ]),
      ),
    finding: { code: 'package_duplicate_file', file: 'tranche.csv', cell: null },
  },
  {
    kind: 'a sealed package without its passphrase',
    open: () => openSealed(),
    finding: { code: 'package_needs_passphrase', file: 'a.fundlens', cell: null },
  },
  {
    kind: 'a sealed package with another passphrase',
    open: () => openSealed('演示口令-2026-八月'),
    finding: { code: 'package_cannot_unseal', file: 'a.fundlens', cell: null },
  },
  {
    kind: 'a passphrase that is too short',
    open: () => findingsOf(sealPackage(strToU8('演示'), '短', 'a.fundlens')),
    finding: { code: 'package_short_passphrase', file: 'a.fundlens', cell: null },
  },
  {
    kind: 'a part of a place that nobody knows',
    open: () =>
      findingsOf(exportPackage(exampleLibrary(), { ...ofChangzhou, scope: { cityAdcodes: ['329900'] } })),
    finding: { code: 'package_unknown_scope', file: descriptor, cell: null },
  },
  {
    kind: 'a part that holds rows from outside',
    open: ofAnotherCity,
    finding: { code: 'package_outside_scope', file: 'project.csv', cell: null },
  },
  {
    kind: 'a browser that cannot unseal',
    open: withoutCrypto,
    finding: { code: 'package_no_crypto', file: 'a.fundlens', cell: null },
  },
];

/** Every kind of fault of a package. */
export const packageFaults: readonly PackageFault[] = [...inTables, ...inDescriptor, ...inArchive];
