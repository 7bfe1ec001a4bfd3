import {
  parquetMetadata,
  parquetSchema,
  snappyUncompress,
  type FileMetaData,
  type SchemaElement,
} from 'hyparquet';
import { parquetReadColumn } from 'hyparquet/src/read.js';
import type { ImportLimits } from '../import-limits';
import { megabytes, RefusalError } from '../refusal';
import { countPages } from './parquet-pages';
import { isoOfDays } from './parquet-types';

/** A Parquet file whose sizes were checked; columns are read one by one. */
export interface ParquetFile {
  rows: number;
  /** The columns of its flat schema, in the file's order. */
  columns: SchemaElement[];
  /**
   * All values of a column: text as string, INT64 as bigint, dates as ISO text, missing as null or undefined.
   * @throws RefusalError `unreadable`
   */
  read(column: string): Promise<ArrayLike<unknown>>;
}

const unreadable = (cause: unknown): RefusalError =>
  new RefusalError(
    'unreadable',
    { found: `parquet: ${cause instanceof Error ? cause.message : String(cause)}` },
    { cause },
  );

/** Runs what the reading library does; every error of its own is told as a broken file. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof RefusalError ? cause : unreadable(cause);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const parsers = {
  // The library's own decoder drops a mark at the beginning of a text and hides bytes that are no UTF-8.
  stringFromBytes: (bytes: Uint8Array) => utf8.decode(bytes),
  dateFromDays: isoOfDays,
};

const compressors = {
  SNAPPY: (packed: Uint8Array, size: number): Uint8Array => {
    const page = new Uint8Array(size);
    snappyUncompress(packed, page);
    return page;
  },
};

function flatColumns(metadata: FileMetaData): SchemaElement[] {
  const { children } = parquetSchema(metadata);
  const nested = children.find((child) => child.children.length > 0);
  if (nested) throw unreadable(`column ${nested.element.name} is nested`);
  return children.map((child) => child.element);
}

function checkSize(rows: number, columns: number, limits: ImportLimits): void {
  const most = Math.min(limits.mostRows, Math.floor(limits.mostGridCells / Math.max(1, columns)));
  if (rows <= most) return;
  throw new RefusalError('too_many_rows', { found: String(rows), limit: String(most) });
}

/**
 * Opens a Parquet file that lies in memory. Its footer and the head of every page are checked before any value is
 * decoded, because a few bytes may claim to hold any number of values.
 * @throws RefusalError `unreadable`, `too_many_rows` or `zip_bomb`
 */
export function openParquet(bytes: Uint8Array, limits: ImportLimits): ParquetFile {
  const metadata = attempt(() => parquetMetadata(bytes, { geoparquet: false }));
  const columns = attempt(() => flatColumns(metadata));
  const rows = Number(metadata.num_rows);
  checkSize(rows, columns.length, limits);
  const unpacked = attempt(() => countPages(bytes, metadata));
  if (unpacked > limits.mostInflatedBytes) {
    const [found, limit] = [megabytes(unpacked), megabytes(limits.mostInflatedBytes)];
    throw new RefusalError('zip_bomb', { found, limit });
  }
  const file = {
    byteLength: bytes.length,
    slice: (start: number, end?: number): ArrayBuffer => bytes.slice(start, end).buffer,
  };
  return {
    rows,
    columns,
    async read(column) {
      try {
        return await parquetReadColumn({ file, metadata, columns: [column], parsers, compressors });
      } catch (cause) {
        throw unreadable(cause);
      }
    },
  };
}

const parquetMark = [0x50, 0x41, 0x52, 0x31];

/** True when the bytes begin and end like a Parquet file. */
export const isParquet = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 &&
  parquetMark.every((byte, index) => bytes[index] === byte && bytes[bytes.length - 4 + index] === byte);
