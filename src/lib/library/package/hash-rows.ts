import type { LibraryRows } from '$lib/domain/tables';
import { drained } from './pace';
import { columnsOf, rowsOf, tableNames, type TableRow } from './table-columns';

/** Two 32-bit lanes, kept as unsigned numbers. */
interface Lanes {
  high: number;
  low: number;
}

/** Mixes a text into 64 bits. For telling libraries apart, not against somebody who wants a collision. */
function hashText(text: string): Lanes {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return { high: high >>> 0, low: low >>> 0 };
}

const separator = '\u001f';
const missing = '\u0000';

function rowText(table: string, names: readonly string[], row: TableRow): string {
  let text = table;
  for (const name of names) text += separator + String(row[name] ?? missing);
  return text;
}

const hex = (lane: number): string => lane.toString(16).padStart(8, '0');

const rowsPerStep = 10_000;

/** The hash in steps of some thousand rows; each step yields the share of tables done. */
export function* hashSteps(rows: LibraryRows): Generator<number, string> {
  let high = 0;
  let low = 0;
  for (const [index, table] of tableNames.entries()) {
    const names = columnsOf(table).map(([name]) => name);
    for (const [count, row] of rowsOf(rows, table).entries()) {
      // Row hashes are added up, because addition does not mind the order in which files were read.
      const lanes = hashText(rowText(table, names, row));
      high = (high + lanes.high) >>> 0;
      low = (low + lanes.low) >>> 0;
      if ((count + 1) % rowsPerStep === 0) yield index / tableNames.length;
    }
  }
  return hex(high) + hex(low);
}

/**
 * Short hash over all rows of a library: 16 hexadecimal digits. The same rows give the same hash whatever
 * their order, in a browser and in Node; one changed cell, one row more or less gives another.
 */
export const hashRows = (rows: LibraryRows): string => drained(hashSteps(rows));
