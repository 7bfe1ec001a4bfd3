import { RefusalError } from '../refusal';

/** An entry of a zip archive, as its central directory claims it. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  packedBytes: number;
  /** A claim: the bytes that come out may be more. */
  claimedBytes: number;
  encrypted: boolean;
  /** Where the entry's local header begins. */
  headerAt: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

const broken = (detail: string): RefusalError => new RefusalError('unreadable', { found: detail });

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && last - at <= longestComment; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw broken('zip: no directory');
}

const utf8Flag = 0x0800;

/** Archives made on Windows in Chinese write names in GB18030 and say nothing; others write UTF-8, some unsaid. */
function entryName(bytes: Uint8Array, flags: number): string {
  if ((flags & utf8Flag) !== 0) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Lists a zip archive without unpacking anything.
 * @throws RefusalError `unreadable` when the directory is missing, cut off or has more than `mostEntries`
 */
export function readZipDirectory(bytes: Uint8Array, mostEntries: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw broken(`zip: ${count} entries`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) throw broken('zip: directory');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: entryName(bytes.subarray(at + 46, at + 46 + nameLength), view.getUint16(at + 8, true)),
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      claimedBytes: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * The packed bytes of an entry.
 * @throws RefusalError `unreadable` when the entry points outside the archive
 */
export function packedBytesOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localSignature)
    throw broken(`zip: ${entry.name}`);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packedBytes > bytes.length) throw broken(`zip: ${entry.name}`);
  return bytes.subarray(start, start + entry.packedBytes);
}
