import { zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { ImportLimits } from '../import-limits';
import { RefusalError } from '../refusal';
import type { CellValue, SheetCells } from './cells';
import { inflateParts, refuseClaimedBomb, type Parts } from './inflate-parts';
import { prepareSheets } from './prepare-sheets';
import { readZipDirectory } from './zip-directory';

const workbookPart = 'xl/workbook.xml';
const partPattern = /^xl\/(?:[^/]+\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;
const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null;

/** Positions of the sheets that the workbook hides. */
function hiddenSheets(workbookXml: string): Set<number> {
  const tags = [...workbookXml.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => tag);
  return new Set(
    tags.flatMap((tag, index) => (/hidden/i.test(attribute(tag, 'state') ?? '') ? [index] : [])),
  );
}

function cellOf(value: unknown): CellValue {
  if (value instanceof Date || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? value : null;
}

// The library unpacks by itself and would trust the archive's sizes, so it gets a stored copy of the parts
// that were counted; stored parts are copied, never inflated in workers of its own.
function storedArchive(parts: Parts): ArrayBuffer {
  const archive = zipSync(parts, { level: 0 });
  const copy = new ArrayBuffer(archive.byteLength);
  new Uint8Array(copy).set(archive);
  return copy;
}

/**
 * Reads a workbook (xlsx): values as last computed, dates as Date (UTC), error cells as their text.
 * @throws RefusalError when the bytes are no workbook, are encrypted, broken, or too large when unpacked
 */
export async function readWorkbook(bytes: Uint8Array, limits: ImportLimits): Promise<SheetCells[]> {
  const entries = readZipDirectory(bytes, limits.mostZipEntries);
  if (entries.some((entry) => entry.encrypted)) throw new RefusalError('encrypted_or_old');
  if (!entries.some((entry) => entry.name === workbookPart)) throw new RefusalError('not_a_workbook');
  refuseClaimedBomb(entries, limits);
  const wanted = entries.filter((entry) => partPattern.test(entry.name));
  const parts = prepareSheets(inflateParts(bytes, wanted, limits), limits);
  const hidden = hiddenSheets(new TextDecoder().decode(parts[workbookPart]));
  try {
    const sheets = await readXlsxFile(storedArchive(parts), { trim: false });
    return sheets.map(({ sheet, data }, index) => ({
      name: sheet,
      hidden: hidden.has(index),
      // A chart sheet comes without cells.
      rows: ((data as unknown[][] | undefined) ?? []).map((row) => row.map(cellOf)),
    }));
  } catch (cause) {
    throw new RefusalError('unreadable', { found: cause instanceof Error ? cause.message : '' }, { cause });
  }
}
