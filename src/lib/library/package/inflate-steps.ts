import { Inflate } from 'fflate';
import type { ImportLimits } from '../import-limits';
import { packedBytesOf, type ZipEntry } from '../read/zip-directory';
import { megabytes, RefusalError } from '../refusal';

// Deflate grows to at most about a thousand times its size: small pushes keep what one of them brings small.
const bytesPerPush = 4096;
const bytesPerStep = 2_000_000;

/** All chunks as one run of bytes. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function checkSize(inflated: number, packed: number, limits: ImportLimits): void {
  const isTooDense = inflated > limits.ratioFreeBytes && inflated > packed * limits.mostInflationRatio;
  if (inflated <= limits.mostInflatedBytes && !isTooDense) return;
  throw new RefusalError('zip_bomb', {
    found: megabytes(inflated),
    limit: megabytes(limits.mostInflatedBytes),
  });
}

function* inflate(packed: Uint8Array, limits: ImportLimits): Generator<number, Uint8Array> {
  const chunks: Uint8Array[] = [];
  let inflated = 0;
  let isWhole = false;
  const stream = new Inflate((chunk, final) => {
    chunks.push(chunk);
    inflated += chunk.length;
    isWhole = final;
  });
  let shown = 0;
  for (let at = 0; at < packed.length; at += bytesPerPush) {
    const end = at + bytesPerPush;
    stream.push(packed.subarray(at, end), end >= packed.length);
    checkSize(inflated, Math.min(end, packed.length), limits);
    if (inflated - shown < bytesPerStep) continue;
    shown = inflated;
    yield Math.min(1, end / packed.length);
  }
  if (!isWhole) throw new RefusalError('unreadable', { found: 'zip: cut off' });
  return joinChunks(chunks);
}

/**
 * Unpacks one entry of an archive in steps, counting while it does. Each step yields the share that is done.
 * @throws RefusalError `zip_bomb` as soon as too much came out, `unreadable` for broken data
 */
export function* inflateSteps(
  archive: Uint8Array,
  entry: ZipEntry,
  limits: ImportLimits,
): Generator<number, Uint8Array> {
  const packed = packedBytesOf(archive, entry);
  if (entry.method === 0) {
    checkSize(packed.length, packed.length, limits);
    return packed;
  }
  if (entry.method !== 8) throw new RefusalError('unreadable', { found: `zip: method ${entry.method}` });
  try {
    return yield* inflate(packed, limits);
  } catch (cause) {
    if (cause instanceof RefusalError) throw cause;
    throw new RefusalError('unreadable', { found: `zip: ${entry.name}` }, { cause });
  }
}
