import type { LibraryTableName } from '$lib/domain/tables';
import { columnsOf } from './tables-sql';
import type { JsonValue } from './library-store';

/** SHA-256 of bytes as 64 hexadecimal digits. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => string | Promise<string>;

/** Names a piece by what it holds: the same content has the same key, whoever kept it. */
export interface PieceRef {
  key: string;
  /** Rows of a table, entries of a list. */
  rows: number;
  /** Bytes as JSON. */
  bytes: number;
}

// One text of a million rows would be longer than a string may be.
const rowsPerPart = 5_000;

async function refOf(
  kind: string,
  rows: number,
  partText: (from: number, to: number) => string,
  sha256: Sha256,
): Promise<PieceRef> {
  const encoder = new TextEncoder();
  const parts: string[] = [kind];
  let bytes = 0;
  for (let from = 0; from < rows; from += rowsPerPart) {
    const part = encoder.encode(partText(from, from + rowsPerPart));
    bytes += part.length;
    parts.push(await sha256(part));
  }
  return { key: await sha256(encoder.encode(parts.join('\n'))), rows, bytes };
}

/** The key of a table's rows: their values in the order of the columns, whatever the order of their keys. */
export function tableRef(
  table: LibraryTableName,
  rows: readonly Readonly<Record<string, unknown>>[],
  sha256: Sha256,
): Promise<PieceRef> {
  const names = columnsOf(table).map(([name]) => name);
  const part = (from: number, to: number) =>
    JSON.stringify(rows.slice(from, to).map((row) => names.map((name) => row[name] ?? null)));
  return refOf(`${table} ${names.join(' ')}`, rows.length, part, sha256);
}

/** The key of a list (findings, waiting rows), or of any other plain value. */
export function valueRef(value: JsonValue | readonly object[], sha256: Sha256): Promise<PieceRef> {
  const list: readonly unknown[] | null = Array.isArray(value) ? value : null;
  if (list) return refOf('list', list.length, (from, to) => JSON.stringify(list.slice(from, to)), sha256);
  return refOf('value', 1, () => JSON.stringify(value), sha256);
}
