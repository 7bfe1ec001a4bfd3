import { z } from 'zod';
import { isIsoDate } from '$lib/domain/calendar';
import { datasetNames } from '$lib/domain/library';
import { emptyLibrary, libraryTables, type LibraryRows, type LibraryTableName } from '$lib/domain/tables';
import { checkRows } from './cell';
import { StoreError, type JsonValue, type StoredLibrary } from './library-store';

// The probe for run-time compilation would be reported as a breach of the page's CSP.
z.config({ jitless: true });

/** Counts up whenever the shape below changes. The first had no targets, progress and acceptances. */
export const storedVersion = 2;
const firstVersion = 1;

const tableNames = Object.keys(libraryTables) as LibraryTableName[];
const count = z.int().nonnegative();
const addedTables: readonly LibraryTableName[] = ['target_form', 'target', 'progress', 'acceptance'];
/** Of tables that the first version did not have. */
const addedCount = count.default(0);

const metaSchema = z.strictObject({
  kind: z.enum(['sample', 'own']),
  hash: z.string(),
  asOf: z.string().refine(isIsoDate),
  loadedAt: z.string().nullable(),
  datasets: z.array(z.enum(datasetNames)),
  guideYears: z.array(z.int()),
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
  coverage: z
    .strictObject({
      places: z.array(z.string()),
      areaIds: z.array(z.string()),
      categoryIds: z.array(z.string()),
    })
    .exactOptional(),
});

const findingSchema = z.strictObject({
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

const jsonSchema: z.ZodType<JsonValue> = z.json();

const headSchema = z.strictObject({
  version: z.literal([storedVersion, firstVersion]),
  meta: metaSchema,
  findings: z.array(findingSchema),
  quarantine: jsonSchema,
});

type Head = z.infer<typeof headSchema>;

/** One record of the store: the head, or the rows of one table. */
export type StoredRecord = [key: string, value: unknown];

export const headKey = 'head';
export const rowsKey = (table: LibraryTableName): string => `rows/${table}`;

/** A library as records of the store. */
export function toRecords({ library, findings, quarantine }: StoredLibrary): StoredRecord[] {
  const head: Head = { version: storedVersion, meta: library.meta, findings, quarantine };
  const rows = tableNames.map((table): StoredRecord => [rowsKey(table), library.rows[table]]);
  return [[headKey, head], ...rows];
}

const unreadable = (cause: unknown): StoreError =>
  new StoreError('unreadable', 'the kept library is damaged', { cause });

function isRows<T extends LibraryTableName>(table: T, value: unknown): value is LibraryRows[T] {
  if (!Array.isArray(value) || !value.every((row) => typeof row === 'object' && row !== null)) return false;
  checkRows(table, value as Readonly<Record<string, unknown>>[]);
  return true;
}

function readTable<T extends LibraryTableName>(
  rows: LibraryRows,
  table: T,
  value: unknown,
  expected: number,
): void {
  if (!isRows(table, value)) throw new TypeError(`${table}: expected rows`);
  if (value.length !== expected)
    throw new RangeError(`${table}: expected ${expected} rows, found ${value.length}`);
  rows[table] = value;
}

/**
 * A library from the records of the store, null when there are none. Every row is checked: what a page gets is
 * as sound as what was saved, or it is refused whole. Throws StoreError `newer_version` or `unreadable`.
 */
export function fromRecords(records: ReadonlyMap<string, unknown>): StoredLibrary | null {
  if (records.size === 0) return null;
  const head = records.get(headKey);
  const version = z.object({ version: z.int() }).safeParse(head).data?.version;
  if (version !== undefined && version > storedVersion) {
    throw new StoreError(
      'newer_version',
      `kept by a newer version (${version}), this one reads ${storedVersion}`,
    );
  }
  try {
    const { meta, findings, quarantine, version: kept } = headSchema.parse(head);
    const rows = emptyLibrary();
    for (const table of tableNames) {
      if (kept === firstVersion && addedTables.includes(table)) continue;
      readTable(rows, table, records.get(rowsKey(table)), meta.counts[table]);
    }
    return { library: { meta, rows }, findings, quarantine };
  } catch (cause) {
    throw unreadable(cause);
  }
}
