import { z } from 'zod';
import { isIsoDate } from '$lib/domain/calendar';
import { datasetNames } from '$lib/domain/library';
import {
  countRows,
  emptyLibrary,
  libraryTableNames,
  libraryTables,
  type LibraryTableName,
} from '$lib/domain/tables';
import { StoreError, type JsonValue } from './library-store';

// The probe for run-time compilation would be reported as a breach of the page's CSP.
z.config({ jitless: true });

/**
 * Counts up whenever the shape below changes in a way that an older version would misread. The first two kept the
 * rows beside the head (`kept-beside.ts`). A table or a column that is added needs no new version.
 */
export const storedVersion = 3;

export const tableNames = libraryTableNames;
const isTable = (name: string): name is LibraryTableName => Object.hasOwn(libraryTables, name);
const count = z.int().nonnegative();

/** Tables that a library of an older version did not have hold no rows. */
const countsSchema = z.record(z.string(), count).transform((kept, context) => {
  const counts = countRows(emptyLibrary());
  for (const [name, rows] of Object.entries(kept)) {
    if (isTable(name)) counts[name] = rows;
    else context.addIssue({ code: 'custom', message: `no such table: ${name}` });
  }
  return counts;
});

export const metaSchema = z.strictObject({
  kind: z.enum(['sample', 'own']),
  hash: z.string(),
  asOf: z.string().refine(isIsoDate),
  loadedAt: z.string().nullable(),
  datasets: z.array(z.enum(datasetNames)),
  guideYears: z.array(z.int()),
  counts: countsSchema,
  coverage: z
    .strictObject({
      places: z.array(z.string()),
      areaIds: z.array(z.string()),
      categoryIds: z.array(z.string()),
      clusterIds: z.array(z.string()).exactOptional(),
    })
    .exactOptional(),
});

export const findingSchema = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  row: z.int().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  column: z.string().nullable(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  fix: z.string().nullable(),
});

export const jsonSchema: z.ZodType<JsonValue> = z.json();

const refSchema = z.strictObject({ key: z.string().min(1), rows: count, bytes: count });

const headSchema = z.strictObject({
  version: z.literal(storedVersion),
  meta: metaSchema,
  tables: z.record(z.string(), refSchema),
  findings: refSchema,
  quarantine: refSchema,
});

/** What a library is, and under which keys its parts are kept. */
export type Head = z.infer<typeof headSchema>;

const snapshotSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  takenAt: z.string(),
  head: headSchema,
});
export type SnapshotRecord = z.infer<typeof snapshotSchema>;

/** The version that a head says it has, null when it says none. */
export const versionOf = (head: unknown): number | null =>
  z.object({ version: z.int() }).safeParse(head).data?.version ?? null;

const tablesOf = (head: unknown): string[] =>
  Object.keys(z.object({ tables: z.record(z.string(), z.unknown()) }).safeParse(head).data?.tables ?? {});

/** Refuses what a newer version wrote, by its number or by a table that this version does not know. */
export function refuseNewer(head: unknown): void {
  const version = versionOf(head);
  if (version !== null && version > storedVersion) {
    const message = `kept by a newer version (${version}), this one reads ${storedVersion}`;
    throw new StoreError('newer_version', message);
  }
  const unknown = tablesOf(head).find((name) => !isTable(name));
  if (unknown !== undefined) {
    throw new StoreError('newer_version', `kept by a newer version, with the table ${unknown}`);
  }
}

export const unreadable = (cause: unknown): StoreError =>
  new StoreError('unreadable', 'the kept library is damaged', { cause });

/** Throws StoreError `newer_version` or `unreadable`. */
export function readHead(value: unknown): Head {
  refuseNewer(value);
  const read = headSchema.safeParse(value);
  if (!read.success) throw unreadable(read.error);
  return read.data;
}

/** Throws StoreError `newer_version` or `unreadable`. */
export function readSnapshot(value: unknown): SnapshotRecord {
  refuseNewer(z.object({ head: z.unknown() }).safeParse(value).data?.head);
  const read = snapshotSchema.safeParse(value);
  if (!read.success) throw unreadable(read.error);
  return read.data;
}

/** Name and day of a snapshot whose rows cannot be read. */
export const namedSchema = z.object({ id: z.string(), name: z.string(), takenAt: z.string() });
