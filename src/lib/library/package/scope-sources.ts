import { emptyLibrary, type LibraryRows, type LibraryTableName, type Row } from '$lib/domain/tables';
import { sha256 } from '../sha256';
import { columnsOf, rowsOf, tableNames, type TableRow } from './table-columns';
import { bytesOf, csvPieces } from './write-package';

/** Tables whose rows name the file they came from; a table that is added later is found by its columns. */
const sourcedTables = tableNames.filter((table) =>
  columnsOf(table).some(([name]) => name === 'source_file_id'),
);

/** A row without its place in the sender's file: names of sheets and numbers of rows speak of other rows too. */
const placeless = (row: TableRow, fileId: string): TableRow => ({
  ...row,
  source_file_id: fileId,
  source_sheet: null,
  source_row: null,
});

/** The library's tables as plain records; `placeless` keeps every column of a row and its type. */
const asRecords = (rows: LibraryRows) => rows as Record<LibraryTableName, TableRow[]>;

/** The rows of each file alone, as a library of their own. */
function rowsByFile(rows: LibraryRows): Map<string, LibraryRows> {
  const files = new Map<string, LibraryRows>();
  for (const table of sourcedTables) {
    for (const row of rowsOf(rows, table)) {
      const fileId = String(row['source_file_id']);
      const own = files.get(fileId) ?? emptyLibrary();
      files.set(fileId, own);
      asRecords(own)[table].push(placeless(row, '-'));
    }
  }
  return files;
}

// A kind is a word of the portal; anything else could be text of the sender.
const kindPattern = /^[a-z][a-z0-9+-]{0,59}$/;

/** What may be said of a file: what kind of table it was, when it was compiled, and the part of it that is kept. */
function reduceFile(file: Row<'source_file'>, kept: LibraryRows): Row<'source_file'> {
  const bytes = bytesOf(
    sourcedTables.filter((table) => kept[table].length > 0).flatMap((table) => [...csvPieces(table, kept)]),
  );
  const hash = sha256(bytes);
  const count = sourcedTables.reduce((sum, table) => sum + kept[table].length, 0);
  return {
    file_id: `s-${hash.slice(0, 16)}`,
    // The name tells parts of different libraries apart, because reading a file of the same name replaces it.
    name: `来源文件 ${hash.slice(0, 8)}`,
    sha256: hash,
    size_bytes: bytes.length,
    kind: kindPattern.test(file.kind) ? file.kind : 'package',
    region_text: null,
    compiled_on: file.compiled_on,
    rows_read: count,
    rows_loaded: count,
  };
}

const unknownFile = 's-unknown';

/**
 * Gives every source file that the rows name a new number, name and hash that are made from these rows alone, and
 * drops the others: a file's own name, region, size and hash speak of rows that are not here.
 */
export function reduceSources(rows: LibraryRows): LibraryRows {
  const kept = rowsByFile(rows);
  const reduced = new Map(
    rows.source_file.flatMap((file) => {
      const own = kept.get(file.file_id);
      return own ? [[file.file_id, reduceFile(file, own)] as const] : [];
    }),
  );
  const idOf = (row: TableRow): string => reduced.get(String(row['source_file_id']))?.file_id ?? unknownFile;
  const left: LibraryRows = { ...rows };
  for (const table of sourcedTables) {
    asRecords(left)[table] = rowsOf(rows, table).map((row) => placeless(row, idOf(row)));
  }
  // Two files of which the same rows are kept are one file now.
  left.source_file = [...new Map([...reduced.values()].map((file) => [file.file_id, file])).values()];
  return left;
}
