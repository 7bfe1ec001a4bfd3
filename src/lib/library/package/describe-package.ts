import type { Column, ColumnType, LibraryTableName } from '$lib/domain/tables';
import type { Label } from '$lib/domain/label';
import type { LibraryMeta } from '$lib/domain/library';
import { columnsOf, primaryKeys, projectParts, tableNames } from './table-columns';

/** Version of the package's layout; a reader refuses one that it does not know. */
export const packageFormat = 'fundlens-library/2';
/** Before targets, progress and acceptances; still read. */
export const firstFormat = 'fundlens-library/1';
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

const describeResource = (table: LibraryTableName) => ({
  name: table,
  path: tablePath(table),
  profile: 'tabular-data-resource',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
  schema: describeTable(table),
});

/** The text of `datapackage.json`: a Frictionless Data Package with the library's own facts under `fundlens`. */
export function describePackage(meta: LibraryMeta, about: PackageAbout): string {
  const descriptor = {
    profile: 'tabular-data-package',
    name: about.name,
    title: about.title.zh,
    titleEn: about.title.en,
    description: about.description.zh,
    descriptionEn: about.description.en,
    version: meta.hash,
    licenses: about.licences,
    sources: about.sources,
    resources: tableNames.map(describeResource),
    fundlens: {
      format: packageFormat,
      // A text that a spreadsheet would run as a formula has an apostrophe in front of it.
      textGuard: "'",
      meta,
    },
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
}
