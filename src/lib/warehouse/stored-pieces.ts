import { z } from 'zod';
import { emptyLibrary, type LibraryRows, type LibraryTableName } from '$lib/domain/tables';
import { checkRows } from './cell';
import { tableRef, valueRef, type PieceRef, type Sha256 } from './content-key';
import type { StoredLibrary } from './library-store';
import { findingSchema, jsonSchema, storedVersion, tableNames, unreadable, type Head } from './stored-head';

/** A library as the store keeps it: a head, and under content keys the parts that it names. */
export interface PackedLibrary {
  head: Head;
  pieces: Map<string, unknown>;
}

/** A library as head and pieces. */
export async function packLibrary(stored: StoredLibrary, sha256: Sha256): Promise<PackedLibrary> {
  const { library, findings, quarantine } = stored;
  const pieces = new Map<string, unknown>();
  const tables: Record<string, PieceRef> = {};
  const keep = async (ref: Promise<PieceRef>, value: unknown): Promise<PieceRef> => {
    const made = await ref;
    pieces.set(made.key, value);
    return made;
  };
  for (const table of tableNames) {
    const rows = library.rows[table];
    tables[table] = await keep(tableRef(table, rows, sha256), rows);
  }
  const head: Head = {
    version: storedVersion,
    meta: library.meta,
    tables,
    findings: await keep(valueRef(findings, sha256), findings),
    quarantine: await keep(valueRef(quarantine, sha256), quarantine),
  };
  return { head, pieces };
}

/** All parts that a head names. */
export const refsOf = (head: Head): PieceRef[] => [
  ...Object.values(head.tables),
  head.findings,
  head.quarantine,
];

function isRows<T extends LibraryTableName>(table: T, value: unknown): value is LibraryRows[T] {
  if (!Array.isArray(value) || !value.every((row) => typeof row === 'object' && row !== null)) return false;
  checkRows(table, value as Readonly<Record<string, unknown>>[]);
  return true;
}

/** Takes kept rows into `rows`, checked against the table's definition; throws what is wrong with them. */
export function readTable<T extends LibraryTableName>(
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
 * A library from its head and pieces. Every row is checked: what a page gets is as sound as what was saved, or it
 * is refused whole. A table that the head does not name was not there yet: it is empty. Throws StoreError
 * `unreadable`.
 */
export function unpackLibrary(head: Head, pieces: ReadonlyMap<string, unknown>): StoredLibrary {
  try {
    const rows = emptyLibrary();
    for (const table of tableNames) {
      const ref = head.tables[table];
      if (ref || head.meta.counts[table] > 0)
        readTable(rows, table, pieces.get(ref?.key ?? ''), head.meta.counts[table]);
    }
    return {
      library: { meta: head.meta, rows },
      findings: z.array(findingSchema).parse(pieces.get(head.findings.key)),
      quarantine: jsonSchema.parse(pieces.get(head.quarantine.key)),
    };
  } catch (cause) {
    throw unreadable(cause);
  }
}
