import { sha256 } from './sha256';

/**
 * SHA-256 of a file as hexadecimal digits. The browser's own is many times faster and leaves the worker
 * free meanwhile; where it is not offered (plain http) the portal's own does.
 */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const { crypto } = globalThis as { crypto?: { subtle?: SubtleCrypto } };
  if (!crypto?.subtle) return sha256(bytes);
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
