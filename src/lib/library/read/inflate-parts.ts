import { Inflate } from 'fflate';
import { megabytes, RefusalError } from '../refusal';
import type { ImportLimits } from '../import-limits';
import { packedBytesOf, type ZipEntry } from './zip-directory';

/** Parts by their path inside the archive. */
export type Parts = Record<string, Uint8Array>;

// Deflate grows to at most about a thousand times its size: small steps keep what one step brings small.
const stepBytes = 4096;

const bomb = (found: number, limits: ImportLimits): RefusalError =>
  new RefusalError('zip_bomb', { found: megabytes(found), limit: megabytes(limits.mostInflatedBytes) });

function isTooMuch(inflated: number, packed: number, limits: ImportLimits): boolean {
  if (inflated > limits.mostInflatedBytes) return true;
  return inflated > limits.ratioFreeBytes && inflated > packed * limits.mostInflationRatio;
}

/** Refuses an archive that says itself that it would unpack to too much. */
export function refuseClaimedBomb(entries: readonly ZipEntry[], limits: ImportLimits): void {
  const claimed = entries.reduce((sum, entry) => sum + entry.claimedBytes, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  if (isTooMuch(claimed, packed, limits)) throw bomb(claimed, limits);
}

/** Counts what comes out, because the sizes in an archive's directory can be untrue. */
class InflationMeter {
  private inflated = 0;
  private packed = 0;

  constructor(private readonly limits: ImportLimits) {}

  addPacked(bytes: number): void {
    this.packed += bytes;
  }

  addInflated(bytes: number): void {
    this.inflated += bytes;
    if (isTooMuch(this.inflated, this.packed, this.limits)) throw bomb(this.inflated, this.limits);
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function inflatePart(packed: Uint8Array, meter: InflationMeter): Uint8Array {
  const chunks: Uint8Array[] = [];
  const stream = new Inflate((chunk) => {
    meter.addInflated(chunk.length);
    chunks.push(chunk);
  });
  for (let at = 0; at < packed.length; at += stepBytes) {
    const step = packed.subarray(at, at + stepBytes);
    meter.addPacked(step.length);
    stream.push(step, at + stepBytes >= packed.length);
  }
  return joined(chunks);
}

function unpack(bytes: Uint8Array, entry: ZipEntry, meter: InflationMeter): Uint8Array {
  const packed = packedBytesOf(bytes, entry);
  if (entry.method === 8) return inflatePart(packed, meter);
  if (entry.method !== 0) throw new RefusalError('unreadable', { found: `zip: method ${entry.method}` });
  meter.addPacked(packed.length);
  meter.addInflated(packed.length);
  return packed;
}

/**
 * Unpacks the given entries, counting while it does.
 * @throws RefusalError `zip_bomb` as soon as too much came out, `unreadable` for broken data
 */
export function inflateParts(bytes: Uint8Array, entries: readonly ZipEntry[], limits: ImportLimits): Parts {
  const meter = new InflationMeter(limits);
  const parts: Parts = {};
  for (const entry of entries) {
    try {
      parts[entry.name] = unpack(bytes, entry, meter);
    } catch (cause) {
      if (cause instanceof RefusalError) throw cause;
      throw new RefusalError('unreadable', { found: `zip: ${entry.name}` }, { cause });
    }
  }
  return parts;
}
