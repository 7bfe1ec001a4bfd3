import { z } from 'zod';
import { isIsoDate } from '$lib/domain/calendar';
import { datasetNames, type LibraryMeta } from '$lib/domain/library';
import type { LibraryTableName } from '$lib/domain/tables';
import {
  descriptorPath,
  exportFormat,
  noteCodes,
  packageFormat,
  tableFile,
  type PackageNote,
  type TableFormat,
} from './describe-package';
import { PackageError, type PackageFault } from './package-error';
import type { PackageScope } from './scope';
import { addedTables, columnsOf, isTableName, tableNames } from './table-columns';

// Zod would probe for eval, which a strict content security policy reports as a violation.
z.config({ jitless: true });

const count = z.number().int().nonnegative();
const texts = z.array(z.string());
/** Of tables that the first format did not have. */
const addedCount = count.default(0);

const metaSchema: z.ZodType<LibraryMeta> = z.strictObject({
  kind: z.enum(['sample', 'own']),
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  asOf: z.string().refine(isIsoDate, 'not an ISO date'),
  loadedAt: z.string().nullable(),
  datasets: z.array(z.enum(datasetNames)),
  guideYears: z.array(z.number().int()),
  counts: z.strictObject(
    Object.fromEntries(
      tableNames.map((table) => [table, addedTables.includes(table) ? addedCount : count]),
    ) as Record<LibraryTableName, typeof addedCount>,
  ),
  coverage: z
    .strictObject({ places: texts, areaIds: texts, categoryIds: texts, clusterIds: texts.exactOptional() })
    .exactOptional(),
});

const scopeSchema: z.ZodType<PackageScope> = z.strictObject({
  cityAdcodes: texts.exactOptional(),
  clusterIds: texts.exactOptional(),
  directCounty: z.string().exactOptional(),
});

const noteSchema: z.ZodType<PackageNote> = z.strictObject({
  code: z.enum(noteCodes),
  text: z.strictObject({ zh: z.string(), en: z.string() }),
});

const resourceSchema = z.object({
  name: z.string(),
  path: z.string(),
  schema: z.object({ fields: z.array(z.object({ name: z.string(), columnType: z.string() })) }),
});

// Loose outside `fundlens`: a Data Package may carry more than this reader asks for.
const firstSchema = z.object({
  resources: z.array(resourceSchema),
  fundlens: z.object({ format: z.literal(packageFormat), meta: metaSchema }),
});

const secondSchema = z.object({
  resources: z.array(
    resourceSchema.extend({
      format: z.enum(['csv', 'parquet']),
      rows: count,
      hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    }),
  ),
  fundlens: z.object({
    format: z.literal(exportFormat),
    meta: metaSchema,
    scope: scopeSchema.exactOptional(),
    notes: z.array(noteSchema),
  }),
});

const versionSchema = z.object({ fundlens: z.object({ format: z.string() }) });

/** A table's file, as the descriptor announces it; the first layout says nothing of rows and hash. */
export interface AnnouncedTable {
  file: string;
  format: TableFormat;
  rows: number | null;
  sha256: string | null;
  /** The package was written before there was such a table: it is empty. */
  isAbsent?: true;
}

export interface ReadDescriptor {
  meta: LibraryMeta;
  tables: Record<LibraryTableName, AnnouncedTable>;
  scope: PackageScope | null;
  notes: PackageNote[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const fault: PackageFault = { code: 'package_bad_descriptor', file: descriptorPath, found: text };
    throw new PackageError([{ ...fault, expected: 'JSON' }], { cause });
  }
}

function parsed<T>(schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue): PackageFault => ({
    code: 'package_bad_descriptor',
    file: descriptorPath,
    column: issue.path.join('.'),
    found: null,
    expected: issue.message,
  }));
  throw new PackageError(faults, { cause: result.error });
}

type Resource = z.infer<typeof resourceSchema> &
  Partial<Pick<z.infer<typeof secondSchema>['resources'][number], 'format' | 'rows' | 'hash'>>;

interface Descriptor extends Omit<ReadDescriptor, 'tables'> {
  resources: Resource[];
}

function parseDescriptor(text: string): Descriptor {
  const json = parseJson(text);
  const { format } = parsed(versionSchema, json).fundlens;
  if (format === packageFormat) {
    const { resources, fundlens } = parsed(firstSchema, json);
    return { resources, meta: fundlens.meta, scope: null, notes: [] };
  }
  if (format === exportFormat) {
    const { resources, fundlens } = parsed(secondSchema, json);
    return { resources, meta: fundlens.meta, scope: fundlens.scope ?? null, notes: fundlens.notes };
  }
  const expected = `${packageFormat}, ${exportFormat}`;
  throw new PackageError([
    { code: 'package_unknown_version', file: descriptorPath, found: format, expected },
  ]);
}

function fieldFaults(table: LibraryTableName, resource: Resource): PackageFault[] {
  const faults: PackageFault[] = [];
  const given = new Map(resource.schema.fields.map((field) => [field.name, field.columnType]));
  const known = columnsOf(table);
  for (const [name, column] of known) {
    const found = given.get(name);
    const place = { file: descriptorPath, column: `${table}.${name}` };
    if (found === undefined) {
      faults.push({ ...place, code: 'package_missing_column', found: null, expected: name });
    } else if (found !== column.type) {
      faults.push({ ...place, code: 'package_wrong_column_type', found, expected: column.type });
    }
  }
  for (const name of given.keys()) {
    if (known.some(([expected]) => expected === name)) continue;
    const place = { file: descriptorPath, column: `${table}.${name}` };
    faults.push({ ...place, code: 'package_extra_column', found: name, expected: null });
  }
  return faults;
}

/** The announced file, which has the table's name: a path of another form could point anywhere. */
function announce(table: LibraryTableName, resource: Resource, faults: PackageFault[]): AnnouncedTable {
  const { path, format = 'csv', rows = null, hash } = resource;
  const file = tableFile(table, format);
  if (path !== file) {
    const place = { file: descriptorPath, column: `${table}.path` };
    faults.push({ ...place, code: 'package_bad_descriptor', found: path, expected: file });
  }
  return { file, format, rows, sha256: hash?.slice('sha256:'.length) ?? null };
}

/**
 * Parses `datapackage.json` and holds its table schemas against the library's own definitions.
 * @throws PackageError naming every table and column that is missing, unknown or of another type.
 */
export function readDescriptor(text: string): ReadDescriptor {
  const { resources, ...rest } = parseDescriptor(text);
  const faults: PackageFault[] = [];
  const byName = new Map(resources.map((resource) => [resource.name, resource]));
  for (const name of byName.keys()) {
    if (isTableName(name)) continue;
    const expected = tableNames.join(', ');
    faults.push({ code: 'package_unknown_table', file: descriptorPath, found: name, expected });
  }
  const tables: Partial<ReadDescriptor['tables']> = {};
  for (const table of tableNames) {
    const resource = byName.get(table);
    if (resource) {
      tables[table] = announce(table, resource, faults);
      faults.push(...fieldFaults(table, resource));
    } else if (addedTables.includes(table) && rest.meta.counts[table] === 0) {
      tables[table] = { file: descriptorPath, format: 'csv', rows: 0, sha256: null, isAbsent: true };
    } else {
      faults.push({ code: 'package_missing_table', file: descriptorPath, found: null, expected: table });
    }
  }
  if (faults.length > 0) throw new PackageError(faults);
  // Without a fault every table was announced.
  return { ...rest, tables: tables as ReadDescriptor['tables'] };
}
