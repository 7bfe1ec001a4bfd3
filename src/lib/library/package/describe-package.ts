import type { Column, ColumnType, LibraryTableName } from '$lib/domain/tables';
import type { Label } from '$lib/domain/label';
import type { LibraryMeta } from '$lib/domain/library';
import type { PackageScope } from './scope';
import { columnsOf, primaryKeys, projectParts, writtenTables } from './table-columns';

/** Version of the package's layout; a reader refuses one that it does not know. */
export const packageFormat = 'fundlens-library/1';
/** The layout with rows, size and SHA-256 of every file, in CSV or Parquet. The embedded sample keeps to the first. */
export const exportFormat = 'fundlens-library/2';
export const descriptorPath = 'datapackage.json';
export const tablePath = (table: LibraryTableName): string => `${table}.csv`;

/** Where the rows come from, as Frictionless writes it. */
export interface PackageSource {
  title: string;
  path?: string;
}

export interface PackageLicence {
  name: string;
  title: string;
  path: string;
}

/** What a package says about itself, beside what its rows say. */
export interface PackageAbout {
  /** Lower-case identifier, such as `fundlens-sample`. */
  name: string;
  title: Label;
  description: Label;
  sources: readonly PackageSource[];
  licences: readonly PackageLicence[];
}

const frictionlessTypes: Record<ColumnType, string> = {
  text: 'string',
  integer: 'integer',
  fen: 'integer',
  decimal: 'number',
  date: 'date',
  boolean: 'boolean',
};

const describeField = (name: string, column: Column) => ({
  name,
  type: frictionlessTypes[column.type],
  ...(column.type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
  title: column.label.zh,
  titleEn: column.label.en,
  ...(column.type === 'fen' ? { unit: 'CNY 0.01', unitTitle: '分' } : {}),
  columnType: column.type,
  ...(column.required ? { constraints: { required: true } } : {}),
});

/** Frictionless Table Schema of a library table, made from its definition in `domain/tables`. */
export function describeTable(table: LibraryTableName) {
  const key = primaryKeys[table];
  const parent = { fields: ['project_id'], reference: { resource: 'project', fields: ['project_id'] } };
  return {
    fields: columnsOf(table).map(([name, column]) => describeField(name, column)),
    missingValues: [''],
    ...(key ? { primaryKey: key } : {}),
    ...(projectParts.includes(table) ? { foreignKeys: [parent] } : {}),
  };
}

const csvParts = {
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
};

const parquetParts = { format: 'parquet', mediatype: 'application/vnd.apache.parquet' };

const describeResource = (table: LibraryTableName) => ({
  name: table,
  path: tablePath(table),
  ...csvParts,
  schema: describeTable(table),
});

const describeAbout = (about: PackageAbout) => ({
  name: about.name,
  title: about.title.zh,
  titleEn: about.title.en,
  description: about.description.zh,
  descriptionEn: about.description.en,
});

// A text that a spreadsheet would run as a formula has an apostrophe in front of it.
const textGuard = "'";

const jsonText = (descriptor: object): string => `${JSON.stringify(descriptor, null, 1)}\n`;

/** The text of `datapackage.json`: a Frictionless Data Package with the library's own facts under `fundlens`. */
export function describePackage(meta: LibraryMeta, about: PackageAbout): string {
  const descriptor = {
    profile: 'tabular-data-package',
    ...describeAbout(about),
    version: meta.hash,
    licenses: about.licences,
    sources: about.sources,
    resources: writtenTables(meta.counts).map(describeResource),
    fundlens: {
      format: packageFormat,
      textGuard,
      meta,
    },
  };
  return jsonText(descriptor);
}

/** How the tables of a package are written. */
export type TableFormat = 'csv' | 'parquet';

export const tableFile = (table: LibraryTableName, format: TableFormat): string => `${table}.${format}`;

/** What the descriptor says of a table's file, so that a reader notices when it was changed or cut off. */
export interface WrittenTable {
  table: LibraryTableName;
  rows: number;
  bytes: number;
  sha256: string;
}

export const noteCodes = [
  'appropriations_left_out',
  'centres_and_platforms_left_out',
  'sources_reduced',
] as const;

/** Something that a reader of the package must know, such as what was left out. */
export interface PackageNote {
  code: (typeof noteCodes)[number];
  text: Label;
}

/** What an exported package says, beside its rows. */
export interface ExportDescription {
  meta: LibraryMeta;
  about: PackageAbout;
  format: TableFormat;
  tables: readonly WrittenTable[];
  /** The part of the province that the package holds; null for the whole library. */
  scope: PackageScope | null;
  notes: readonly PackageNote[];
}

/** The text of an exported package's `datapackage.json`. */
export function describeExport({ meta, about, format, tables, scope, notes }: ExportDescription): string {
  const parts = format === 'csv' ? csvParts : parquetParts;
  return jsonText({
    profile: format === 'csv' ? 'tabular-data-package' : 'data-package',
    ...describeAbout(about),
    version: meta.hash,
    // The standard knows no empty list of licences: a library without one names none.
    ...(about.licences.length > 0 ? { licenses: about.licences } : {}),
    sources: about.sources,
    resources: tables.map(({ table, rows, bytes, sha256 }) => ({
      name: table,
      path: tableFile(table, format),
      ...parts,
      bytes,
      hash: `sha256:${sha256}`,
      rows,
      schema: describeTable(table),
    })),
    fundlens: {
      format: exportFormat,
      ...(format === 'csv' ? { textGuard } : {}),
      meta,
      ...(scope ? { scope } : {}),
      notes,
    },
  });
}
