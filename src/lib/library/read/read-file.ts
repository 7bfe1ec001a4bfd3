import { importLimits, type ImportLimits } from '../import-limits';
import { fileTooLarge, RefusalError } from '../refusal';
import { isBlank, type SheetCells } from './cells';
import { readDelimited } from './read-delimited';
import { readWorkbook } from './read-workbook';

export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

const oleMark = [0xd0, 0xcf, 0x11, 0xe0];
const zipMark = [0x50, 0x4b];
const parquetMark = [0x50, 0x41, 0x52, 0x31];

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

async function sheetsOf({ name, bytes }: NamedFile, limits: ImportLimits): Promise<SheetCells[]> {
  if (bytes.length === 0) throw new RefusalError('empty');
  // An encrypted xlsx and an old xls both lie in an OLE container.
  if (beginsWith(bytes, oleMark)) throw new RefusalError('encrypted_or_old');
  if (bytes.length > limits.mostFileBytes) throw fileTooLarge(bytes.length, limits.mostFileBytes);
  if (beginsWith(bytes, zipMark)) return readWorkbook(bytes, limits);
  if (beginsWith(bytes, parquetMark)) {
    // A reader of its own that most imports never need.
    const { readParquetSheet } = await import('../package/read-parquet-sheet');
    return [await readParquetSheet(bytes, limits)];
  }
  if (/\.(csv|tsv|txt)$/i.test(name)) {
    return readDelimited(bytes, limits, /\.tsv$/i.test(name) ? '\t' : null);
  }
  throw new RefusalError('not_a_workbook');
}

/**
 * The sheets of a file (xlsx, csv, tsv, Parquet), told apart by content, not by name alone.
 * @throws RefusalError naming why the file cannot be read
 */
export async function readFile(file: NamedFile, limits: ImportLimits = importLimits): Promise<SheetCells[]> {
  const sheets = await sheetsOf(file, limits);
  const filled = sheets.some((sheet) => sheet.rows.some((row) => row.some((cell) => !isBlank(cell))));
  if (!filled) throw new RefusalError('empty');
  return sheets;
}
