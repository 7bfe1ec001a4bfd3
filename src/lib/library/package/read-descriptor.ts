import { z } from 'zod';
import { isIsoDate } from '$lib/domain/calendar';
import { datasetNames, type LibraryMeta } from '$lib/domain/library';
import type { LibraryTableName } from '$lib/domain/tables';
import { descriptorPath, firstFormat, packageFormat, tablePath } from './describe-package';
import { PackageError, type PackageFault } from './package-error';
import { addedTables, columnsOf, isTableName, tableNames } from './table-columns';

// Zod would probe for eval, which a strict content security policy reports as a violation.
z.config({ jitless: true });

const count = z.number().int().nonnegative();
/** Of tables that the first format did not have. */
const addedCount = count.default(0);

const metaSchema: z.ZodType<LibraryMeta> = z.strictObject({
  kind: z.enum(['sample', 'own']),
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  asOf: z.string().refine(isIsoDate, 'not an ISO date'),
  loadedAt: z.string().nullable(),
  datasets: z.array(z.enum(datasetNames)),
  guideYears: z.array(z.number().int()),
  counts: z.strictObject({
    project: count,
    appropriation: count,
    tranche: count,
    disbursement: count,
    recovery: count,
    target_form: addedCount,
    target: addedCount,
    progress: addedCount,
    acceptance: addedCount,
    sub_quota_member: count,
    source_file: count,
  }),
});

// Loose outside `fundlens`: a Data Package may carry more than this reader asks for.
const descriptorSchema = z.object({
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      schema: z.object({ fields: z.array(z.object({ name: z.string(), columnType: z.string() })) }),
    }),
  ),
  fundlens: z.object({ format: z.enum([packageFormat, firstFormat]), meta: metaSchema }),
});

type Descriptor = z.infer<typeof descriptorSchema>;
type Resource = Descriptor['resources'][number];

export interface ReadDescriptor {
  meta: LibraryMeta;
  /** Null for a table that the package's format did not have yet: it is empty. */
  paths: Record<LibraryTableName, string | null>;
}

function parseDescriptor(text: string): Descriptor {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const fault: PackageFault = { code: 'package_bad_descriptor', file: descriptorPath, found: text };
    throw new PackageError([{ ...fault, expected: 'JSON' }], { cause });
  }
  const parsed = descriptorSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue): PackageFault => ({
    code: 'package_bad_descriptor',
    file: descriptorPath,
    column: issue.path.join('.'),
    found: null,
    expected: issue.message,
  }));
  throw new PackageError(faults, { cause: parsed.error });
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
    faults.push({
      code: 'package_extra_column',
      file: descriptorPath,
      column: `${table}.${name}`,
      found: name,
      expected: null,
    });
  }
  return faults;
}

/**
 * Parses `datapackage.json` and holds its table schemas against the library's own definitions.
 * @throws PackageError naming every table and column that is missing, unknown or of another type.
 */
export function readDescriptor(text: string): ReadDescriptor {
  const descriptor = parseDescriptor(text);
  const faults: PackageFault[] = [];
  const paths = Object.fromEntries(
    tableNames.map((name) => [name, tablePath(name)]),
  ) as ReadDescriptor['paths'];
  const byName = new Map(descriptor.resources.map((resource) => [resource.name, resource]));
  for (const name of byName.keys()) {
    if (isTableName(name)) continue;
    faults.push({
      code: 'package_unknown_table',
      file: descriptorPath,
      found: name,
      expected: tableNames.join(', '),
    });
  }
  for (const table of tableNames) {
    const resource = byName.get(table);
    if (resource) {
      paths[table] = resource.path;
      faults.push(...fieldFaults(table, resource));
    } else if (descriptor.fundlens.format === firstFormat && addedTables.includes(table)) {
      paths[table] = null;
    } else {
      faults.push({ code: 'package_missing_table', file: descriptorPath, found: null, expected: table });
    }
  }
  if (faults.length > 0) throw new PackageError(faults);
  return { meta: descriptor.fundlens.meta, paths };
}
