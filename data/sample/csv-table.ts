import { createHash } from 'node:crypto';
import { emptyLibrary, type LibraryRows, type LibraryTableName, type Row } from '$lib/domain/tables';
import { hashRows } from '$lib/library/package/hash-rows';
import { csvPieces } from '$lib/library/package/write-package';

/** Long tables come row by row in the order of the package; the others are put in order when all is there. */
export const longTables = ['target_form', 'target', 'progress'] as const;
export type LongTable = (typeof longTables)[number];
export type LongRow = Row<'target_form'> | Row<'target'> | Row<'progress'>;

/** What a table's text came to. */
export interface TableDigest {
  table: LibraryTableName;
  rows: number;
  bytes: number;
  sha256: string;
}

/** Rows in the file's header line. */
const headerRows = 1;
const rowsPerFlush = 5000;

/** Hashes over parts of a library add up to the hash of the whole, lane by lane. */
export function addHashes(a: string, b: string): string {
  const lane = (from: number) =>
    (Number.parseInt(a.slice(from, from + 8), 16) + Number.parseInt(b.slice(from, from + 8), 16)) >>> 0;
  return [0, 8].map((from) => lane(from).toString(16).padStart(8, '0')).join('');
}

/** The rows of one table alone, as a library. */
const alone = (table: LongTable, rows: readonly LongRow[]): LibraryRows =>
  Object.assign(emptyLibrary(), { [table]: rows });

/** Text of a table with what it came to. */
export function digestTable(
  table: LibraryTableName,
  rows: LibraryRows,
  write: (piece: string) => void = () => undefined,
): TableDigest {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of csvPieces(table, rows)) {
    hash.update(piece);
    bytes += Buffer.byteLength(piece);
    write(piece);
  }
  return { table, rows: rows[table].length, bytes, sha256: hash.digest('hex') };
}

/** Writes a long table as its rows come, a few thousand at a time. */
export class LongCsv {
  /** Sum of the hashes of its rows. */
  rowHash = hashRows(emptyLibrary());
  private readonly hash = createHash('sha256');
  private waiting: LongRow[] = [];
  private count = 0;
  private bytes = 0;
  private readonly header: string;

  constructor(
    private readonly table: LongTable,
    private readonly write: (piece: string) => void,
  ) {
    this.header = [...csvPieces(table, emptyLibrary())].join('');
    this.put(this.header);
  }

  /** Gives the row its number in the file and takes it. */
  add(row: LongRow): void {
    this.count += 1;
    row.source_row = this.count + headerRows;
    this.waiting.push(row);
    if (this.waiting.length === rowsPerFlush) this.flush();
  }

  finish(): TableDigest {
    this.flush();
    const { table, count: rows, bytes } = this;
    return { table, rows, bytes, sha256: this.hash.digest('hex') };
  }

  private put(piece: string): void {
    this.hash.update(piece);
    this.bytes += Buffer.byteLength(piece);
    this.write(piece);
  }

  private flush(): void {
    const rows = alone(this.table, this.waiting);
    const text = [...csvPieces(this.table, rows)].join('');
    this.put(text.slice(this.header.length));
    this.rowHash = addHashes(this.rowHash, hashRows(rows));
    this.waiting = [];
  }
}
