import { z } from 'zod';
import { emptyLibrary, type LibraryTableName } from '$lib/domain/tables';
import type { StoredLibrary } from './library-store';
import { findingSchema, jsonSchema, metaSchema, tableNames, unreadable } from './stored-head';
import { readTable } from './stored-pieces';

/**
 * The first two versions kept the rows of each table in a record beside the head. They are read as they stand, and
 * kept anew in pieces with the next save: a database being upgraded waits for no hash.
 */
const besideSchema = z.strictObject({
  version: z.union([z.literal(1), z.literal(2)]),
  meta: metaSchema,
  findings: z.array(findingSchema),
  quarantine: jsonSchema,
});
export const lastBeside = 2;

const rowsKey = (table: LibraryTableName): string => `rows/${table}`;

/** A library from head and rows beside it; tables that its version did not have are empty. */
export function readBeside(head: unknown, records: ReadonlyMap<string, unknown>): StoredLibrary {
  try {
    const { meta, findings, quarantine } = besideSchema.parse(head);
    const rows = emptyLibrary();
    for (const table of tableNames) {
      if (records.has(rowsKey(table)) || meta.counts[table] > 0)
        readTable(rows, table, records.get(rowsKey(table)), meta.counts[table]);
    }
    return { library: { meta, rows }, findings, quarantine };
  } catch (cause) {
    throw unreadable(cause);
  }
}
