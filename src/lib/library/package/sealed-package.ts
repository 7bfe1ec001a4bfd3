import { PackageError, type PackageFaultCode } from './package-error';

/**
 * A sealed package: one file of bytes under a passphrase. AES-256-GCM, the key derived from the passphrase with
 * PBKDF2-SHA-256. The header is authenticated together with the content:
 *
 *     0  "FUNDSEAL"    8 bytes
 *     8  version       1 byte, 1
 *     9  iterations    4 bytes, big-endian
 *    13  salt         16 bytes
 *    29  nonce        12 bytes
 *    41  content and its tag (16 bytes)
 */
const mark = new TextEncoder().encode('FUNDSEAL');
const sealVersion = 1;
const saltAt = 13;
const nonceAt = 29;
const headerBytes = 41;
const tagBytes = 16;

/** As OWASP asks of PBKDF2-SHA-256 since 2023; a file that claims fewer is not opened. */
const fewestIterations = 600_000;
/** A file that claims more would keep the reader busy for minutes: it is damaged or hostile. */
const mostIterations = 5_000_000;

/** Characters that a passphrase must have. */
export const shortestPassphrase = 12;

const fault = (
  code: PackageFaultCode,
  file: string,
  expected: string | null,
  cause?: unknown,
): PackageError => new PackageError([{ code, file, found: null, expected }], { cause });

/**
 * One refusal for whatever keeps a sealed package shut: nobody can tell a wrong passphrase from a changed byte,
 * and an answer that tried to would help who guesses.
 */
const shut = (file: string, cause?: unknown): PackageError =>
  fault('package_cannot_unseal', file, null, cause);

/** Browsers give it to secure contexts only (https, or the machine itself). */
function subtleOf(file: string): SubtleCrypto {
  const { crypto } = globalThis as { crypto?: { subtle?: SubtleCrypto } };
  if (!crypto?.subtle) throw fault('package_no_crypto', file, 'https');
  return crypto.subtle;
}

// Input methods write digits and letters in full width; the same passphrase typed elsewhere must be the same.
const normal = (passphrase: string): string => passphrase.normalize('NFKC');

async function keyOf(
  subtle: SubtleCrypto,
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const words = new TextEncoder().encode(normal(passphrase));
  const material = await subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

const cipher = (header: Uint8Array<ArrayBuffer>) => ({
  name: 'AES-GCM',
  iv: header.slice(nonceAt, headerBytes),
  additionalData: header,
  tagLength: tagBytes * 8,
});

function newHeader(): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(headerBytes);
  header.set(mark);
  header[mark.length] = sealVersion;
  new DataView(header.buffer).setUint32(mark.length + 1, fewestIterations);
  globalThis.crypto.getRandomValues(header.subarray(saltAt));
  return header;
}

/** True when the bytes begin like a sealed package, whatever its version. */
export const isSealed = (bytes: Uint8Array): boolean => mark.every((byte, index) => bytes[index] === byte);

/** Why a passphrase will not do, or null when it will: pages show it while it is typed. */
export const passphraseFault = (passphrase: string): 'package_short_passphrase' | null =>
  [...normal(passphrase).trim()].length < shortestPassphrase ? 'package_short_passphrase' : null;

/**
 * Seals the bytes of a package. Sealing the same bytes twice gives different files.
 * @param file the name of the file to be, for the refusal
 * @throws PackageError `package_short_passphrase` or, where the browser offers no cryptography, `package_no_crypto`
 */
export async function sealPackage(bytes: Uint8Array, passphrase: string, file: string): Promise<Uint8Array> {
  const weak = passphraseFault(passphrase);
  if (weak) throw fault(weak, file, String(shortestPassphrase));
  const subtle = subtleOf(file);
  const header = newHeader();
  const key = await keyOf(subtle, passphrase, header.slice(saltAt, nonceAt), fewestIterations);
  const body = await subtle.encrypt(cipher(header), key, bytes.slice());
  const sealed = new Uint8Array(headerBytes + body.byteLength);
  sealed.set(header);
  sealed.set(new Uint8Array(body), headerBytes);
  return sealed;
}

/**
 * The bytes that were sealed.
 * @throws PackageError `package_needs_passphrase` when none is given, `package_no_crypto`, and
 *   `package_cannot_unseal` for everything else: another passphrase, a changed byte, a file cut off, another version
 */
export async function unsealPackage(
  sealed: Uint8Array,
  passphrase: string,
  file: string,
): Promise<Uint8Array> {
  if (passphrase === '') throw fault('package_needs_passphrase', file, null);
  const subtle = subtleOf(file);
  if (!isSealed(sealed) || sealed[mark.length] !== sealVersion) throw shut(file);
  if (sealed.length < headerBytes + tagBytes) throw shut(file);
  const header = sealed.slice(0, headerBytes);
  const iterations = new DataView(header.buffer).getUint32(mark.length + 1);
  if (iterations < fewestIterations || iterations > mostIterations) throw shut(file);
  const key = await keyOf(subtle, passphrase, header.slice(saltAt, nonceAt), iterations);
  try {
    return new Uint8Array(await subtle.decrypt(cipher(header), key, sealed.slice(headerBytes)));
  } catch (cause) {
    throw shut(file, cause);
  }
}
