import type { ColumnMetaData, FileMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';

function check(holds: boolean, detail: string): asserts holds {
  if (!holds) throw new RangeError(detail);
}

const isCount = (value: number | undefined, most: number): boolean =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value <= most;

/** Values of a data page; 0 for a dictionary. What the page says of itself must fit together. */
function valuesOf(header: PageHeader, left: number): number {
  const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: dictionary } = header;
  if (second) {
    const { num_values: values, num_nulls: nulls, num_rows: rows } = second;
    check(isCount(values, left) && isCount(nulls, values) && rows === values, 'values of a page');
    const levels = second.definition_levels_byte_length;
    const depth = second.repetition_levels_byte_length;
    check(isCount(levels, header.compressed_page_size) && depth === 0, 'levels of a page');
    return values;
  }
  if (first) {
    check(isCount(first.num_values, left), 'values of a page');
    return first.num_values;
  }
  // A value of a dictionary takes a byte at least.
  check(isCount(dictionary?.num_values, header.uncompressed_page_size), 'dictionary');
  return 0;
}

/** Unpacked bytes of a column chunk, whose pages must hold exactly the rows of its group. */
function countChunk(bytes: Uint8Array, meta: ColumnMetaData, rows: number, most: number): number {
  const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
  const end = start + Number(meta.total_compressed_size);
  check(start >= 4 && start <= end && end <= bytes.length, 'place of a column');
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset + start, end - start), offset: 0 };
  let unpacked = 0;
  let values = 0;
  while (reader.offset < reader.view.byteLength) {
    const header = parquetHeader(reader);
    check(isCount(header.compressed_page_size, reader.view.byteLength - reader.offset), 'size of a page');
    check(isCount(header.uncompressed_page_size, most), 'unpacked size of a page');
    values += valuesOf(header, rows - values);
    unpacked += header.uncompressed_page_size;
    reader.offset += header.compressed_page_size;
  }
  check(values === rows, `${values} values in ${rows} rows`);
  return unpacked;
}

const mostPageBytes = 2 ** 31 - 1;

/**
 * Adds up what all pages of a file would unpack to, without unpacking any, and checks that each says what can be
 * true: page heads are claims, and a claim of a billion nulls takes a few bytes.
 * @throws RangeError when a head contradicts the footer, its own page or the file's size
 */
export function countPages(bytes: Uint8Array, metadata: FileMetaData): number {
  let unpacked = 0;
  let rows = 0;
  for (const group of metadata.row_groups) {
    const groupRows = Number(group.num_rows);
    check(isCount(groupRows, Number(metadata.num_rows) - rows), 'rows of a group');
    rows += groupRows;
    for (const { meta_data: meta, file_path: elsewhere } of group.columns) {
      check(meta !== undefined && elsewhere === undefined, 'column without a place');
      unpacked += countChunk(bytes, meta, groupRows, mostPageBytes);
    }
  }
  check(rows === Number(metadata.num_rows), `${rows} rows in groups, ${metadata.num_rows} in all`);
  return unpacked;
}
