import type { Library } from '$lib/domain/library';
import { emptyLibrary, type ColumnType, type LibraryTableName } from '$lib/domain/tables';
import { cellFromText } from '$lib/library/package/cell-text';
import { descriptorPath } from '$lib/library/package/describe-package';
import { readDescriptor } from '$lib/library/package/read-descriptor';
import { columnsOf, tableNames, type CellValue, type TableRow } from '$lib/library/package/table-columns';
import type { PackageFiles } from '$lib/library/package/write-package';

const lineEnd = '\r\n';

/** Cells of a line; null where a quote is left open, as a cell with a line break leaves it. */
export function cellsOfLine(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  // A comma before the first cell too, so that no match is empty.
  const started = `,${line}`;
  const pattern = /,(?:"((?:[^"]|"")*)"|([^",]*))/y;
  while (pattern.lastIndex < started.length) {
    const match = pattern.exec(started);
    if (!match) return null;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  return cells;
}

/** The value of a cell, or undefined where the text cannot be one. The package's own writer wrote it. */
function valueOf(type: ColumnType, text: string): CellValue | undefined {
  if (text === '') return null;
  if (type === 'text') return text.startsWith("'") ? cellFromText(type, text) : text;
  if (type === 'date') return text;
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Rows of a table, or null where the text is not what the package's own writer writes. */
function readRows(table: LibraryTableName, text: string): TableRow[] | null {
  const columns = columnsOf(table).map(([name, { type, required }]) => ({ name, type, required }));
  const [header, ...lines] = text.split(lineEnd);
  if (header !== columns.map(({ name }) => name).join(',') || lines.pop() !== '') return null;
  const rows: TableRow[] = [];
  for (const line of lines) {
    const cells = cellsOfLine(line);
    if (cells?.length !== columns.length) return null;
    const row: Record<string, CellValue> = {};
    let index = 0;
    for (const { name, type, required } of columns) {
      const value = valueOf(type, cells[index] ?? '');
      if (value === undefined || (value === null && required)) return null;
      row[name] = value;
      index += 1;
    }
    rows.push(row);
  }
  return rows;
}

/**
 * The embedded sample from the files of its own build, without the checks that a package from elsewhere needs: a test
 * holds the files against the generator byte by byte, and first visits wait for this.
 * @returns null where something is not as the generator writes it; `readPackage` then says what
 */
export function readSample(files: Readonly<PackageFiles>): Library | null {
  const decoder = new TextDecoder();
  const description = files[descriptorPath];
  if (!description) return null;
  const { meta, tables } = readDescriptor(decoder.decode(description));
  const rows = emptyLibrary();
  // readRows made every cell by the definition that the row types are made from.
  const target = rows as Record<LibraryTableName, TableRow[]>;
  for (const table of tableNames) {
    if (tables[table].isAbsent) continue;
    const bytes = files[tables[table].file];
    const read = bytes ? readRows(table, decoder.decode(bytes)) : null;
    if (read?.length !== meta.counts[table]) return null;
    target[table] = read;
  }
  return { meta, rows };
}
